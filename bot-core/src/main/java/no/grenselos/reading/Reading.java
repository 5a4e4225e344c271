package no.grenselos.reading;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import no.grenselos.mention.MentionId;
import org.jspecify.annotations.Nullable;

/**
 * What we understood of one mention.
 *
 * @param intentScore 0 to 1, how sure the intent is
 * @param severity how soon somebody should look; {@link Severity#NORMAL} for what was read before
 *     there was a severity
 * @param intentEvidence words that speak for the intent, strongest first, then those for the
 *     severity, as {@code severity:danger}
 * @param topics those above the threshold, best first; empty means nobody's topic
 * @param copyOf the first post of the last two days that this one is a copy of; null for none
 */
public record Reading(
    Language language,
    Intent intent,
    double intentScore,
    @Nullable Severity severity,
    List<Evidence> intentEvidence,
    List<TopicScore> topics,
    @Nullable MentionId copyOf) {
  public Reading {
    severity = Objects.requireNonNullElse(severity, Severity.NORMAL);
    intentEvidence = List.copyOf(intentEvidence);
    topics = List.copyOf(topics);
  }

  /** Never null; only stored rows of older days lack it. */
  @Override
  public Severity severity() {
    return Objects.requireNonNullElse(severity, Severity.NORMAL);
  }

  /** The same, about these topics. */
  public Reading about(List<TopicScore> found) {
    return new Reading(language, intent, intentScore, severity, intentEvidence, found, copyOf);
  }

  public Optional<TopicScore> topic(TopicId id) {
    return topics.stream().filter(score -> score.topic().equals(id)).findFirst();
  }
}
