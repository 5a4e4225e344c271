package no.grenselos.flow;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import no.grenselos.chat.ChatPort;
import no.grenselos.mention.MentionEvent;
import no.grenselos.store.Books;
import no.grenselos.store.Inbox;
import no.grenselos.store.Outbox;
import no.grenselos.store.StoreException;
import no.grenselos.work.Asking;
import no.grenselos.work.Backoff;
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

  /** So many posts at most are read side by side. */
  private static final int POSTS = 64;

  /** A round of posts that takes longer is followed by a smaller one. */
  private static final Duration LONG_ROUND = Duration.ofSeconds(2);

  private static final int COURIERS = 8;

  /** After so many tries an event that cannot be worked on is set aside for the admin. */
  private static final int TRIES = 5;

  private static final Backoff BACKOFF = new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(1));

  private final Workroom room;
  private final Desk desk;
  private final Intake intake;
  private final Watch watch;
  private final Courier courier;
  private final Executor couriers;
  private final Semaphore free = new Semaphore(COURIERS);

  /** All of a round must end within its lease, and while a stopping service is waited for. */
  private int posts = POSTS;

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

  /**
   * Posts that nobody is asked about are most of a busy network's: those that follow each other are
   * kept in one transaction.
   */
  Duration mentions() {
    Instant begin = room.now();
    List<Inbox.Entry<MentionEvent>> entries = leased(Books::mentionInbox, posts);
    inOrder(entries);
    boolean took = Duration.between(begin, room.now()).compareTo(LONG_ROUND) > 0;
    posts = took ? Math.max(1, posts / 2) : Math.min(POSTS, posts * 2);
    return entries.isEmpty() ? POLL : Duration.ZERO;
  }

  private void inOrder(List<Inbox.Entry<MentionEvent>> entries) {
    Map<Long, Sifted> sifted = sifted(entries);
    List<Sifted> together = new ArrayList<>();
    for (Inbox.Entry<MentionEvent> entry : entries) {
      Sifted post = sifted.get(entry.id());
      if (post != null && post.dropped()) {
        together.add(post);
        continue;
      }
      keep(together);
      together.clear();
      alone(Books::mentionInbox, entry, post == null ? intake::handle : same -> intake.keep(post));
    }
    keep(together);
  }

  /** By their entries; none when one of them cannot be read, which then shows by itself. */
  private Map<Long, Sifted> sifted(List<Inbox.Entry<MentionEvent>> entries) {
    try {
      return Sifted.all(entries, room).stream()
          .collect(Collectors.toMap(post -> post.entry().id(), Function.identity()));
    } catch (RuntimeException e) {
      LOG.info("posts are read one by one count={}", entries.size(), e);
      return Map.of();
    }
  }

  private void keep(List<Sifted> together) {
    if (together.size() > 1 && keptTogether(together)) return;
    together.forEach(post -> alone(Books::mentionInbox, post.entry(), same -> intake.keep(post)));
  }

  private boolean keptTogether(List<Sifted> posts) {
    try {
      intake.keep(posts);
      return true;
    } catch (RuntimeException e) {
      // one that cannot be kept must not take the others along
      LOG.info("posts are kept one by one count={} reason={}", posts.size(), e.toString());
      return false;
    }
  }

  Duration actions() {
    return inbox(Books::chatInbox, desk::handle);
  }

  Duration timers() {
    return watch.tick() == 0 ? POLL : Duration.ZERO;
  }

  Duration errands() throws InterruptedException {
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
    List<Inbox.Entry<T>> entries = leased(inbox, BATCH);
    entries.forEach(entry -> alone(inbox, entry, handler));
    return entries.isEmpty() ? POLL : Duration.ZERO;
  }

  private <T> List<Inbox.Entry<T>> leased(Function<Books, Inbox<T>> inbox, int most) {
    return room.write(work -> inbox.apply(work.books()).lease(most, work.now(), leaseEnd(work)));
  }

  private <T> void alone(
      Function<Books, Inbox<T>> inbox, Inbox.Entry<T> entry, Consumer<Inbox.Entry<T>> handler) {
    try {
      handler.accept(entry);
    } catch (Intake.LeaseLost e) {
      LOG.info("entry went to another node key={}", entry.key());
    } catch (RuntimeException e) {
      LOG.warn("entry failed key={} attempts={}", entry.key(), entry.attempts(), e);
      room.write(work -> putOff(work, inbox.apply(work.books()), entry, e));
    }
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
      courier.carryOut(entry);
    } catch (RuntimeException e) {
      // the lease ends by itself; the errand then counts as one that may have been carried out
      LOG.warn("errand failed key={} attempts={}", entry.errand().key(), entry.attempts(), e);
    } finally {
      free.release();
      room.signals().errands().raise();
    }
  }

  private Instant leaseEnd(Work work) {
    return work.now().plus(room.lease());
  }
}
