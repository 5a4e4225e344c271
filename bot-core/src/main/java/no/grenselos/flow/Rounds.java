package no.grenselos.flow;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import java.util.function.Function;
import no.grenselos.chat.ChatPort;
import no.grenselos.store.Books;
import no.grenselos.store.Inbox;
import no.grenselos.store.Outbox;
import no.grenselos.store.StoreException;
import no.grenselos.work.Asking;
import no.grenselos.work.Backoff;
import no.grenselos.work.Marked;
import no.grenselos.work.Work;
import no.grenselos.work.Workroom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One round of each flow: takes what is due, works on it, and says how long to rest. One bad entry
 * never stops the others: it is tried again later, and set aside in the end.
 */
final class Rounds {
  private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);

  /** Other nodes' work is noticed after this long; our own at once. */
  static final Duration POLL = Duration.ofMillis(500);

  private static final int BATCH = 32;
  private static final int COURIERS = 8;

  /** After so many tries an event that cannot be worked on is set aside for the admin. */
  private static final int TRIES = 5;

  /** The reason that stands with what a node leaves to others. */
  private static final String LEFT = "handed over by a node that stopped";

  private static final Backoff BACKOFF = new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(1));

  private final Workroom room;
  private final Desk desk;
  private final Intake intake;
  private final Watch watch;
  private final Courier courier;
  private final Executor couriers;
  private final Semaphore free = new Semaphore(COURIERS);
  private volatile boolean leaving;

  /**
   * @param couriers runs the errands of different places side by side
   */
  Rounds(Desk desk, List<ChatPort> houses, Executor couriers) {
    this.desk = desk;
    this.room = desk.room();
    Asking asking = new Asking();
    this.intake = new Intake(room, asking);
    this.watch = new Watch(room, asking);
    this.courier = new Courier(room, houses, couriers);
    this.couriers = couriers;
  }

  Intake intake() {
    return intake;
  }

  /** Takes nothing new from now on; what is taken and not begun goes back at once. */
  void leave() {
    leaving = true;
  }

  Duration mentions() {
    return inbox(
        Books::mentionInbox,
        entry -> Marked.by(Marked.MENTION, entry.event().id()).around(() -> intake.handle(entry)));
  }

  Duration actions() {
    return inbox(Books::chatInbox, desk::handle);
  }

  Duration timers() {
    return watch.tick() == 0 ? POLL : Duration.ZERO;
  }

  Duration errands() throws InterruptedException {
    if (leaving) return POLL;
    free.acquire();
    int places = 1 + free.drainPermits();
    List<Outbox.Entry> entries = List.of();
    try {
      entries = room.write(work -> work.books().outbox().lease(places, work.now(), leaseEnd(work)));
    } finally {
      free.release(places - entries.size());
    }
    for (Outbox.Entry entry : entries) couriers.execute(() -> carryOut(entry));
    return entries.isEmpty() ? POLL : Duration.ZERO;
  }

  private <T> Duration inbox(Function<Books, Inbox<T>> inbox, Consumer<Inbox.Entry<T>> handler) {
    List<Inbox.Entry<T>> entries =
        room.write(work -> inbox.apply(work.books()).lease(BATCH, work.now(), leaseEnd(work)));
    for (int i = 0; i < entries.size(); i++) {
      if (leaving) {
        giveBack(inbox, entries.subList(i, entries.size()));
        break;
      }
      handle(entries.get(i), inbox, handler);
    }
    return entries.isEmpty() ? POLL : Duration.ZERO;
  }

  private <T> void handle(
      Inbox.Entry<T> entry, Function<Books, Inbox<T>> inbox, Consumer<Inbox.Entry<T>> handler) {
    try {
      handler.accept(entry);
    } catch (Intake.LeaseLost e) {
      LOG.info("entry went to another node key={}", entry.key());
    } catch (RuntimeException e) {
      LOG.warn("entry failed key={} attempts={}", entry.key(), entry.attempts(), e);
      room.write(work -> putOff(work, inbox.apply(work.books()), entry, e));
    }
  }

  /** Other nodes need not wait until our lease ends. */
  private <T> void giveBack(Function<Books, Inbox<T>> inbox, List<Inbox.Entry<T>> entries) {
    int given =
        room.write(work -> {
          int count = 0;
          for (Inbox.Entry<T> entry : entries) {
            if (inbox.apply(work.books()).again(entry, work.now(), LEFT)) count++;
          }
          return count;
        });
    LOG.info("entries given back count={}", given);
  }

  private static <T> boolean putOff(
      Work work, Inbox<T> inbox, Inbox.Entry<T> entry, RuntimeException failure) {
    String reason = failure.toString();
    // a store that is busy says nothing against the entry
    if (failure instanceof StoreException || entry.attempts() < TRIES) {
      return inbox.again(entry, work.now().plus(BACKOFF.after(entry.attempts())), reason);
    }
    work.tell("entry.parked", null, entry.key() + ": " + reason);
    return inbox.park(entry, reason);
  }

  private void carryOut(Outbox.Entry entry) {
    try {
      marked(entry).around(() -> tryOnce(entry));
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
   * What was broken off as this node stops is due at once for others, as one that may have been
   * carried out.
   */
  private void handOver(Outbox.Entry entry) {
    // a store does not wait for its turn on a thread that is told to end
    boolean unused = Thread.interrupted();
    try {
      boolean ours = room.write(work -> work.books().outbox().again(entry, work.now(), LEFT, true));
      LOG.info("errand handed over key={} ours={}", entry.errand().key(), ours);
    } catch (StoreException e) {
      LOG.info("errand stays ours until its lease ends key={}", entry.errand().key(), e);
    }
  }

  private Instant leaseEnd(Work work) {
    return work.now().plus(room.lease());
  }
}
