package no.grenselos.expert;

import java.time.Instant;
import no.grenselos.mention.MentionId;
import no.grenselos.reading.TopicId;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened between an expert and a post, from which is learned who knows what.
 *
 * @param topic what the post was taken for; null when for nothing
 */
public record Did(
    ExpertId expert, Kind kind, MentionId post, @Nullable TopicId topic, Gist gist, Instant at) {

  /** What it was, and how much it says. The weights are a judgement: no open data has passes. */
  public enum Kind {
    ANSWERED(1),
    /** Said "I'll take it"; an answer that follows counts on top. */
    CLAIMED(0.5),
    /** A colleague who passed said that this one knows better. */
    NAMED_BY_OTHER(1),
    /** Said "not mine". */
    PASSED(-1),
    /** Said nothing until the offer ended: says more about the day than about the topic. */
    LAPSED(-0.25);

    private final double weight;

    Kind(double weight) {
      this.weight = weight;
    }

    double weight() {
      return weight;
    }
  }
}
