package no.grenselos.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import no.grenselos.chat.ChatEvent;
import no.grenselos.store.StoreException;
import no.grenselos.work.Work;
import no.grenselos.work.Workroom;

/**
 * Keeps what people do before the house is told so. Those who come while the store is busy are kept
 * together: one of them leads, waits for the store, and then takes along all who came meanwhile. So
 * fifty presses a second take a few transactions, however slow the store. Safe for many threads.
 */
final class Arrivals {
  private final Workroom room;
  private final Queue<Arrival> waiting = new ConcurrentLinkedQueue<>();

  /** Held by the one who leads, until the store is theirs; then the next may wait for it. */
  private final ReentrantLock leading = new ReentrantLock();

  Arrivals(Workroom room) {
    this.room = room;
  }

  /** One event, and in the end whether it was new. */
  private static final class Arrival {
    private final ChatEvent event;
    private final CompletableFuture<Boolean> fresh = new CompletableFuture<>();

    /** Somebody keeps it; only looked at by who leads. */
    private boolean taken;

    Arrival(ChatEvent event) {
      this.event = event;
    }

    boolean add(Work work) {
      String group = event.who().handle().toString();
      return work.books().chatInbox().add(event.id(), group, event, work.now());
    }
  }

  /**
   * Returns when the event is kept.
   *
   * @return whether it was new
   * @throws RuntimeException when it could not be kept
   */
  boolean keep(ChatEvent event) {
    Arrival arrival = new Arrival(event);
    waiting.add(arrival);
    leading.lock();
    if (arrival.taken) leading.unlock();
    else lead();
    try {
      return arrival.fresh.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }

  /** Keeps all who wait, the caller among them, and lets the next one lead. */
  private void lead() {
    List<Arrival> together = new ArrayList<>();
    try {
      keep(together);
    } catch (StoreException e) {
      takeAlong(together);
      together.forEach(arrival -> arrival.fresh.completeExceptionally(e));
    } catch (RuntimeException e) {
      takeAlong(together);
      // one that cannot be kept must not take the others along
      together.forEach(this::keepAlone);
    }
  }

  private void keep(List<Arrival> together) {
    List<Boolean> fresh =
        room.writeAhead(work -> {
          takeAlong(together);
          return together.stream().map(arrival -> arrival.add(work)).toList();
        });
    for (int i = 0; i < fresh.size(); i++) together.get(i).fresh.complete(fresh.get(i));
  }

  private void keepAlone(Arrival arrival) {
    try {
      arrival.fresh.complete(room.writeAhead(arrival::add));
    } catch (RuntimeException e) {
      arrival.fresh.completeExceptionally(e);
    }
  }

  /** Ends the lead, once: a transaction that is run again has the same ones. */
  private void takeAlong(List<Arrival> together) {
    if (!leading.isHeldByCurrentThread()) return;
    for (Arrival next = waiting.poll(); next != null; next = waiting.poll()) {
      next.taken = true;
      together.add(next);
    }
    leading.unlock();
  }
}
