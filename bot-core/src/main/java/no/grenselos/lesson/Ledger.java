package no.grenselos.lesson;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import no.grenselos.mention.MentionId;
import no.grenselos.reading.TopicId;
import no.grenselos.reading.topic.LabelledText;
import no.grenselos.reading.topic.Teaching;

/**
 * The lessons that count, by number, and what they teach of topics. What it holds depends on the
 * log alone, not on how it was handed over: reading the log anew gives the same. Not thread safe.
 */
public final class Ledger {
  /** A lesson counts half after this long before the latest one. */
  public static final Duration HALF_LIFE = Duration.ofDays(180);

  private static final int LONGEST_EXAMPLE = 1_000;
  private static final double LEAST_WEIGHT = 0.05;

  private final SortedMap<Long, Taught> counting = new TreeMap<>();
  private Instant latest = Instant.EPOCH;
  private long last;

  /** Takes in lessons, in the order of their numbers; those it knows already change nothing. */
  public void take(List<Taught> fresh) {
    for (Taught taught : fresh) {
      if (taught.number() <= last) continue;
      last = taught.number();
      Lesson lesson = taught.lesson();
      if (lesson.at().isAfter(latest)) latest = lesson.at();
      switch (lesson.kind()) {
        case TAKEN_BACK -> counting.remove(lesson.undoes());
        case FORGOTTEN -> forget(lesson.mention());
        case CLAIMED,
            ANSWERED,
            PASSED,
            WRONG_TOPIC,
            NAMED,
            LAPSED,
            MORE_LIKE_THIS,
            LESS_LIKE_THIS,
            NOBODYS ->
            counting.put(taught.number(), taught);
      }
    }
  }

  private void forget(MentionId mention) {
    counting.values().removeIf(taught -> taught.lesson().mention().equals(mention));
  }

  /** The number of the last lesson seen; 0 before the first. */
  public long last() {
    return last;
  }

  /** Those that count, by number. */
  public List<Taught> counting() {
    return List.copyOf(counting.values());
  }

  /**
   * What is taught about topics: posts that were taken or answered, or that an owner wants more of,
   * are examples; those that an owner does not want, or that were nobody's, teach silence. Of
   * several lessons on a post and topic the latest counts.
   *
   * @param known topics there are; lessons on others teach nothing
   */
  public Teaching teaching(Set<TopicId> known) {
    Map<MentionId, Taught> decisive = new LinkedHashMap<>();
    for (Taught taught : counting.values()) {
      if (taught.text().isBlank()) continue;
      if (says(taught.lesson(), known).isPresent()) decisive.put(taught.lesson().mention(), taught);
    }
    List<LabelledText> examples = new ArrayList<>();
    List<LabelledText> outcomes = new ArrayList<>();
    List<LabelledText> against = new ArrayList<>();
    decisive.values().stream()
        .sorted(Comparator.comparingLong(Taught::number))
        .forEach(taught -> {
          Lesson lesson = taught.lesson();
          List<TopicId> topics = says(lesson, known).orElse(List.of());
          LabelledText label = label(taught, topics);
          outcomes.add(label);
          if (!topics.isEmpty()) examples.add(label);
          else if (lesson.topic() != null) against.add(label(taught, List.of(lesson.topic())));
        });
    return new Teaching(examples, outcomes, against);
  }

  private LabelledText label(Taught taught, List<TopicId> topics) {
    return new LabelledText(cut(taught.text()), topics, weight(taught.lesson()));
  }

  /** The topics a lesson says its post is about, none for nobody's; empty when it says nothing. */
  private static Optional<List<TopicId>> says(Lesson lesson, Set<TopicId> known) {
    TopicId topic = lesson.topic();
    return switch (lesson.kind()) {
      case CLAIMED, ANSWERED, MORE_LIKE_THIS ->
          topic != null && known.contains(topic) ? Optional.of(List.of(topic)) : Optional.empty();
      case WRONG_TOPIC, LESS_LIKE_THIS, NOBODYS -> Optional.of(List.of());
      // who passes says something of themselves, not of the topic
      case PASSED, NAMED, LAPSED, TAKEN_BACK, FORGOTTEN -> Optional.empty();
    };
  }

  private double weight(Lesson lesson) {
    double age = Duration.between(lesson.at(), latest).toMillis();
    return Math.max(LEAST_WEIGHT, Math.pow(0.5, age / HALF_LIFE.toMillis()));
  }

  private static String cut(String text) {
    if (text.length() <= LONGEST_EXAMPLE) return text;
    int end = Character.isHighSurrogate(text.charAt(LONGEST_EXAMPLE - 1)) ? 1 : 0;
    return text.substring(0, LONGEST_EXAMPLE - end);
  }
}
