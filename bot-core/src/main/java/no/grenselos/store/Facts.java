package no.grenselos.store;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import no.grenselos.expert.Colleague;
import no.grenselos.expert.ExpertId;
import no.grenselos.reading.TopicId;
import no.grenselos.ticket.TicketId;
import org.jspecify.annotations.Nullable;

/** Questions for a fact that somebody needs for a ticket they keep, and who was asked. */
public interface Facts {
  /** Keeps a question; nobody is asked yet. */
  Fact need(TicketId ticket, TopicId topic, Colleague by, String question, Instant at);

  Optional<Fact> find(long number);

  /** All of the ticket's, oldest first. */
  List<Fact> of(TicketId ticket);

  /**
   * Asks somebody.
   *
   * @return false when they were asked before, or somebody else is being asked now, or the fact is
   *     no longer needed
   */
  boolean ask(long number, ExpertId expert, Instant at, Instant until, LocalDate day);

  /** Ends the asking of that expert without a fact. False when they are not being asked. */
  boolean end(long number, ExpertId expert, Instant at);

  /** Everybody asked for it, first asked first. */
  List<Asked> asked(long number);

  /** Keeps the fact. False when there is one already, or it is no longer needed. */
  boolean answer(long number, Colleague by, String text, Instant at);

  /** The fact is no longer needed, or nobody is left to ask. False when it was ended before. */
  boolean drop(long number, Instant at);

  /** How many the expert was asked on those days, both included. */
  int asked(ExpertId expert, LocalDate from, LocalDate to);

  /**
   * @param by who needs it
   * @param answer null while there is none
   * @param droppedAt null unless it is no longer needed
   */
  record Fact(
      long number,
      TicketId ticket,
      TopicId topic,
      Colleague by,
      String question,
      Instant askedAt,
      @Nullable Answer answer,
      @Nullable Instant droppedAt) {
    /** Whether it is still to be found out. */
    public boolean open() {
      return answer == null && droppedAt == null;
    }
  }

  record Answer(Colleague by, String text, Instant at) {}

  /**
   * @param until when the next one is asked
   * @param endedAt null while they are being asked
   */
  record Asked(ExpertId expert, Instant at, Instant until, @Nullable Instant endedAt) {}
}
