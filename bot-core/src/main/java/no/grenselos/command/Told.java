package no.grenselos.command;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.grenselos.chat.Span;
import no.grenselos.expert.Candidacy;
import no.grenselos.reading.Evidence;
import no.grenselos.reading.TopicId;
import no.grenselos.work.Phrases;
import no.grenselos.work.Visit;

/** Says in somebody's language what the rules say in plain English. */
final class Told {
  private static final int WORDS = 4;

  /** The phrase for each way of giving a reason; what stands in brackets is its value. */
  private static final Map<String, Pattern> REASONS =
      Map.of(
          "reason.owns", Pattern.compile("owns the topic"),
          "reason.not-asked", Pattern.compile("not asked this week"),
          "reason.asked", Pattern.compile("asked (\\d+) times this week"),
          "reason.hours", Pattern.compile("outside their hours"),
          "reason.cap", Pattern.compile("at their cap: (\\d+) today, (\\d+) this week"),
          "reason.language", Pattern.compile("does not answer in (\\w+)"),
          "reason.before", Pattern.compile("asked before about this post"),
          "reason.wait", Pattern.compile("asked to wait"),
          "reason.named", Pattern.compile("a colleague named them"),
          "reason.turn", Pattern.compile("and it is their turn"));

  private final Phrases phrases;
  private final Visit visit;

  Told(Visit visit) {
    this.visit = visit;
    this.phrases = visit.phrases("command");
  }

  /** "“heat pump”, “noise”"; empty when no words speak for it. */
  static String words(List<Evidence> evidence) {
    return evidence.stream()
        .filter(one -> one.start() >= 0)
        .map(one -> "“" + one.words() + "”")
        .distinct()
        .limit(WORDS)
        .collect(Collectors.joining(", "));
  }

  String topic(TopicId id) {
    return visit.book().topic(id).map(topic -> topic.name(phrases.locale())).orElse(id.id());
  }

  /** Reasons are joined by commas; one for which there is no phrase is said as it is. */
  String reason(String english) {
    Matcher whole = match("reason.cap", english);
    if (whole.matches()) return said("reason.cap", whole);
    return Stream.of(english.split(", ")).map(this::part).collect(Collectors.joining(", "));
  }

  private String part(String english) {
    return REASONS.keySet().stream()
        .sorted()
        .map(key -> Map.entry(key, match(key, english)))
        .filter(entry -> entry.getValue().matches())
        .findFirst()
        .map(entry -> said(entry.getKey(), entry.getValue()))
        .orElse(english);
  }

  private static Matcher match(String key, String english) {
    Pattern pattern = REASONS.get(key);
    if (pattern == null) throw new IllegalArgumentException("no reason " + key);
    return pattern.matcher(english);
  }

  private String said(String key, Matcher matcher) {
    Object[] values = new Object[matcher.groupCount()];
    for (int i = 0; i < values.length; i++) values[i] = matcher.group(i + 1);
    return phrases.say(key, values);
  }

  /** "Ana Moen: owns the topic, not asked this week". */
  List<Span> fit(Candidacy.Fit fit) {
    return List.of(
        new Span.Strong(fit.expert().name()), new Span.Plain(": " + reason(fit.reason())));
  }

  /** "Ben Dahl: outside their hours, can be asked from tomorrow 08:00". */
  List<Span> leftOut(Candidacy.LeftOut out) {
    List<Span> spans = new ArrayList<>();
    spans.add(new Span.Strong(out.expert().name()));
    spans.add(new Span.Plain(": " + reason(out.reason())));
    Instant from = out.from();
    if (from != null) {
      spans.add(new Span.Plain(phrases.say("left-out.from") + " "));
      spans.add(new Span.Moment(from));
    }
    return spans;
  }

  /** "Ben Dahl: outside their hours, can be asked from Tue 08:00", where no span can stand. */
  String leftOutInWords(Candidacy.LeftOut out) {
    String words = out.expert().name() + ": " + reason(out.reason());
    Instant from = out.from();
    if (from == null) return words;
    DateTimeFormatter when =
        DateTimeFormatter.ofPattern("EEE HH:mm", Locale.of(phrases.locale().getLanguage()));
    String moment = when.format(from.atZone(out.expert().hours().zone()));
    return words + phrases.say("left-out.from") + " " + moment;
  }
}
