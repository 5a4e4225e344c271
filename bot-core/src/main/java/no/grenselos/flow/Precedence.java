package no.grenselos.flow;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import no.grenselos.mention.Mention;
import no.grenselos.mention.MentionEvent;
import no.grenselos.mention.MentionId;
import no.grenselos.store.Books;
import no.grenselos.store.Inbox;
import no.grenselos.work.Work;

/**
 * Lets a post that came in, and waits to be worked on, go before those that answer or quote it; a
 * page may have them the other way round, and two nodes may have one each. A post that is held up
 * for longer than a minute is waited for no more: it then joins what was said to it.
 */
final class Precedence {
  private static final List<Duration> WAITS =
      List.of(Duration.ofSeconds(2), Duration.ofSeconds(10), Duration.ofMinutes(1));

  private Precedence() {}

  /**
   * Holds the posts and those they speak to: before anything else, and all at once, so that no two
   * nodes wait for each other.
   */
  static void hold(Work work, List<Sifted> posts) {
    work.books().earlyPosts().hold(posts.stream().flatMap(Sifted::concerned).toList());
  }

  /** Whether the post, which is held, was put off until one of those it speaks to is known. */
  static boolean waits(Work work, Inbox.Entry<MentionEvent> entry, Mention mention) {
    if (entry.attempts() > WAITS.size()) return false;
    Optional<MentionId> first =
        mention.speaksTo().stream().filter(other -> underWay(work.books(), other)).findFirst();
    first.ifPresent(other -> {
      Instant due = work.now().plus(WAITS.get(entry.attempts() - 1));
      String reason = "after " + other;
      work.tell("mention.waits", null, entry.key() + " " + reason);
      if (!work.books().mentionInbox().again(entry, due, reason)) throw new LeaseLost();
    });
    return first.isPresent();
  }

  /** The order of the questions counts: a post that is done with between them is known. */
  private static boolean underWay(Books books, MentionId post) {
    return books.mentionInbox().waiting(post.toString()) && books.mentions().find(post).isEmpty();
  }
}
