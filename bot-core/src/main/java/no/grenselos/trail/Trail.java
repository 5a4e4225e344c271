package no.grenselos.trail;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import no.grenselos.route.Because;
import no.grenselos.route.Decision;
import no.grenselos.route.Explanation;
import no.grenselos.route.RuleBook;
import no.grenselos.store.AuditLog;
import no.grenselos.store.Considered;
import no.grenselos.store.MentionLog;
import no.grenselos.ticket.Ticket;

/**
 * The whole story of one post, as data.
 *
 * @param post its newest revision, with what was read in it: scores and words
 * @param ticket empty for a post that woke nobody
 * @param because what was kept of the decision when it was made
 * @param decidedAt when it was
 * @param walked its way through the rules at that revision, walked anew
 * @param today what the rules in force would decide; empty where they are the same, or the post is
 *     gone
 * @param rounds who was looked at each time somebody was to be asked, oldest first
 * @param life what people and time did, oldest first
 */
public record Trail(
    MentionLog.Logged post,
    Optional<Ticket> ticket,
    Because because,
    Instant decidedAt,
    Walked walked,
    Optional<Decision> today,
    List<Considered.Round> rounds,
    List<AuditLog.Entry> life) {
  public Trail {
    rounds = List.copyOf(rounds);
    life = List.copyOf(life);
  }

  /** Whether the way through the rules could be walked again. */
  public sealed interface Walked {
    /**
     * It could.
     *
     * @param book at the revision that decided
     */
    record Again(RuleBook book, Explanation explanation) implements Walked {}

    /** The post's words are gone, and with them what the rules matched. */
    record PostGone() implements Walked {}

    /** That revision is not kept, or cannot be read any more. */
    record RulesGone() implements Walked {}
  }
}
