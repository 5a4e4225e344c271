package no.grenselos.forecast;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import no.grenselos.mention.Mention;
import no.grenselos.reading.Reader;
import no.grenselos.reading.Reading;
import no.grenselos.reading.StopWords;
import no.grenselos.reading.Topic;
import no.grenselos.reading.TopicId;
import no.grenselos.reading.TopicScore;
import no.grenselos.reading.Word;
import no.grenselos.reading.Words;
import no.grenselos.store.MentionLog.Received;

/**
 * What would be understood of stored posts with the draft's topics. Only a post that might be about
 * a changed one is read anew: it was taken for it, or holds one of its words. At most {@value
 * #MOST}, spread over the whole time, because a reading takes milliseconds. Not thread safe.
 */
final class TopicsAnew {
  static final int MOST = 2_000;
  private static final int AT_ONCE = 100;

  private final Reader reader;
  private final Instant from;
  private final Duration time;
  private final Set<TopicId> changed = new HashSet<>();
  private final Set<TopicId> gone = new HashSet<>();
  private final Set<String> stems = new HashSet<>();
  private int read;
  private int left;

  TopicsAnew(List<Topic> today, List<Topic> draft, Reader reader, Instant from, Instant to) {
    this.reader = reader;
    this.from = from;
    this.time = Duration.between(from, to);
    Map<TopicId, Topic> before = new HashMap<>();
    for (Topic topic : today) before.put(topic.id(), topic);
    for (Topic topic : draft) {
      Topic known = before.remove(topic.id());
      if (topic.equals(known)) continue;
      changed.add(topic.id());
      learn(topic);
      if (known != null) learn(known);
    }
    gone.addAll(before.keySet());
  }

  private void learn(Topic topic) {
    Stream.of(topic.names().values(), topic.keywords(), topic.phrases())
        .flatMap(texts -> texts.stream())
        .flatMap(text -> Words.of(text).stream())
        .filter(word -> !StopWords.has(word))
        .forEach(word -> {
          stems.add(word.norwegian());
          stems.add(word.english());
        });
  }

  /** Whether the draft has the same topics. */
  boolean none() {
    return changed.isEmpty() && gone.isEmpty();
  }

  Reading of(Received post) {
    Reading stored = post.reading();
    if (!concerns(post.mention(), stored)) return without(stored, gone, List.of());
    if (read >= allowed(post.at())) {
      left++;
      return without(stored, gone, List.of());
    }
    read++;
    List<TopicScore> fresh =
        reader.look(post.mention()).topics().stream()
            .filter(score -> changed.contains(score.topic()))
            .toList();
    Set<TopicId> old = new HashSet<>(gone);
    old.addAll(changed);
    return without(stored, old, fresh);
  }

  private boolean concerns(Mention mention, Reading stored) {
    if (changed.isEmpty()) return false;
    if (stored.topics().stream().anyMatch(score -> changed.contains(score.topic()))) return true;
    for (Word word : Words.of(mention.text())) {
      if (stems.contains(word.norwegian()) || stems.contains(word.english())) return true;
    }
    return false;
  }

  private double allowed(Instant at) {
    double passed = (double) Duration.between(from, at).toMillis() / Math.max(1, time.toMillis());
    return Math.min(MOST, AT_ONCE + passed * (MOST - AT_ONCE));
  }

  private static Reading without(Reading stored, Set<TopicId> old, List<TopicScore> fresh) {
    if (fresh.isEmpty() && stored.topics().stream().noneMatch(s -> old.contains(s.topic()))) {
      return stored;
    }
    List<TopicScore> topics = new ArrayList<>(fresh);
    stored.topics().stream().filter(s -> !old.contains(s.topic())).forEach(topics::add);
    topics.sort(Comparator.comparingDouble(TopicScore::score).reversed());
    return new Reading(
        stored.language(),
        stored.intent(),
        stored.intentScore(),
        stored.severity(),
        stored.intentEvidence(),
        topics,
        stored.copyOf());
  }

  Report.Anew told() {
    Set<TopicId> topics = new HashSet<>(changed);
    topics.addAll(gone);
    return new Report.Anew(topics, read, left);
  }
}
