package no.grenselos.store;

import static no.grenselos.store.OutboxContract.show;
import static no.grenselos.store.Samples.T0;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What {@link Outbox} promises of an errand that is put again. */
public interface OutboxRepetitionContract extends OutboxContract {
  @Test
  default void anErrandPutTwiceWaitsOnceAtTheEarlierMoment() {
    put(show(1), "a", 50);
    put(show(1), "a", 20);
    put(show(1), "a", 30);

    Outbox.Entry entry = lease(20).getFirst();

    assertThat(entry.version()).isEqualTo(3);
    assertThat(done(entry)).isTrue();
    assertThat(lease(100)).isEmpty();
  }

  @Test
  default void anErrandPutWhileItRunsIsDueOnceMoreWhenDone() {
    put(show(1), "a", 0);
    Outbox.Entry running = lease(0).getFirst();
    put(show(1), "a", 5);
    assertThat(lease(6)).as("while it runs").isEmpty();

    assertThat(done(running)).isTrue();

    Outbox.Entry onceMore = lease(6).getFirst();
    assertThat(onceMore.version()).isEqualTo(running.version() + 1);
    assertThat(onceMore.attempts()).isEqualTo(1);
    assertThat(onceMore.unsure()).isFalse();
    assertThat(done(onceMore)).isTrue();
    assertThat(lease(100)).isEmpty();
  }

  @Test
  default void anErrandPutWhileItRunsIsTriedAgainAtTheEarlierMoment() {
    put(show(1), "a", 0);
    Outbox.Entry running = lease(0).getFirst();
    put(show(1), "a", 5);

    again(running, 40, true);

    assertThat(lease(5).getFirst().unsure()).isTrue();
  }

  @Test
  default void anErrandPutWhileItRunsIsNotParked() {
    put(show(1), "a", 0);
    Outbox.Entry running = lease(0).getFirst();
    put(show(1), "a", 5);

    assertThat(park(running)).isTrue();

    assertThat(reading(books -> books.outbox().parked(10)).result()).isEmpty();
    assertThat(lease(5).getFirst().attempts()).isEqualTo(1);
  }

  @Test
  default void anErrandPutWhileItsLeaseLapsesIsCarriedOutOnceMoreOnly() {
    put(show(1), "a", 0);
    lease(0);
    put(show(1), "a", 5);

    Outbox.Entry held = lease(60).getFirst();

    assertThat(done(held)).isTrue();
    assertThat(lease(200)).isEmpty();
  }

  @Test
  default void aParkedErrandPutAgainWaitsAgainBeforeLaterOnesOfItsGroup() {
    put(show(1), "a", 0);
    put(show(2), "a", 0);
    again(lease(0).getFirst(), 1, true);
    park(lease(1).getFirst());

    put(show(1), "a", 2);

    assertThat(reading(books -> books.outbox().parked(10)).result()).isEmpty();
    Outbox.Entry back = lease(2).getFirst();
    assertThat(back.errand()).isEqualTo(show(1));
    assertThat(back.attempts()).isEqualTo(1);
    assertThat(back.unsure()).as("it may have been carried out long ago").isTrue();
  }

  @Test
  default void anErrandDoneIsForgottenAndMayBePutAnew() {
    put(show(1), "a", 0);
    done(lease(0).getFirst());

    put(show(1), "a", 1);

    assertThat(lease(1)).hasSize(1);
  }

  @Test
  default void theSameErrandFrom16ThreadsWaitsOnce() {
    Race.of(
        16,
        i -> {
          put(show(1), "a", 0);
          return i;
        });

    assertThat(reading(books -> books.outbox().waiting()).result()).isEqualTo(1);
    assertThat(lease(0).getFirst().version()).isEqualTo(16);
  }

  @Test
  default void whatIsPutWhileCouriersWorkIsAlwaysCarriedOutAfterwards() {
    Race.of(
        8,
        thread -> {
          for (int i = 0; i < 20; i++) {
            put(show(i % 3), "a", 0);
            lease(0).forEach(this::done);
          }
          return thread;
        });

    for (int i = 0; i < 3; i++) lease(0).forEach(this::done);
    assertThat(reading(books -> books.outbox().waiting()).result()).isZero();
    put(show(9), "a", 0);
    assertThat(writing(books -> books.outbox().lease(1, T0, T0.plusSeconds(9))).result())
        .hasSize(1);
  }
}
