package no.grenselos.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import no.grenselos.chat.ChatEvent;
import no.grenselos.store.StoreException;
import no.grenselos.work.Workroom;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what people do before the house is told so. Those who come while the store is busy are kept
 * together in one transaction: fifty presses a second take the time of a few, however slow the
 * store. Safe for many threads.
 */
final class Arrivals {
  /** More would make one transaction long; the rest is the next one's. */
  private static final int TOGETHER = 200;

  private final Workroom room;
  private final ReentrantLock writing = new ReentrantLock();
  private final Queue<Arrival> waiting = new ConcurrentLinkedQueue<>();

  Arrivals(Workroom room) {
    this.room = room;
  }

  /** One event, and what became of it. */
  private static final class Arrival {
    private final ChatEvent event;
    private boolean fresh;
    private @Nullable RuntimeException failure;
    private volatile boolean ended;

    Arrival(ChatEvent event) {
      this.event = event;
    }

    private boolean fresh() {
      if (failure != null) throw failure;
      return fresh;
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
    while (!arrival.ended) {
      writing.lock();
      try {
        // whoever had the lock before may have kept this one too
        if (!arrival.ended) keepAll(next());
      } finally {
        writing.unlock();
      }
    }
    return arrival.fresh();
  }

  private List<Arrival> next() {
    List<Arrival> together = new ArrayList<>();
    while (together.size() < TOGETHER) {
      Arrival arrival = waiting.poll();
      if (arrival == null) break;
      together.add(arrival);
    }
    return together;
  }

  private void keepAll(List<Arrival> together) {
    try {
      write(together);
    } catch (StoreException e) {
      together.forEach(arrival -> arrival.failure = e);
    } catch (RuntimeException e) {
      // one that cannot be kept must not take the others along
      together.forEach(this::keepAlone);
    } finally {
      together.forEach(arrival -> arrival.ended = true);
    }
  }

  private void keepAlone(Arrival arrival) {
    try {
      write(List.of(arrival));
    } catch (RuntimeException e) {
      arrival.failure = e;
    }
  }

  private void write(List<Arrival> together) {
    List<Boolean> fresh =
        room.writeAhead(work -> {
          List<Boolean> added = new ArrayList<>();
          for (Arrival arrival : together) {
            ChatEvent event = arrival.event;
            String group = event.who().handle().toString();
            added.add(work.books().chatInbox().add(event.id(), group, event, work.now()));
          }
          return added;
        });
    for (int i = 0; i < together.size(); i++) together.get(i).fresh = fresh.get(i);
  }
}
