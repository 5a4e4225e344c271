package no.grenselos.trail;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import no.grenselos.mention.MentionId;
import no.grenselos.ticket.TicketId;
import org.jspecify.annotations.Nullable;

/**
 * Everything that was done for one post, step by step, for an operator; none of the post's words.
 *
 * @param ticket its own, or the one it joined; empty for a post that woke nobody
 * @param steps oldest first; behind them what is not done yet
 */
public record Trace(MentionId mention, Optional<TicketId> ticket, List<Step> steps) {
  public Trace {
    steps = List.copyOf(steps);
  }

  /**
   * One step.
   *
   * @param at when it was done; null for what is still to be done
   * @param what noun and verb, as the audit and the log have it: {@code nudge.delivered}
   * @param who a colleague's or expert's id, {@code grenselos}, or the network
   * @param detail for people; never a post's text
   */
  public record Step(@Nullable Instant at, String what, String who, String detail) {}
}
