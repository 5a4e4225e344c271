package no.grenselos.chat.slack;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.slack.api.methods.response.auth.AuthTestResponse;
import com.slack.api.methods.response.dnd.DndInfoResponse;
import com.slack.api.model.User;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import no.grenselos.chat.ChatUser;
import no.grenselos.chat.Presence;
import no.grenselos.expert.Handle;
import org.jspecify.annotations.Nullable;

/** Who is who in the workspace, ourselves included. Safe for many threads. */
final class SlackPeople {
  /** A name is nice to have; nobody waits for it longer. */
  private static final Duration NAME_PATIENCE = Duration.ofMillis(300);

  /**
   * Slack tells when somebody wants quiet ({@code dnd_updated_user}), but not when a night begins.
   */
  private static final Duration DAY_IS_KNOWN = Duration.ofMinutes(10);

  private final SlackCalls calls;
  private final SlackWork work;
  private final Clock clock;
  private final Cache<String, Member> members =
      Caffeine.newBuilder().expireAfterWrite(Duration.ofHours(1)).maximumSize(50_000).build();
  private final Cache<String, Presence> days =
      Caffeine.newBuilder().expireAfterWrite(DAY_IS_KNOWN).maximumSize(50_000).build();
  private volatile @Nullable Bot bot;

  SlackPeople(SlackCalls calls, SlackWork work, Clock clock) {
    this.clock = clock;
    this.calls = calls;
    this.work = work;
  }

  /**
   * A member as Slack shows them.
   *
   * @param gone deactivated
   */
  record Member(String name, Locale locale, @Nullable ZoneId zone, boolean gone) {}

  /** Our own user and bot id. */
  record Bot(String userId, String botId) {}

  /** Asks Slack when it is not known yet; empty when Slack does not say. */
  Optional<Member> member(String id) {
    Member known = members.getIfPresent(id);
    if (known != null) return Optional.of(known);
    var reply =
        calls.call("users.info", methods -> methods.usersInfo(r -> r.user(id).includeLocale(true)));
    if (!(SlackReplies.map(reply, answer -> read(answer.getUser()))
        instanceof SlackReply.Yes<Member> yes)) {
      return Optional.empty();
    }
    members.put(id, yes.answer());
    return Optional.of(yes.answer());
  }

  Locale locale(String id) {
    return work.within(NAME_PATIENCE, () -> member(id)).map(Member::locale).orElse(Locale.ENGLISH);
  }

  /** Somebody of whom an event spoke. */
  ChatUser user(String id, @Nullable String named) {
    String otherwise = named == null ? "" : named;
    String name = work.within(NAME_PATIENCE, () -> member(id)).map(Member::name).orElse(otherwise);
    return new ChatUser(new Handle(SlackChatProvider.HOUSE, id), name);
  }

  /** What is remembered of them, without asking; empty when nothing is. */
  Optional<Member> remembered(String id) {
    return Optional.ofNullable(members.getIfPresent(id));
  }

  /** Something about them changed: Slack is asked anew. */
  void forget(String id) {
    members.invalidate(id);
    days.invalidate(id);
  }

  /** Their name; their id where Slack does not say. */
  String name(String id) {
    return member(id).map(Member::name).filter(name -> !name.isBlank()).orElse(id);
  }

  /** How a card calls them: a text, as a true mention would alert them. */
  String called(ChatUser user) {
    if (!user.name().isBlank()) return user.name();
    if (!user.handle().house().equals(SlackChatProvider.HOUSE)) return user.handle().id();
    return name(user.handle().id());
  }

  /**
   * Their time zone and whether they asked not to be disturbed, as Slack says it now
   * (docs.slack.dev, dnd.info: moments in seconds; the times of a day without such are far in the
   * past).
   */
  Presence presence(String id) {
    Presence known = days.getIfPresent(id);
    return known != null && !isOver(known.awayUntil()) ? known : askedPresence(id);
  }

  private boolean isOver(@Nullable Instant end) {
    return end != null && !end.isAfter(clock.instant());
  }

  private Presence askedPresence(String id) {
    ZoneId zone = member(id).map(Member::zone).orElse(null);
    var reply = calls.call("dnd.info", methods -> methods.dndInfo(r -> r.user(id)));
    if (!(reply instanceof SlackReply.Yes<DndInfoResponse> yes)) return new Presence(zone, null);
    Presence presence = new Presence(zone, awayUntil(yes.answer()));
    days.put(id, presence);
    return presence;
  }

  private @Nullable Instant awayUntil(DndInfoResponse info) {
    long now = clock.instant().getEpochSecond();
    long until = 0;
    if (info.isSnoozeEnabled()) until = seconds(info.getSnoozeEndtime());
    if (info.isDndEnabled() && seconds(info.getNextDndStartTs()) <= now) {
      until = Math.max(until, seconds(info.getNextDndEndTs()));
    }
    return until > now ? Instant.ofEpochSecond(until) : null;
  }

  private static long seconds(@Nullable Number value) {
    return value == null ? 0 : value.longValue();
  }

  /** Ourselves; asked once. */
  SlackReply<Bot> bot() {
    Bot known = bot;
    if (known != null) return new SlackReply.Yes<>(known);
    SlackReply<AuthTestResponse> reply =
        calls.call("auth.test", methods -> methods.authTest(r -> r));
    return SlackReplies.map(
        reply,
        answer -> {
          Bot asked = new Bot(answer.getUserId(), answer.getBotId());
          bot = asked;
          return asked;
        });
  }

  private static Member read(User user) {
    String chosen = user.getProfile() == null ? "" : user.getProfile().getDisplayName();
    // a display name that is only the login name says less than the real one
    String shown = chosen == null || chosen.equals(user.getName()) ? "" : chosen;
    String name =
        Stream.of(shown, user.getRealName(), user.getName())
            .filter(text -> text != null && !text.isBlank())
            .findFirst()
            .orElse("");
    String locale = user.getLocale() == null ? "en" : user.getLocale();
    return new Member(name, Locale.forLanguageTag(locale), zone(user.getTz()), user.isDeleted());
  }

  private static @Nullable ZoneId zone(@Nullable String name) {
    try {
      return name == null ? null : ZoneId.of(name);
    } catch (DateTimeException e) {
      return null;
    }
  }
}
