package no.grenselos.app.vitals;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import no.grenselos.feed.Budget;
import no.grenselos.feed.Cursor;
import no.grenselos.feed.Feed;
import no.grenselos.feed.FeedLabel;
import no.grenselos.feed.FeedState;
import no.grenselos.feed.Fetch;
import no.grenselos.feed.Price;
import no.grenselos.mention.Network;
import no.grenselos.store.MemoryStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FeedVitalsTest {
  private static final Instant START = Instant.parse("2026-09-15T08:00:00Z");
  private static final Budget MONEY =
      new Budget(Price.parse("0.50 NOK"), Optional.of(Price.parse("100 NOK")));

  private final MemoryStore store = new MemoryStore();

  @AfterEach
  void close() {
    store.close();
  }

  private FeedVitals vitals(Instant now) {
    return store.read(books -> FeedVitals.of(new Quiet(), books, START, now));
  }

  private void keep(FeedState state) {
    boolean kept =
        store.write(books ->
            books
                    .feedStates()
                    .hold(
                        new FeedLabel("quiet", new Network("x"), "x", MONEY),
                        "web1",
                        START,
                        START.plusSeconds(20))
                && books.feedStates().save("quiet", "web1", state));
    assertThat(kept).isTrue();
  }

  @Test
  void beforeAnyNodeReadItNothingIsKnownAndItIsLateAfterItsPollAndAMinute() {
    FeedVitals vitals = vitals(START);

    assertThat(vitals.reader()).isEmpty();
    assertThat(vitals.readAt()).isNull();
    assertThat(vitals.ails()).isEmpty();
    assertThat(vitals.late(START.plusSeconds(360))).isFalse();
    assertThat(vitals.late(START.plusSeconds(361))).isTrue();
  }

  @Test
  void whatAnotherNodeReadIsShownHereWithItsMoney() {
    Instant now = START.plusSeconds(600);
    keep(FeedState.begun(START).afterPage(now, 3, now.minusSeconds(240)));

    FeedVitals vitals = vitals(now);

    assertThat(vitals.reader()).contains("web1");
    assertThat(vitals.posts()).isEqualTo(3);
    assertThat(vitals.lag()).isEqualTo(Duration.ofMinutes(4));
    assertThat(vitals.spent()).contains("1.50 / 100.00 NOK");
    assertThat(vitals.late(now.plusSeconds(360))).isFalse();
    assertThat(vitals.late(now.plusSeconds(361))).isTrue();
  }

  @Test
  void whatIsWrongIsTold() {
    keep(FeedState.begun(START).afterTrouble(START, "HTTP 502"));
    assertThat(vitals(START).ails()).contains("HTTP 502");

    keep(FeedState.begun(START).afterPage(START, 150, START));
    assertThat(vitals(START).ails())
        .contains("not read any more this month: it cost 75.00 / 100.00 NOK");
  }

  /** Brings nothing; a look may cost half of its money. */
  private static final class Quiet implements Feed {
    @Override
    public String name() {
      return "quiet";
    }

    @Override
    public String meter() {
      return "x";
    }

    @Override
    public Network network() {
      return new Network("x");
    }

    @Override
    public Duration poll() {
      return Duration.ofMinutes(5);
    }

    @Override
    public Optional<Budget> budget() {
      return Optional.of(MONEY);
    }

    @Override
    public Fetch fetch(Cursor cursor) {
      return new Fetch.Page(List.of(), cursor, false, List.of());
    }

    @Override
    public void close() {}
  }
}
