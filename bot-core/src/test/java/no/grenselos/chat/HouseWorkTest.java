package no.grenselos.chat;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class HouseWorkTest {
  private final HouseWork work = new HouseWork("test");
  private final LinkedBlockingQueue<Integer> done = new LinkedBlockingQueue<>();
  private final CountDownLatch begun = new CountDownLatch(1);
  private final CountDownLatch store = new CountDownLatch(1);

  @AfterEach
  void close() {
    store.countDown();
    work.close();
  }

  @Test
  void whatNobodyWaitsForIsDoneOneAfterAnotherInItsOrder() throws InterruptedException {
    for (int number = 0; number < 50; number++) {
      int mine = number;
      work.idly("note " + number, () -> done.add(mine));
    }
    assertThat(done(50)).isSorted();
  }

  @Test
  void whoeverIsWaitedForNeedsNotWaitForWhatNobodyWaitsFor() throws InterruptedException {
    slow();
    assertThat(work.attempt("press", () -> done.add(1), () -> {})).isEqualTo(HouseWork.Ended.DONE);
    assertThat(store.getCount()).isEqualTo(1);
  }

  @Test
  void aThousandWaitWhileTheStoreIsSlowAndTheRestIsDropped() throws InterruptedException {
    slow();
    for (int number = 1; number <= 1_200; number++) {
      int mine = number;
      work.idly("note " + number, () -> done.add(mine));
    }
    store.countDown();
    assertThat(done(1_000)).startsWith(1).endsWith(1_000);
    work.idly("the next call's note", () -> done.add(-1));
    assertThat(done.poll(10, SECONDS)).isEqualTo(-1);
  }

  @Test
  void oneNoteThatFailsStopsNoOther() throws InterruptedException {
    work.idly(
        "a note the store refuses",
        () -> {
          throw new IllegalStateException("the store is away");
        });
    work.idly("the next", () -> done.add(2));
    assertThat(done.poll(10, SECONDS)).isEqualTo(2);
  }

  private void slow() throws InterruptedException {
    work.idly(
        "a note to a slow store",
        () -> {
          begun.countDown();
          try {
            store.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
    assertThat(begun.await(10, SECONDS)).isTrue();
  }

  private List<Integer> done(int count) throws InterruptedException {
    List<Integer> first = new ArrayList<>();
    while (first.size() < count) {
      Integer next = done.poll(10, SECONDS);
      assertThat(next).as("of %d, %d were done", count, first.size()).isNotNull();
      first.add(next);
    }
    return first;
  }
}
