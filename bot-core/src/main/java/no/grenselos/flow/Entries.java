package no.grenselos.flow;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import no.grenselos.store.Books;
import no.grenselos.store.Inbox;
import no.grenselos.store.StoreException;
import no.grenselos.work.Backoff;
import no.grenselos.work.Work;
import no.grenselos.work.Workroom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What waits in one of the inboxes, for this node: taken by lease, each entry worked on by itself.
 * One bad entry never stops the others: it is tried again later, and set aside in the end. Worked
 * on by one thread; another may say that the node leaves.
 */
final class Entries<T> {
  private static final Logger LOG = LoggerFactory.getLogger(Entries.class);

  /** After so many tries an event that cannot be worked on is set aside for the admin. */
  private static final int TRIES = 5;

  private static final Backoff BACKOFF = new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(1));

  private final Workroom room;
  private final Function<Books, Inbox<T>> inbox;
  private volatile boolean leaving;

  Entries(Workroom room, Function<Books, Inbox<T>> inbox) {
    this.room = room;
    this.inbox = inbox;
  }

  /** From now on what is taken and not begun goes back at once. */
  void leave() {
    leaving = true;
  }

  /** The first of those that are due; this node's until the lease ends. */
  List<Inbox.Entry<T>> lease(int most) {
    return room.write(
        work -> inbox.apply(work.books()).lease(most, work.now(), work.now().plus(room.lease())));
  }

  /** Works on them one after the other, as long as the node stays. */
  void work(List<Inbox.Entry<T>> entries, Consumer<Inbox.Entry<T>> handler) {
    for (int i = 0; i < entries.size(); i++) {
      if (givesBack(entries.subList(i, entries.size()))) return;
      work(entries.get(i), handler);
    }
  }

  void work(Inbox.Entry<T> entry, Consumer<Inbox.Entry<T>> handler) {
    try {
      handler.accept(entry);
    } catch (LeaseLost e) {
      LOG.info("entry went to another node key={}", entry.key());
    } catch (RuntimeException e) {
      LOG.warn("entry failed key={} attempts={}", entry.key(), entry.attempts(), e);
      room.write(work -> putOff(work, entry, e));
    }
  }

  /**
   * Whether the node leaves; then these are the other nodes', which need not wait for our lease.
   */
  boolean givesBack(List<Inbox.Entry<T>> rest) {
    if (!leaving) return false;
    int given =
        room.write(work -> {
          int count = 0;
          for (Inbox.Entry<T> entry : rest) {
            if (inbox.apply(work.books()).again(entry, work.now(), Rounds.LEFT)) count++;
          }
          return count;
        });
    LOG.info("entries given back count={}", given);
    return true;
  }

  private boolean putOff(Work work, Inbox.Entry<T> entry, RuntimeException failure) {
    String reason = failure.toString();
    // a store that is busy says nothing against the entry
    if (failure instanceof StoreException || entry.attempts() < TRIES) {
      return inbox
          .apply(work.books())
          .again(entry, work.now().plus(BACKOFF.after(entry.attempts())), reason);
    }
    // its message may quote a post, and the journal is written to the log
    String kind = failure.getClass().getSimpleName();
    work.tell("entry.parked", null, entry.key() + ": " + kind);
    return inbox.apply(work.books()).park(entry, reason);
  }
}
