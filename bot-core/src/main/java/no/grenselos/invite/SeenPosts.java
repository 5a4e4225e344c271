package no.grenselos.invite;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import no.grenselos.chat.Part;
import no.grenselos.reading.TopicId;
import no.grenselos.store.Books;
import no.grenselos.store.MentionLog;
import no.grenselos.ticket.Ticket;
import no.grenselos.work.Phrases;
import no.grenselos.work.Story;

/** Real posts of the last time, so that somebody sees what they would be asked about. */
final class SeenPosts {
  private static final int SHOWN = 3;

  /** Some may be gone outside; we look back this far for others. */
  private static final int LOOKED_AT = 30;

  private SeenPosts() {}

  /** At most three on these topics that are still there, newest first. */
  static List<Part.Post> on(Books books, Collection<TopicId> topics, Phrases phrases) {
    return topics.stream()
        .flatMap(topic -> books.tickets().on(topic, LOOKED_AT).stream())
        .sorted(Comparator.comparingLong((Ticket ticket) -> ticket.id().number()).reversed())
        .flatMap(ticket -> books.mentions().find(ticket.mention()).stream())
        .filter(logged -> !logged.erased())
        .limit(SHOWN)
        .map(logged -> shortened(logged, phrases))
        .toList();
  }

  static Part.Post shortened(MentionLog.Logged logged, Phrases phrases) {
    Part.Post post = Story.quote(logged, phrases);
    return new Part.Post(post.author(), post.link(), Saying.cut(post.text()));
  }
}
