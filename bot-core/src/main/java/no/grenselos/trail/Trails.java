package no.grenselos.trail;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import no.grenselos.mention.Mention;
import no.grenselos.reading.Reading;
import no.grenselos.revise.RuleTexts;
import no.grenselos.route.Because;
import no.grenselos.route.Decision;
import no.grenselos.store.Books;
import no.grenselos.store.MentionLog;
import no.grenselos.ticket.Ticket;
import no.grenselos.trail.Trail.Walked;
import no.grenselos.work.Rules;

/**
 * Finds out what became of a post and why. Only reads; an earlier revision of the rules is read
 * once and kept for a while. Safe for many threads.
 */
public final class Trails {
  private final Revisions revisions;

  /**
   * @param texts empty where only the rules in force can be walked again
   */
  public Trails(Optional<RuleTexts> texts) {
    this.revisions = new Revisions(texts);
  }

  /** Empty when nothing is known of the ticket's post. */
  public Optional<Trail> of(Books books, Rules inForce, Ticket ticket) {
    return books
        .mentions()
        .find(ticket.mention())
        .map(post -> trail(books, inForce, post, Optional.of(ticket)));
  }

  /** Of a post, whether or not it has a ticket. */
  public Trail of(Books books, Rules inForce, MentionLog.Logged post) {
    return trail(books, inForce, post, books.tickets().of(post.mention().id()));
  }

  private Trail trail(Books books, Rules inForce, MentionLog.Logged post, Optional<Ticket> ticket) {
    Because because = ticket.map(Ticket::because).orElseGet(() -> post.decision().because());
    Instant decidedAt = ticket.map(Ticket::openedAt).orElseGet(post::receivedAt);
    return new Trail(
        post,
        ticket,
        because,
        decidedAt,
        walked(books, inForce, post, because.revision(), decidedAt),
        today(inForce, post, because.revision()),
        ticket.map(known -> books.considered().of(known.id())).orElse(List.of()),
        ticket.map(known -> books.audit().of(known.id())).orElse(List.of()));
  }

  private Walked walked(
      Books books, Rules inForce, MentionLog.Logged post, int revision, Instant decidedAt) {
    if (post.erased()) return new Walked.PostGone();
    Mention mention = post.mention();
    Reading reading = post.reading();
    return revision == inForce.book().revision()
        ? new Walked.Again(inForce.book(), inForce.router().explain(mention, reading, decidedAt))
        : revisions.walk(books, revision, mention, reading, decidedAt);
  }

  private static Optional<Decision> today(Rules inForce, MentionLog.Logged post, int revision) {
    if (post.erased() || revision == inForce.book().revision()) return Optional.empty();
    return Optional.of(inForce.router().decide(post.mention(), post.reading()));
  }
}
