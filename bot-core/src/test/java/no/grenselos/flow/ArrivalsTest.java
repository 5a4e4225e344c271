package no.grenselos.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import no.grenselos.chat.ChatEvent;
import no.grenselos.chat.ChatUser;
import no.grenselos.chat.TicketAction;
import no.grenselos.lesson.Pupil;
import no.grenselos.store.Books;
import no.grenselos.store.MemoryStore;
import no.grenselos.store.Store;
import no.grenselos.store.StoreException;
import no.grenselos.work.Equipment;
import no.grenselos.work.Outside;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Presses that come faster than the store writes. */
class ArrivalsTest {
  private final TimeLine line = new TimeLine();
  private final SlowStore store = new SlowStore();
  private final Arrivals arrivals = arrivals();
  private final List<String> failed = new CopyOnWriteArrayList<>();

  /** Its first transaction takes until it is let go. */
  private static final class SlowStore implements Store {
    private final MemoryStore kept = new MemoryStore();
    final CountDownLatch begun = new CountDownLatch(1);
    final CountDownLatch go = new CountDownLatch(1);
    final AtomicInteger transactions = new AtomicInteger();
    volatile boolean locked;

    @Override
    public <T> T write(Function<Books, T> work) {
      if (locked) throw new StoreException("locked");
      int number = transactions.incrementAndGet();
      return kept.write(books -> {
        T result = work.apply(books);
        if (number == 1) hold();
        return result;
      });
    }

    private void hold() {
      begun.countDown();
      try {
        go.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    @Override
    public <T> T read(Function<Books, T> work) {
      return kept.read(work);
    }

    @Override
    public void close() {}
  }

  private Arrivals arrivals() {
    Equipment own = line.node(Pupil.NOBODY);
    Equipment slow =
        new Equipment(
            store,
            own.rules(),
            Outside.NOTHING,
            "slack",
            own.clock(),
            own.journal(),
            own.pupil(),
            own.lease());
    return new Arrivals(new Desk(slow).room());
  }

  @AfterEach
  void close() {
    line.close();
  }

  private ChatEvent event(int number) {
    return new ChatEvent(
        "e" + number,
        new ChatUser(TimeLine.handle("ana"), "Ana"),
        new ChatEvent.On.Nothing(),
        new TicketAction.Claim(),
        line.now());
  }

  /** Cannot be told whose it is. */
  @SuppressWarnings("NullAway")
  private ChatEvent spoilt() {
    return new ChatEvent(
        "spoilt", null, new ChatEvent.On.Nothing(), new TicketAction.Claim(), line.now());
  }

  private long waiting() {
    return store.read(books -> books.chatInbox().waiting());
  }

  /** They come while the first one's transaction goes on, and wait. */
  private void comeMeanwhile(List<ChatEvent> events) throws InterruptedException {
    List<Thread> people = new ArrayList<>();
    people.add(Thread.ofPlatform().start(() -> arrivals.keep(event(0))));
    store.begun.await();
    for (ChatEvent event : events) people.add(Thread.ofPlatform().start(() -> tried(event)));
    for (Thread person : people) {
      while (person.getState() != Thread.State.WAITING) Thread.onSpinWait();
    }
    store.go.countDown();
    for (Thread person : people) person.join();
  }

  private void tried(ChatEvent event) {
    try {
      arrivals.keep(event);
    } catch (RuntimeException e) {
      failed.add(event.id());
    }
  }

  @Test
  void thoseWhoComeWhileTheStoreIsBusyAreKeptTogether() throws Exception {
    comeMeanwhile(IntStream.rangeClosed(1, 50).mapToObj(this::event).toList());

    assertThat(waiting()).isEqualTo(51);
    assertThat(store.transactions.get()).isEqualTo(2);
  }

  @Test
  void oneThatCannotBeKeptTakesNoOtherAlong() throws Exception {
    comeMeanwhile(List.of(event(1), event(2), spoilt(), event(3)));

    assertThat(waiting()).isEqualTo(4);
    assertThat(failed).containsExactly("spoilt");
  }

  @Test
  void repetitionIsNotNew() {
    store.go.countDown();

    assertThat(arrivals.keep(event(1))).isTrue();
    assertThat(arrivals.keep(event(1))).isFalse();
    assertThat(waiting()).isEqualTo(1);
  }

  @Test
  void whatCouldNotBeKeptIsSaid() {
    store.go.countDown();
    store.locked = true;

    assertThatThrownBy(() -> arrivals.keep(event(1))).isInstanceOf(StoreException.class);
    store.locked = false;
    assertThat(arrivals.keep(event(1))).isTrue();
  }
}
