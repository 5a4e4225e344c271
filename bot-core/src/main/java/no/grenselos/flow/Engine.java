package no.grenselos.flow;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import no.grenselos.chat.ChatEvent;
import no.grenselos.chat.ChatPort;
import no.grenselos.feed.Feed;
import no.grenselos.mention.MentionEvent;
import no.grenselos.store.Inbox;
import no.grenselos.store.Outbox;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs the four flows until it is closed. Several engines, in one process or many, may share one
 * store.
 */
public final class Engine implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Engine.class);

  /** How long an entry is ours; after a crash it waits this long for somebody else. */
  private static final Duration LEASE = Duration.ofSeconds(30);

  /** Other nodes' work is noticed after this long; our own at once. */
  private static final Duration POLL = Duration.ofMillis(500);

  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final int BATCH = 32;
  private static final int COURIERS = 8;

  /** After so many tries an event that cannot be worked on is set aside for the admin. */
  private static final int TRIES = 5;

  private static final Backoff BACKOFF = new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(1));

  private final Workroom room;
  private final Desk desk;
  private final Intake intake;
  private final Watch watch;
  private final Courier courier;
  private final List<FeedReading> feeds;
  private final List<Loop> loops = new ArrayList<>();
  private final ExecutorService couriers = Executors.newVirtualThreadPerTaskExecutor();
  private final Semaphore free = new Semaphore(COURIERS);

  private Engine(Desk desk, List<Feed> feeds, List<ChatPort> houses) {
    this.desk = desk;
    this.room = desk.room();
    Asking asking = new Asking(room.channelHouse());
    this.intake = new Intake(room, asking);
    this.watch = new Watch(room, asking);
    this.courier = new Courier(room, asking, houses);
    this.feeds = feeds.stream().map(feed -> new FeedReading(feed, room, intake)).toList();
  }

  /** Starts to work at once; returns without waiting. */
  public static Engine start(Desk desk, List<Feed> feeds, List<ChatPort> houses) {
    Engine engine = new Engine(desk, feeds, houses);
    engine.begin();
    return engine;
  }

  private void begin() {
    Signals signals = room.signals();
    for (FeedReading feed : feeds) {
      loops.add(Loop.start("feed-" + feed.name(), new Signal(), feed::read));
    }
    loops.add(Loop.start("intake", signals.mentions, this::mentions));
    loops.add(Loop.start("desk", signals.actions, this::actions));
    loops.add(Loop.start("courier", signals.errands, this::errands));
    loops.add(Loop.start("watch", signals.timers, this::timers));
  }

  private Duration mentions() {
    List<Inbox.Entry<MentionEvent>> entries =
        room.write(work -> work.books().mentionInbox().lease(BATCH, work.now(), leaseEnd(work)));
    for (Inbox.Entry<MentionEvent> entry : entries) {
      attempt(entry, intake::handle, (work, e) -> work.books().mentionInbox());
    }
    return entries.isEmpty() ? POLL : Duration.ZERO;
  }

  private Duration actions() {
    List<Inbox.Entry<ChatEvent>> entries =
        room.write(work -> work.books().chatInbox().lease(BATCH, work.now(), leaseEnd(work)));
    for (Inbox.Entry<ChatEvent> entry : entries) {
      attempt(entry, desk::handle, (work, e) -> work.books().chatInbox());
    }
    return entries.isEmpty() ? POLL : Duration.ZERO;
  }

  private Duration timers() {
    return watch.tick() == 0 ? POLL : Duration.ZERO;
  }

  /** One bad entry never stops the others: it is tried again later, and set aside in the end. */
  private <T> void attempt(
      Inbox.Entry<T> entry, Consumer<Inbox.Entry<T>> handler, InboxOf<T> inbox) {
    try {
      handler.accept(entry);
    } catch (Intake.LeaseLost e) {
      LOG.info("entry went to another node key={}", entry.key());
    } catch (RuntimeException e) {
      LOG.warn("entry failed key={} attempts={}", entry.key(), entry.attempts(), e);
      String reason = e.getClass().getSimpleName() + ": " + e.getMessage();
      room.write(work -> {
        if (entry.attempts() < TRIES) {
          Instant due = work.now().plus(BACKOFF.after(entry.attempts()));
          return inbox.of(work, entry).again(entry, due, reason);
        }
        work.tell("entry.parked", null, entry.key() + ": " + reason);
        return inbox.of(work, entry).park(entry, reason);
      });
    }
  }

  @FunctionalInterface
  private interface InboxOf<T> {
    Inbox<T> of(Work work, Inbox.Entry<T> entry);
  }

  private Duration errands() throws InterruptedException {
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

  private void carryOut(Outbox.Entry entry) {
    try {
      courier.carryOut(entry);
    } catch (RuntimeException e) {
      // the lease ends by itself, and the errand is looked at again as one that may have been
      // carried out
      LOG.warn("errand failed key={} attempts={}", entry.errand().key(), entry.attempts(), e);
    } finally {
      free.release();
      room.signals().errands.raise();
    }
  }

  private static Instant leaseEnd(Work work) {
    return work.now().plus(LEASE);
  }

  /**
   * Finishes what is in hand, at most about ten seconds; what is left is done by the next start.
   */
  @Override
  public void close() {
    feeds.forEach(FeedReading::close);
    loops.forEach(loop -> loop.stop(PATIENCE));
    couriers.shutdown();
    try {
      if (!couriers.awaitTermination(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        couriers.shutdownNow();
      }
    } catch (InterruptedException e) {
      couriers.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }
}
