package no.grenselos.store;

import java.time.Instant;
import java.util.List;
import no.grenselos.expert.ExpertId;
import no.grenselos.reading.TopicId;
import no.grenselos.ticket.TicketId;
import org.jspecify.annotations.Nullable;

/**
 * Who was looked at each time somebody was to be asked about a ticket. Ids and reasons only, never
 * a post's words.
 */
public interface Considered {
  /** So many people of a round are named; the others are counted. */
  int MOST_PEOPLE = 20;

  /** So many rounds of a ticket are kept, the newest. */
  int MOST_ROUNDS = 20;

  void keep(TicketId ticket, Round round);

  /** Oldest first. */
  List<Round> of(TicketId ticket);

  /**
   * One moment at which somebody was to be asked.
   *
   * @param asked who then was; null for nobody
   * @param why they were, in plain English; empty when nobody was
   * @param people best first, then those left out; at most {@link #MOST_PEOPLE}
   * @param others how many more were looked at
   */
  record Round(
      Instant at,
      TopicId topic,
      @Nullable ExpertId asked,
      String why,
      List<Looked> people,
      int others) {
    public Round {
      people = List.copyOf(people);
      if (people.size() > MOST_PEOPLE) {
        throw new IllegalArgumentException(
            "round names " + people.size() + " people, must be at most " + MOST_PEOPLE);
      }
      if (others < 0) {
        throw new IllegalArgumentException("others is " + others + ", must be 0 or more");
      }
    }
  }

  /** Somebody who was looked at. */
  sealed interface Looked {
    ExpertId who();

    /** In plain English. */
    String reason();

    /**
     * Could be asked.
     *
     * @param score higher is asked first
     */
    record Able(ExpertId who, double score, String reason) implements Looked {}

    /**
     * Could not.
     *
     * @param from when they might be; null when not for this post
     */
    record LeftOut(ExpertId who, String reason, @Nullable Instant from) implements Looked {}
  }
}
