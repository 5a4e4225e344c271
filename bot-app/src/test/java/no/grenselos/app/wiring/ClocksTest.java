package no.grenselos.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import no.grenselos.config.Finding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClocksTest {
  private static final Instant NOW = Instant.parse("2026-11-28T09:00:00Z");

  private final FakeStore store = new FakeStore();

  @Test
  void aStoreOnThisMachineHasNoClockOfItsOwn() {
    assertThat(clocks(Duration.ofSeconds(25)).finding()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"0, PT25S", "4999, PT25S", "-5000, PT25S", "1500, PT3S"})
  void aFewSecondsAreNoTrouble(long milliseconds, Duration lease) {
    store.says(NOW.plusMillis(milliseconds));

    assertThat(clocks(lease).finding()).contains(new Finding(true, "clock", "as the database's"));
  }

  @ParameterizedTest
  @CsvSource({
    "3600000, PT25S, 3600 s behind the database's",
    "-5001, PT25S, 5 s ahead of the database's",
    "-2000, PT3S, 2 s ahead of the database's"
  })
  void moreIsToldWithTheWay(long milliseconds, Duration lease, String said) {
    store.says(NOW.plusMillis(milliseconds));

    assertThat(clocks(lease).finding())
        .contains(
            new Finding(false, "clock", said + ": nodes that differ so may do one thing twice"));
  }

  private Clocks clocks(Duration lease) {
    return new Clocks(store, Clock.fixed(NOW, ZoneOffset.UTC), lease);
  }
}
