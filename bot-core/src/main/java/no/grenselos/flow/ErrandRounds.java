package no.grenselos.flow;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import no.grenselos.store.Outbox;
import no.grenselos.store.StoreException;
import no.grenselos.work.Marked;
import no.grenselos.work.Workroom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes errands that are due, as many as there are couriers free, and has them carried out side by
 * side. One round at a time; safe for the couriers' threads and for whoever says that the node
 * leaves.
 */
final class ErrandRounds {
  private static final Logger LOG = LoggerFactory.getLogger(ErrandRounds.class);

  private static final int COURIERS = 8;

  /**
   * What was broken off is left alone this long: a call that is on its way yet has then arrived,
   * and is found.
   */
  private static final Duration SETTLING = Duration.ofSeconds(5);

  private final Workroom room;
  private final Courier courier;
  private final Executor couriers;
  private final Semaphore free = new Semaphore(COURIERS);
  private final InHand inHand = new InHand();
  private volatile boolean leaving;

  ErrandRounds(Workroom room, Courier courier, Executor couriers) {
    this.room = room;
    this.courier = courier;
    this.couriers = couriers;
  }

  /** Takes none from now on. */
  void leave() {
    leaving = true;
  }

  /**
   * Leaves to others what is in hand even now: a call that waits for its answer cannot be broken
   * off before the process ends, and with it the call.
   */
  void handOver() {
    inHand.all().forEach(this::handOver);
  }

  /** One round. Returns how long to rest. */
  Duration round() throws InterruptedException {
    if (leaving) return Rounds.POLL;
    free.acquire();
    int places = 1 + free.drainPermits();
    List<Outbox.Entry> entries = List.of();
    try {
      entries =
          room.write(work ->
              work.books().outbox().lease(places, work.now(), work.now().plus(room.lease())));
    } finally {
      free.release(places - entries.size());
    }
    for (Outbox.Entry entry : entries) {
      if (inHand.begins(entry)) couriers.execute(() -> carryOut(entry));
      else free.release();
    }
    return entries.isEmpty() ? Rounds.POLL : Duration.ZERO;
  }

  private void carryOut(Outbox.Entry first) {
    Optional<Outbox.Entry> next = Optional.of(first);
    try {
      while (next.isPresent()) {
        Outbox.Entry entry = next.get();
        marked(entry).around(() -> tryOnce(entry));
        next = inHand.next(first);
      }
    } finally {
      free.release();
      room.signals().errands().raise();
    }
  }

  private Marked marked(Outbox.Entry entry) {
    String key = entry.errand().key();
    try {
      return room.marked(courier.ticketOf(entry.errand())).with(Marked.ERRAND, key);
    } catch (StoreException e) {
      return Marked.by(Marked.ERRAND, key);
    }
  }

  private void tryOnce(Outbox.Entry entry) {
    try {
      courier.carryOut(entry);
    } catch (RuntimeException e) {
      // the lease ends by itself; the errand then counts as one that may have been carried out
      LOG.warn("errand failed key={} attempts={}", entry.errand().key(), entry.attempts(), e);
      if (leaving) handOver(entry);
    }
  }

  /**
   * What was broken off as this node stops is soon due for others, as one that may have been
   * carried out.
   */
  private void handOver(Outbox.Entry entry) {
    // a store does not wait for its turn on a thread that is told to end
    boolean unused = Thread.interrupted();
    try {
      boolean ours =
          room.write(work -> {
            Instant due = work.now().plus(SETTLING);
            return work.books().outbox().again(entry, due, Rounds.LEFT, true);
          });
      LOG.info("errand handed over key={} ours={}", entry.errand().key(), ours);
    } catch (StoreException e) {
      LOG.info("errand stays ours until its lease ends key={}", entry.errand().key(), e);
    }
  }
}
