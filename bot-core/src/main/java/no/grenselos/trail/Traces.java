package no.grenselos.trail;

import static java.util.stream.Collectors.joining;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import no.grenselos.chat.MessageRef;
import no.grenselos.chat.Placement;
import no.grenselos.mention.MentionId;
import no.grenselos.reading.Reading;
import no.grenselos.route.Because;
import no.grenselos.route.Decision;
import no.grenselos.store.AuditLog;
import no.grenselos.store.Books;
import no.grenselos.store.Considered;
import no.grenselos.store.Errand;
import no.grenselos.store.MentionLog.Logged;
import no.grenselos.store.Outbox;
import no.grenselos.ticket.Answer;
import no.grenselos.ticket.Offer;
import no.grenselos.ticket.Ticket;
import no.grenselos.ticket.TicketId;
import no.grenselos.trail.Trace.Step;
import no.grenselos.work.Work;

/**
 * Follows one post through all steps, from what the books of all nodes say. Only reads; not to be
 * used after the transaction whose books it is given.
 */
public final class Traces {
  private final Books books;
  private final List<Step> steps = new ArrayList<>();

  private Traces(Books books) {
    this.books = books;
  }

  /**
   * As somebody writes it: a ticket's number, a post's id as the log has it, with or without its
   * revision, or a post's address. Empty when nothing is known by it.
   */
  public static Optional<Trace> of(Books books, String written) {
    String name = written.strip();
    if (name.matches("T-[1-9]\\d{0,17}")) {
      return books.tickets().find(TicketId.parse(name)).map(one -> of(books, one));
    }
    Optional<Logged> there = Addresses.post(books, name);
    if (there.isPresent()) return of(books, there.get().mention().id());
    return name.matches("[a-z]+:.{1,500}") ? byId(books, name) : Optional.empty();
  }

  private static Optional<Trace> byId(Books books, String name) {
    int revision = name.lastIndexOf('#');
    return of(books, MentionId.parse(name))
        .or(() ->
            revision < 0
                ? Optional.empty()
                : of(books, MentionId.parse(name.substring(0, revision))));
  }

  /** Of a ticket and its post. */
  public static Trace of(Books books, Ticket ticket) {
    Traces traces = new Traces(books);
    traces.post(ticket.mention());
    traces.ticket(ticket.id());
    return traces.done(ticket.mention(), Optional.of(ticket.id()));
  }

  /** Of a post; empty when nothing is known of it. */
  static Optional<Trace> of(Books books, MentionId post) {
    Traces traces = new Traces(books);
    traces.post(post);
    Optional<TicketId> ticket =
        books.tickets().of(post).map(Ticket::id).or(() -> books.care().followed(post));
    ticket.ifPresent(traces::ticket);
    return traces.steps.isEmpty() ? Optional.empty() : Optional.of(traces.done(post, ticket));
  }

  private Trace done(MentionId post, Optional<TicketId> ticket) {
    // what is not done has no time; what was done in one moment stays in the order of the flow
    steps.sort(Traces::byTime);
    return new Trace(post, ticket, steps);
  }

  private static int byTime(Step one, Step other) {
    Instant first = one.at();
    Instant second = other.at();
    if (first == null || second == null) return Boolean.compare(first == null, second == null);
    return first.compareTo(second);
  }

  private void post(MentionId post) {
    List<Logged> revisions = books.mentions().revisions(post).reversed();
    if (!revisions.isEmpty() && !revisions.getFirst().erased()) {
      Instant at = revisions.getFirst().mention().publishedAt();
      add(at, "post.published", post.network().toString(), post.toString());
    }
    for (Logged one : revisions) read(one);
    if (books.mentionInbox().waiting(post.toString())) {
      steps.add(new Step(null, "mention.waits", Work.GRENSELOS, "to be read"));
    }
  }

  private void read(Logged one) {
    Instant at = one.receivedAt();
    String gone = one.erased() ? ", erased since" : "";
    add(at, "mention.received", "revision " + one.mention().revision() + gone);
    add(at, "mention.read", told(one.reading()));
    add(at, "mention.decided", told(one.decision()));
  }

  private static String told(Reading reading) {
    String topics =
        reading.topics().stream()
            .map(one -> String.format(Locale.ROOT, "%s %.2f", one.topic(), one.score()))
            .collect(joining(", "));
    return String.format(
        Locale.ROOT,
        "language %s, intent %s %.2f, topics %s",
        reading.language(),
        reading.intent(),
        reading.intentScore(),
        topics.isEmpty() ? "none" : topics);
  }

  private static String told(Decision decision) {
    Because because = decision.because();
    String routes = because.routes().isEmpty() ? "no route" : String.join(" + ", because.routes());
    String what =
        switch (decision) {
          case Decision.Ask ask -> "ask about " + ask.topic();
          case Decision.Queue queue -> "queue in " + queue.terms().channel();
          case Decision.Both both ->
              "ask about " + both.topic() + ", queue in " + both.terms().channel();
          case Decision.Hold hold -> "hold until " + hold.until() + ": " + hold.reason();
          case Decision.Drop drop -> "drop: " + drop.reason();
        };
    return what + "; by " + routes + " of revision " + because.revision();
  }

  private void ticket(TicketId ticket) {
    for (AuditLog.Entry entry : books.audit().of(ticket)) {
      steps.add(new Step(entry.at(), entry.what(), entry.who(), entry.detail()));
    }
    books.considered().of(ticket).forEach(this::looked);
    books.offers().of(ticket).forEach(this::offered);
    books.placements().of(ticket).forEach(this::card);
    for (Answer answer : books.answers().of(ticket)) waits(new Errand.Publish(answer.id()));
  }

  private void looked(Considered.Round round) {
    String asked = round.asked() == null ? "nobody" : round.asked() + ", " + round.why();
    String others =
        round.people().stream()
            .filter(one -> !one.who().equals(round.asked()))
            .map(one -> one.who() + " " + one.reason())
            .collect(joining("; "));
    String more = round.others() == 0 ? "" : " and " + round.others() + " more";
    String detail = round.topic() + ": asked " + asked;
    add(
        round.at(),
        "experts.looked-at",
        detail + (others.isEmpty() ? "" : "; not " + others) + more);
  }

  private void offered(Offer offer) {
    add(offer.madeAt(), "offer.made", "to " + offer.expert() + " until " + offer.until());
    if (offer.end() == null || offer.endedAt() == null) return;
    add(offer.endedAt(), "offer.ended", offer.expert().id(), offer.end().name());
  }

  private void card(Placement card) {
    MessageRef ref = card.message();
    String shown =
        ref == null ? "not shown yet" : "shown as " + ref.channel() + "/" + ref.message();
    String where = card.id() + " " + card.role() + " in " + card.place().key();
    add(card.madeAt(), "card.made", where + ", " + shown);
    waits(new Errand.Show(card.id()));
  }

  private void waits(Errand errand) {
    books.outbox().unfinished(errand.key()).ifPresent(this::waits);
  }

  private void waits(Outbox.Unfinished one) {
    String what = "errand." + one.stage().name().toLowerCase(Locale.ROOT);
    String tried = one.key() + " attempts=" + one.attempts() + " due=" + one.due();
    String unsure = one.unsure() ? " perhaps carried out" : "";
    String why = one.reason().isBlank() ? "" : ": " + one.reason();
    steps.add(new Step(null, what, Work.GRENSELOS, tried + unsure + why));
  }

  private void add(Instant at, String what, String detail) {
    add(at, what, Work.GRENSELOS, detail);
  }

  private void add(Instant at, String what, String who, String detail) {
    steps.add(new Step(at, what, who, detail));
  }
}
