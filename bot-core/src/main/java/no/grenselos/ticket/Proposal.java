package no.grenselos.ticket;

import java.time.Instant;
import no.grenselos.expert.Colleague;
import org.jspecify.annotations.Nullable;

/**
 * An answer that is not simply published, and what others inside said to it.
 *
 * @param by whoever wrote it
 * @param revision of the post as they saw it
 * @param verdict null while nobody decided
 */
public record Proposal(
    AnswerId answer,
    TicketId ticket,
    Kind kind,
    Colleague by,
    String revision,
    Instant at,
    @Nullable Verdict verdict) {

  /** What it is for. */
  public enum Kind {
    /** Others are to answer with these words, or better ones. */
    ADVICE,
    /** It is published when a colleague says yes. */
    APPROVAL,
    /** Its writer carries it to the network by hand. */
    BY_HAND
  }

  /**
   * How it was decided, once.
   *
   * @param comment for whoever wrote it; may be empty
   * @param out the answer that goes out: the proposed one, or what was made of it
   */
  public record Verdict(What what, Colleague by, String comment, AnswerId out, Instant at) {
    /** What was decided. */
    public enum What {
      APPROVED,
      RETURNED,
      /** Its writer wrote another one in its stead. */
      REPLACED
    }
  }

  public boolean waits() {
    return verdict == null;
  }

  public Proposal decided(Verdict how) {
    return new Proposal(answer, ticket, kind, by, revision, at, how);
  }
}
