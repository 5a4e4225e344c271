package no.grenselos.memory;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.grenselos.reading.Language;
import no.grenselos.reading.Reading;
import no.grenselos.reading.TopicId;
import no.grenselos.reading.TopicScore;
import no.grenselos.reading.meaning.Meanings;

/**
 * Which kept texts fit a post: those that mean or say much the same as it, or that answered a post
 * that did. Better none than a wrong one: below a threshold nothing is suggested. Safe for many
 * threads.
 */
public final class Suggestions {
  /** A text of unknown, or of another topic must be so much more alike; a judgement. */
  private static final double NO_TOPIC = 0.8;

  private static final double OTHER_TOPIC = 0.6;

  private static final Comparator<Suggestion> BEST_FIRST =
      Comparator.comparing(Suggestion::sameLanguage, Comparator.reverseOrder())
          .thenComparing(Comparator.comparingDouble(Suggestion::likeness).reversed())
          .thenComparing(one -> one.kept().at(), Comparator.reverseOrder())
          .thenComparingLong(one -> one.kept().id().number());

  private final Meanings meanings;

  public Suggestions(Meanings meanings) {
    this.meanings = meanings;
  }

  /**
   * A kept text with the words of the post that it answered.
   *
   * @param asked empty when it answered none, or that post is gone
   */
  public record Candidate(Kept kept, String asked) {}

  /** A post that waits for an answer. */
  public record Post(String text, Language language, List<TopicId> topics) {
    public Post {
      topics = List.copyOf(topics);
    }

    public static Post of(String text, Reading reading) {
      List<TopicId> topics = reading.topics().stream().map(TopicScore::topic).toList();
      return new Post(text, reading.language(), topics);
    }
  }

  /**
   * Best first: those in the post's language before others, then the likest. Of texts that are the
   * same one is suggested.
   *
   * @param who whoever is asked, as {@link no.grenselos.expert.Colleague#id}
   */
  public List<Suggestion> of(Post post, String who, List<Candidate> candidates) {
    if (post.text().isBlank() || candidates.isEmpty()) return List.of();
    Closeness closeness = Closeness.among(meanings, candidates);
    Closeness.Probe probe = closeness.to(post.text());
    Map<String, Suggestion> byText = new LinkedHashMap<>();
    candidates.stream()
        .map(one -> suggestion(post, who, one, probe.of(one)))
        .filter(one -> one.likeness() >= probe.threshold())
        .sorted(BEST_FIRST)
        .forEach(one -> byText.putIfAbsent(one.kept().text(), one));
    return List.copyOf(byText.values());
  }

  /**
   * A kept text from the passage on that is likest to the post: where to begin when not all of it
   * has room.
   */
  public String from(String post, Kept kept) {
    Closeness closeness = Closeness.among(meanings, List.of(new Candidate(kept, "")));
    String passage = closeness.to(post).likest(kept);
    return kept.text().substring(Math.max(0, kept.text().indexOf(passage)));
  }

  private static Suggestion suggestion(Post post, String who, Candidate one, double likeness) {
    Kept kept = one.kept();
    TopicId shared =
        kept.topics().stream().filter(post.topics()::contains).findFirst().orElse(null);
    boolean other = shared == null && !kept.topics().isEmpty() && !post.topics().isEmpty();
    double weighed = likeness * (shared != null ? 1 : other ? OTHER_TOPIC : NO_TOPIC);
    return new Suggestion(
        kept, weighed, kept.by().id().equals(who), same(kept.language(), post.language()), shared);
  }

  private static boolean same(Language one, Language other) {
    return one.equals(other) || (one.norwegian() && other.norwegian());
  }
}
