package no.grenselos.ticket;

import java.time.Instant;
import no.grenselos.mention.MentionId;
import no.grenselos.reading.TopicId;
import no.grenselos.route.Because;
import no.grenselos.route.Lane;
import no.grenselos.route.Terms;
import org.jspecify.annotations.Nullable;

/**
 * The tracked work for one post outside.
 *
 * @param topic null in a care queue without a topic
 * @param promisedAt when the author should have an answer; null when nothing is promised
 * @param wakeAt the next moment at which time alone changes it (an offer's end, somebody's opening
 *     hours); null for none
 * @param version counts saved changes; a save with an old version fails
 */
public record Ticket(
    TicketId id,
    MentionId mention,
    Lane lane,
    @Nullable TopicId topic,
    Terms terms,
    Because because,
    TicketState state,
    Instant openedAt,
    @Nullable Instant promisedAt,
    @Nullable Instant wakeAt,
    long version) {

  /** The same ticket in another state, to be woken at the given moment, if any. */
  public Ticket with(TicketState newState, @Nullable Instant newWakeAt) {
    return new Ticket(
        id,
        mention,
        lane,
        topic,
        terms,
        because,
        newState,
        openedAt,
        promisedAt,
        newWakeAt,
        version);
  }

  /** The same ticket with another promise. */
  public Ticket promised(@Nullable Instant newPromise) {
    return new Ticket(
        id, mention, lane, topic, terms, because, state, openedAt, newPromise, wakeAt, version);
  }

  /** A ticket about to be opened, which the store gives its number. */
  public record Draft(
      MentionId mention,
      Lane lane,
      @Nullable TopicId topic,
      Terms terms,
      Because because,
      Instant openedAt,
      @Nullable Instant promisedAt,
      @Nullable Instant wakeAt) {}
}
