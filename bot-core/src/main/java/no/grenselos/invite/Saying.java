package no.grenselos.invite;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import no.grenselos.expert.Cap;
import no.grenselos.expert.Hours;
import no.grenselos.reading.Topic;
import no.grenselos.reading.TopicId;
import no.grenselos.route.RuleBook;
import no.grenselos.work.Phrases;

/** Says topics, hours and the like in somebody's language. */
record Saying(Phrases phrases, RuleBook book) {
  private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

  /** A post in a list is cut here, in UTF-16 units. */
  private static final int SHORT = 280;

  String say(String key, Object... values) {
    return phrases.say(key, values);
  }

  String topic(TopicId id) {
    return book.topic(id).map(topic -> topic.name(phrases.locale())).orElse(id.id());
  }

  /** In the rule book's order, those that still exist. */
  List<TopicId> inOrder(Collection<TopicId> topics) {
    return book.topics().stream().map(Topic::id).filter(topics::contains).toList();
  }

  String topics(Collection<TopicId> topics) {
    return list(inOrder(topics).stream().map(this::topic).toList());
  }

  /** "a, b and c" */
  private String list(List<String> words) {
    if (words.size() < 2) return words.isEmpty() ? "" : words.getFirst();
    String first = String.join(", ", words.subList(0, words.size() - 1));
    return say("list.and", first, words.getLast());
  }

  String languages(Set<String> codes) {
    if (codes.isEmpty()) return say("languages.any");
    return list(codes.stream().sorted().map(this::language).toList());
  }

  String language(String code) {
    return Locale.of(code).getDisplayLanguage(phrases.locale());
  }

  /** "Mon–Fri 08:00–16:00" */
  String hours(Hours hours) {
    return days(hours.days()) + " " + hour(hours.from()) + "–" + hour(hours.to());
  }

  static String hour(LocalTime time) {
    return HOUR.format(time);
  }

  private String days(Set<DayOfWeek> days) {
    List<DayOfWeek> sorted = days.stream().sorted().toList();
    boolean run = sorted.getLast().getValue() - sorted.getFirst().getValue() == sorted.size() - 1;
    if (run && sorted.size() > 2)
      return shortDay(sorted.getFirst()) + "–" + shortDay(sorted.getLast());
    return String.join(", ", sorted.stream().map(this::shortDay).toList());
  }

  private String shortDay(DayOfWeek day) {
    return day.getDisplayName(TextStyle.SHORT, phrases.locale()).replace(".", "");
  }

  String day(DayOfWeek day) {
    return day.getDisplayName(TextStyle.FULL, phrases.locale());
  }

  String cap(Cap cap) {
    return say("cap", cap.day(), cap.week());
  }

  /** Its beginning, when it is long; never half a character. */
  static String cut(String text) {
    if (text.length() <= SHORT) return text;
    int end = Character.isHighSurrogate(text.charAt(SHORT - 1)) ? SHORT - 1 : SHORT;
    return text.substring(0, end) + " …";
  }

  static Optional<TopicId> known(RuleBook book, String id) {
    return book.topics().stream()
        .map(Topic::id)
        .filter(topic -> topic.id().equals(id))
        .min(Comparator.comparing(TopicId::id));
  }
}
