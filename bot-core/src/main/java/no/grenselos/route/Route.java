package no.grenselos.route;

import java.time.Duration;
import no.grenselos.reading.TopicId;
import org.jspecify.annotations.Nullable;

/**
 * One rule of the admin's list; the first that matches decides, unless it says go on.
 *
 * @param when Lucene query over text, network, lang, author, kind, followers, intent, topic; null
 *     matches by topic alone
 * @param topic the reading must hold this topic; null means any
 * @param lane null only for a route that drops
 * @param channel for the care lane; null means the fallback channel
 * @param answerWithin promised time, working time of the team; null means none
 * @param offerFor working time an expert has; null means the default
 * @param claimFor working time after which a claim without a word is given back; null means never
 * @param fact what an expert is asked while care keeps the post, with lanes care and both; null
 *     asks the expert to answer the post
 * @param drop why matching posts are dropped; null for a route that does not drop
 * @param goOn whether later routes may add to this one's decision
 * @param place in its file, as {@code config/routes.yml:14}
 * @param approval whether a colleague says yes to every answer before it is published
 */
public record Route(
    String name,
    @Nullable String when,
    @Nullable TopicId topic,
    @Nullable Lane lane,
    @Nullable String channel,
    @Nullable Goal goal,
    @Nullable Duration answerWithin,
    @Nullable Duration offerFor,
    @Nullable Duration claimFor,
    @Nullable String fact,
    @Nullable String drop,
    boolean goOn,
    String place,
    boolean approval) {
  public Route {
    if (when == null && topic == null) {
      throw new IllegalArgumentException("route " + name + " has neither when nor topic");
    }
    if ((lane == null) == (drop == null)) {
      throw new IllegalArgumentException("route " + name + " must have either lane or drop");
    }
    if (fact != null && (lane == null || lane == Lane.EXPERT)) {
      throw new IllegalArgumentException(
          "route " + name + " has a fact, but care does not keep it");
    }
  }

  /** A route whose claims last, and which asks for no fact. */
  public Route(
      String name,
      @Nullable String when,
      @Nullable TopicId topic,
      @Nullable Lane lane,
      @Nullable String channel,
      @Nullable Goal goal,
      @Nullable Duration answerWithin,
      @Nullable Duration offerFor,
      @Nullable String drop,
      boolean goOn,
      String place) {
    this(
        name,
        when,
        topic,
        lane,
        channel,
        goal,
        answerWithin,
        offerFor,
        null,
        null,
        drop,
        goOn,
        place);
  }

  /** A route whose answers are published as they are written. */
  public Route(
      String name,
      @Nullable String when,
      @Nullable TopicId topic,
      @Nullable Lane lane,
      @Nullable String channel,
      @Nullable Goal goal,
      @Nullable Duration answerWithin,
      @Nullable Duration offerFor,
      @Nullable Duration claimFor,
      @Nullable String fact,
      @Nullable String drop,
      boolean goOn,
      String place) {
    this(
        name,
        when,
        topic,
        lane,
        channel,
        goal,
        answerWithin,
        offerFor,
        claimFor,
        fact,
        drop,
        goOn,
        place,
        false);
  }
}
