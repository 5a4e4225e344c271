package no.grenselos.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every store's timers keep. */
public interface TimersContract extends StoreUnderTest {
  Instant NINE = Instant.parse("2026-09-15T09:00:00Z");

  @Test
  default void timerIsDueFromItsMomentOn() {
    store().write(books -> set(books, "digest", "ana", NINE));

    assertThat(due(NINE.minusMillis(1))).isEmpty();
    assertThat(due(NINE)).containsExactly(new Timers.Timer("digest", "ana", NINE));
  }

  @Test
  default void timerSetAgainMoves() {
    store().write(books -> set(books, "digest", "ana", NINE));
    store().write(books -> set(books, "digest", "ana", NINE.plusSeconds(60)));

    assertThat(due(NINE)).isEmpty();
    assertThat(due(NINE.plusSeconds(60))).hasSize(1);
  }

  @Test
  default void timerSetOnceStaysWhereItIs() {
    store().write(books -> set(books, "digest", "ana", NINE));

    boolean moved =
        store().write(books -> books.timers().setOnce("digest", "ana", NINE.plusSeconds(60)));
    boolean fresh = store().write(books -> books.timers().setOnce("digest", "ben", NINE));

    assertThat(moved).isFalse();
    assertThat(fresh).isTrue();
    assertThat(due(NINE)).extracting(Timers.Timer::id).containsExactly("ana", "ben");
  }

  @Test
  default void earliestComesFirstAndNoMoreThanAskedFor() {
    store().write(books -> set(books, "digest", "ben", NINE.plusSeconds(1)));
    store().write(books -> set(books, "digest", "ana", NINE));

    List<Timers.Timer> first =
        store().read(books -> books.timers().due(NINE.plus(Duration.ofDays(1)), 1));

    assertThat(first).extracting(Timers.Timer::id).containsExactly("ana");
  }

  @Test
  default void clearedTimerIsGone() {
    store().write(books -> set(books, "digest", "ana", NINE));
    store()
        .write(books -> {
          books.timers().clear("digest", "ana");
          books.timers().clear("digest", "nobody");
          return true;
        });

    assertThat(due(NINE)).isEmpty();
  }

  @Test
  default void movedTimerCannotBeTakenAsItWas() {
    store().write(books -> set(books, "digest", "ana", NINE));
    Timers.Timer before = due(NINE).getFirst();
    store().write(books -> set(books, "digest", "ana", NINE.plusSeconds(60)));

    boolean taken = store().write(books -> books.timers().take(before));

    assertThat(taken).isFalse();
    assertThat(due(NINE.plusSeconds(60))).hasSize(1);
  }

  @Test
  default void timerIsTakenOnceHoweverManyTry() {
    store().write(books -> set(books, "digest", "ana", NINE));
    Timers.Timer timer = due(NINE).getFirst();

    assertThat(Race.of(8, i -> store().write(books -> books.timers().take(timer))))
        .containsOnlyOnce(true);
  }

  private List<Timers.Timer> due(Instant now) {
    return store().read(books -> books.timers().due(now, 100));
  }

  private static boolean set(Books books, String kind, String id, Instant due) {
    books.timers().set(kind, id, due);
    return true;
  }
}
