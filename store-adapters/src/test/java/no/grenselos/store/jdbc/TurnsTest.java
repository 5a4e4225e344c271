package no.grenselos.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import no.grenselos.store.StoreException;
import org.junit.jupiter.api.Test;

class TurnsTest {
  private static final Duration LONG = Duration.ofSeconds(20);

  private final List<String> order = new CopyOnWriteArrayList<>();
  private final List<Thread> threads = new ArrayList<>();

  private void wants(Turns turns, String name, boolean first) throws InterruptedException {
    Thread thread =
        Thread.ofPlatform()
            .start(() -> {
              turns.take(first);
              order.add(name);
              turns.give();
            });
    threads.add(thread);
    // it waits in the queue before the next comes
    while (thread.getState() != Thread.State.TIMED_WAITING) {
      if (!thread.isAlive()) throw new AssertionError(name + " did not wait");
      Thread.onSpinWait();
    }
  }

  private void ended() throws InterruptedException {
    for (Thread thread : threads) thread.join();
  }

  @Test
  void whatSomebodyWaitsForComesFirst() throws Exception {
    Turns turns = new Turns(1, LONG);
    turns.take(false);
    wants(turns, "loop", false);
    wants(turns, "press", true);

    turns.give();
    ended();

    assertThat(order).containsExactly("press", "loop");
  }

  @Test
  void workGoesOnHoweverManyPress() throws Exception {
    Turns turns = new Turns(1, LONG);
    turns.take(false);
    wants(turns, "loop", false);
    for (int i = 1; i <= 5; i++) wants(turns, "press " + i, true);

    turns.give();
    ended();

    assertThat(order)
        .containsExactly("press 1", "press 2", "press 3", "loop", "press 4", "press 5");
  }

  @Test
  void asManyWriteAsThereAreConnections() {
    Turns turns = new Turns(2, Duration.ofMillis(20));
    turns.take(false);
    turns.take(true);

    assertThatThrownBy(() -> turns.take(true))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("busy");
    turns.give();
    turns.take(false);
  }
}
