package no.grenselos.storm;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import no.grenselos.chat.StormAction;
import no.grenselos.reading.Topic;
import no.grenselos.reading.TopicId;
import no.grenselos.route.RuleBook;
import org.jspecify.annotations.Nullable;

/**
 * Reads what somebody says about pauses, in Norwegian and English: {@code pause heat-pumps 2h the
 * line is being mended}, {@code pause alt til 16:00}, {@code off}.
 */
final class PauseWords {
  /** Who wants a longer one changes the routes. */
  private static final Duration LONGEST = Duration.ofDays(31);

  private static final Set<String> PAUSE = Set.of("pause", "stans", "stopp", "stop");
  private static final Set<String> OFF = Set.of("off", "av", "over", "slutt", "end");
  private static final Set<String> ALL = Set.of("all", "everything", "alt", "alle");
  private static final Set<String> CARE = Set.of("care", "kundeservice");
  private static final Pattern SPAN =
      Pattern.compile("(\\d{1,3})\\s?(m|min|minutter|minutes|h|hours?|t|timer?|d|days?|dager?)");
  private static final Pattern UNTIL =
      Pattern.compile(
          "(?:until|til)\\s+(?:(\\d{4}-\\d{2}-\\d{2})(?:\\s+|$))?(?:(?:kl\\.?\\s*)?(\\d{1,2}[:.]\\d{2}))?");

  private final RuleBook book;
  private final Instant now;
  private String left;

  private PauseWords(RuleBook book, Instant now, String words) {
    this.book = book;
    this.now = now;
    this.left = words.strip();
  }

  /** What the words ask for. */
  sealed interface Wish {
    record Begin(StormAction.HoldBack pause) implements Wish {}

    /**
     * @param topic null for every pause
     */
    record End(@Nullable TopicId topic) implements Wish {}

    /** How it goes. */
    record Nothing() implements Wish {}

    /**
     * @param phrase says what is wrong, with the value
     */
    record Unclear(String phrase, String value) implements Wish {}
  }

  static Wish read(RuleBook book, Instant now, String words) {
    return new PauseWords(book, now, words).wish();
  }

  private Wish wish() {
    if (left.isEmpty()) return new Wish.Nothing();
    String verb = word();
    if (PAUSE.contains(verb)) return begin();
    if (!OFF.contains(verb)) return new Wish.Unclear("said.verb", verb);
    if (left.isEmpty() || taken(ALL)) return new Wish.End(null);
    Optional<TopicId> topic = topic();
    return topic.isPresent() ? new Wish.End(topic.get()) : new Wish.Unclear("said.topic", left);
  }

  private Wish begin() {
    boolean all = taken(ALL);
    Optional<TopicId> topic = all ? Optional.empty() : topic();
    if (!all && topic.isEmpty()) return new Wish.Unclear("said.topic", left);
    boolean careToo = taken(CARE);
    Optional<Instant> until = span().or(this::moment);
    if (until.isEmpty()) return new Wish.Unclear("said.end", left);
    if (until.get().isAfter(now.plus(LONGEST))) return new Wish.Unclear("said.too-long", "");
    String reason = left.substring(0, Math.min(left.length(), 200));
    return new Wish.Begin(
        new StormAction.HoldBack(topic.orElse(null), careToo, until.get(), reason));
  }

  private String word() {
    String[] parts = left.split("\\s+", 2);
    left = parts.length == 2 ? parts[1] : "";
    return parts[0].toLowerCase(Locale.ROOT);
  }

  private boolean taken(Set<String> words) {
    String first = left.split("\\s+", 2)[0].toLowerCase(Locale.ROOT);
    if (!words.contains(first)) return false;
    left = left.substring(first.length()).strip();
    return true;
  }

  /** A topic by its short name or by what people call it in any language; the longest that fits. */
  private Optional<TopicId> topic() {
    Optional<Named> named =
        book.topics().stream()
            .flatMap(topic -> names(topic).stream().map(name -> new Named(topic.id(), name)))
            .filter(name -> begins(name.name()))
            .max(Comparator.comparingInt(name -> name.name().length()));
    named.ifPresent(found -> left = left.substring(found.name().length()).strip());
    return named.map(Named::id);
  }

  private record Named(TopicId id, String name) {}

  private static List<String> names(Topic topic) {
    return Stream.concat(Stream.of(topic.id().id()), topic.names().values().stream()).toList();
  }

  private boolean begins(String name) {
    return left.regionMatches(true, 0, name, 0, name.length())
        && (left.length() == name.length() || Character.isWhitespace(left.charAt(name.length())));
  }

  private Optional<Instant> span() {
    Matcher span = Pattern.compile("(?i)" + SPAN + "(?:\\s+|$)").matcher(left);
    if (!span.lookingAt()) return Optional.empty();
    int amount = Integer.parseInt(span.group(1));
    if (amount == 0) return Optional.empty();
    left = left.substring(span.end()).strip();
    Duration length =
        switch (span.group(2).toLowerCase(Locale.ROOT).charAt(0)) {
          case 'm' -> Duration.ofMinutes(amount);
          case 'd' -> Duration.ofDays(amount);
          default -> Duration.ofHours(amount);
        };
    return Optional.of(now.plus(length));
  }

  /** A time of day, today or tomorrow; or a day, from its beginning or that time on. */
  private Optional<Instant> moment() {
    Matcher until = Pattern.compile("(?i)" + UNTIL + "(?:\\s+|$)").matcher(left);
    if (!until.lookingAt() || (until.group(1) == null && until.group(2) == null))
      return Optional.empty();
    try {
      ZonedDateTime here = now.atZone(book.house().zone());
      LocalTime time = until.group(2) == null ? LocalTime.MIDNIGHT : time(until.group(2));
      LocalDate day = until.group(1) == null ? here.toLocalDate() : LocalDate.parse(until.group(1));
      Instant moment = day.atTime(time).atZone(here.getZone()).toInstant();
      if (until.group(1) == null && !moment.isAfter(now))
        moment = day.plusDays(1).atTime(time).atZone(here.getZone()).toInstant();
      if (!moment.isAfter(now)) return Optional.empty();
      left = left.substring(until.end()).strip();
      return Optional.of(moment);
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static LocalTime time(String text) {
    String[] parts = text.split("[:.]", 2);
    return LocalTime.of(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
  }
}
