package no.grenselos.chat.teams;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import no.grenselos.chat.ChatUser;
import org.jspecify.annotations.Nullable;

/**
 * For whom something is drawn.
 *
 * @param zone the reader's; null where it is not known or readers are several, then moments are
 *     shown in UTC and say so
 * @param stamp what is given back with each press, so that a view that is out of date can be told;
 *     empty for none, at most 64 characters
 * @param refresh Teams' ids of those for whom a card asks for its newest state when it is seen, at
 *     most 60 (learn.microsoft.com, up-to-date cards)
 * @param names how somebody inside is called; a text, so that nobody is alerted by being named
 */
record TeamsView(
    Locale locale,
    @Nullable ZoneId zone,
    String stamp,
    List<String> refresh,
    Function<ChatUser, String> names) {
  /** In English, for anybody: no zone, no stamp, no refresh, people as they are called. */
  static final TeamsView ANYONE =
      new TeamsView(Locale.ENGLISH, null, "", List.of(), ChatUser::name);

  private static final int MAX_REFRESH = 60;
  private static final int MAX_STAMP = 64;

  private static final DateTimeFormatter UTC =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

  TeamsView {
    if (refresh.size() > MAX_REFRESH) {
      throw new IllegalArgumentException(
          "refresh has " + refresh.size() + " ids, must be at most " + MAX_REFRESH);
    }
    if (stamp.length() > MAX_STAMP) {
      throw new IllegalArgumentException(
          "stamp is \"" + stamp + "\", must be at most " + MAX_STAMP + " characters");
    }
    refresh = List.copyOf(refresh);
  }

  TeamsView in(Locale language) {
    return new TeamsView(language, zone, stamp, refresh, names);
  }

  TeamsView in(ZoneId there) {
    return new TeamsView(locale, there, stamp, refresh, names);
  }

  TeamsView stamped(String mark) {
    return new TeamsView(locale, zone, mark, refresh, names);
  }

  TeamsView refreshedFor(List<String> ids) {
    return new TeamsView(locale, zone, stamp, ids, names);
  }

  TeamsView naming(Function<ChatUser, String> how) {
    return new TeamsView(locale, zone, stamp, refresh, how);
  }

  TeamsWords words() {
    return TeamsWords.in(locale);
  }

  /** The moment in words: a renderer's own date functions are for text blocks alone. */
  String moment(Instant at) {
    if (zone == null) return UTC.format(at);
    return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
        .withLocale(locale)
        .withZone(zone)
        .format(at);
  }
}
