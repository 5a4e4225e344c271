package no.grenselos.thanks;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import no.grenselos.expert.Expert;
import no.grenselos.reading.TopicId;
import no.grenselos.store.Books;
import no.grenselos.store.Digests.Digest;
import no.grenselos.store.MentionLog;
import no.grenselos.store.Thanks.Answered;
import no.grenselos.store.Thanks.Back;
import no.grenselos.ticket.Ticket;
import no.grenselos.ticket.TicketId;

/**
 * What one person's letter is about; nothing of anybody else.
 *
 * @param answered what they answered
 * @param backs what came back for their answers
 * @param waiting how many posts on their topics came in that time and nobody has
 * @param read how many posts on their topics came; 0 for somebody who is asked about them
 * @param shown some of those that wait, or of those to read
 */
record Week(List<Answered> answered, List<Back> backs, int waiting, int read, List<Post> shown) {
  private static final int SHOWN = 3;
  private static final int TO_READ = 8;

  /** A post and its ticket. */
  record Post(Ticket ticket, MentionLog.Logged logged) {}

  static Week of(Books books, Expert expert, Digest digest) {
    String who = expert.id().id();
    Set<TopicId> topics = expert.topics();
    boolean reads = Rhythm.onlyReads(expert);
    List<TicketId> shown =
        reads
            ? books.digests().came(topics, digest.from(), digest.until(), TO_READ)
            : books.digests().waiting(topics, digest.from(), SHOWN);
    return new Week(
        books.thanks().by(who, digest.from(), digest.until()),
        books.thanks().backs(who, digest.from(), digest.until()),
        reads ? 0 : books.digests().countWaiting(topics, digest.from()),
        reads ? books.digests().countCame(topics, digest.from(), digest.until()) : 0,
        shown.stream().flatMap(id -> post(books, id)).toList());
  }

  static Stream<Post> post(Books books, TicketId id) {
    return books.tickets().find(id).stream()
        .flatMap(ticket ->
            books.mentions().find(ticket.mention()).stream()
                .filter(logged -> !logged.erased())
                .map(logged -> new Post(ticket, logged)));
  }

  boolean hasSomething() {
    return !answered.isEmpty() || !backs.isEmpty() || waiting > 0 || read > 0;
  }
}
