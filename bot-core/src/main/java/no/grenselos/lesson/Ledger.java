package no.grenselos.lesson;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
  /** A lesson counts half this long before the latest one that counts. */
  public static final Duration HALF_LIFE = Duration.ofDays(180);

  private static final int LONGEST_EXAMPLE = 1_000;
  private static final double LEAST_WEIGHT = 0.05;
  // a few posts of each kind for each of a hundred topics and more; bounds memory and learning time
  private static final int MOST_OF_A_TOPIC = 200;
  private static final int MOST_POSTS = 5_000;

  private final SortedMap<Long, Taught> counting = new TreeMap<>();
  private long last;

  /**
   * Takes in lessons, in the order of their numbers; those it knows already change nothing.
   *
   * @return whether others count now: most posts that are forgotten taught nothing
   */
  public boolean take(List<Taught> fresh) {
    boolean changed = false;
    for (Taught taught : fresh) {
      if (taught.number() <= last) continue;
      last = taught.number();
      Lesson lesson = taught.lesson();
      switch (lesson.kind()) {
        case TAKEN_BACK -> changed |= counting.remove(lesson.undoes()) != null;
        case FORGOTTEN -> changed |= forget(lesson.mention());
        case CLAIMED,
            ANSWERED,
            PASSED,
            WRONG_TOPIC,
            NAMED,
            LAPSED,
            MORE_LIKE_THIS,
            LESS_LIKE_THIS,
            NOBODYS -> {
          counting.put(taught.number(), taught);
          changed = true;
        }
      }
    }
    return changed;
  }

  private boolean forget(MentionId mention) {
    return counting.values().removeIf(taught -> taught.lesson().mention().equals(mention));
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
   * several lessons on a post and topic the latest counts; somebody's post is not nobody's. The
   * latest 5,000 posts teach, and of one topic the latest 200.
   *
   * @param known topics there are; lessons on others teach nothing
   */
  public Teaching teaching(Set<TopicId> known) {
    Map<MentionId, Said> posts = new LinkedHashMap<>();
    for (Taught taught : counting.values()) {
      if (taught.text().isBlank() || !says(taught.lesson(), known)) continue;
      MentionId post = taught.lesson().mention();
      Said said = posts.remove(post); // who speaks last stands last
      posts.put(post, said == null ? new Said(taught) : said.and(taught));
    }
    Instant latest = latest();
    List<LabelledText> examples = new ArrayList<>();
    List<LabelledText> outcomes = new ArrayList<>();
    List<LabelledText> against = new ArrayList<>();
    posts.values().stream()
        .skip(Math.max(0, posts.size() - MOST_POSTS))
        .forEach(said -> {
          LabelledText label = label(said, said.topics(true), latest);
          outcomes.add(label);
          if (!label.topics().isEmpty()) examples.add(label);
          List<TopicId> not = said.topics(false);
          if (!not.isEmpty()) against.add(label(said, not, latest));
        });
    return new Teaching(latestOf(examples), outcomes, latestOf(against));
  }

  private Instant latest() {
    return counting.values().stream()
        .map(taught -> taught.lesson().at())
        .max(Comparator.naturalOrder())
        .orElse(Instant.EPOCH);
  }

  /** Those that are among the latest of one of their topics. */
  private static List<LabelledText> latestOf(List<LabelledText> texts) {
    Map<TopicId, Integer> of = new HashMap<>();
    List<LabelledText> kept = new ArrayList<>();
    for (LabelledText text : texts.reversed()) {
      boolean wanted = false;
      for (TopicId topic : text.topics())
        wanted |= of.merge(topic, 1, Integer::sum) <= MOST_OF_A_TOPIC;
      if (wanted) kept.add(text);
    }
    return kept.reversed();
  }

  private static LabelledText label(Said said, List<TopicId> topics, Instant latest) {
    double age = Duration.between(said.last().lesson().at(), latest).toMillis();
    double weight = Math.max(LEAST_WEIGHT, Math.pow(0.5, age / HALF_LIFE.toMillis()));
    return new LabelledText(cut(said.last().text()), topics, weight);
  }

  /** Whether it says what its post is about, or not about. */
  private static boolean says(Lesson lesson, Set<TopicId> known) {
    TopicId topic = lesson.topic();
    return switch (lesson.kind()) {
      case CLAIMED, ANSWERED, MORE_LIKE_THIS -> topic != null && known.contains(topic);
      case WRONG_TOPIC, LESS_LIKE_THIS -> topic == null || known.contains(topic);
      case NOBODYS -> true;
      // who passes says something of themselves, not of the topic
      case PASSED, NAMED, LAPSED, TAKEN_BACK, FORGOTTEN -> false;
    };
  }

  /**
   * What was said of one post.
   *
   * @param last the latest lesson that says something
   * @param about whether it is about a topic, in the order in which they were first spoken of
   */
  private record Said(Taught last, Map<TopicId, Boolean> about) {
    Said(Taught only) {
      this(only, new LinkedHashMap<>());
      add(only.lesson());
    }

    Said and(Taught next) {
      add(next.lesson());
      return new Said(next, about);
    }

    private void add(Lesson lesson) {
      if (lesson.topic() != null && lesson.kind() != Lesson.Kind.NOBODYS) {
        about.put(lesson.topic(), isExample(lesson.kind()));
      }
    }

    private static boolean isExample(Lesson.Kind kind) {
      return kind != Lesson.Kind.WRONG_TOPIC && kind != Lesson.Kind.LESS_LIKE_THIS;
    }

    List<TopicId> topics(boolean are) {
      return about.entrySet().stream()
          .filter(one -> one.getValue() == are)
          .map(Map.Entry::getKey)
          .toList();
    }
  }

  private static String cut(String text) {
    if (text.length() <= LONGEST_EXAMPLE) return text;
    int end = Character.isHighSurrogate(text.charAt(LONGEST_EXAMPLE - 1)) ? 1 : 0;
    return text.substring(0, LONGEST_EXAMPLE - end);
  }
}
