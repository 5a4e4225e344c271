package no.grenselos.store;

import static no.grenselos.store.Samples.T0;
import static no.grenselos.store.Samples.after;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import no.grenselos.feed.Allowance;
import no.grenselos.feed.Budget;
import no.grenselos.feed.FeedLabel;
import no.grenselos.feed.FeedState;
import no.grenselos.feed.Price;
import no.grenselos.mention.Network;
import no.grenselos.store.FeedStates.Row;
import org.junit.jupiter.api.Test;

/** What {@link FeedStates} promises: one node of many reads a feed. */
public interface FeedStatesContract extends StoreUnderTest {
  @Test
  default void oneNodeHasAFeedUntilItsHoldLapses() {
    assertThat(hold("a", T0, after(20))).isTrue();
    assertThat(hold("b", after(5), after(25))).isFalse();
    assertThat(hold("a", after(10), after(30))).as("asks again").isTrue();

    assertThat(hold("b", after(29), after(49))).isFalse();
    assertThat(hold("b", after(30), after(50))).as("lapsed").isTrue();
    assertThat(hold("a", after(31), after(51))).isFalse();
    assertThat(row().holder()).isEqualTo("b");
    assertThat(row().heldUntil()).isEqualTo(after(50));
  }

  @Test
  default void whatIsLetGoMayBeTakenAtOnce() {
    hold("a", T0, after(20));

    letGo("b");
    assertThat(hold("b", after(1), after(21))).isFalse();
    letGo("a");
    assertThat(row().holder()).isNull();
    assertThat(hold("b", after(1), after(21))).isTrue();
  }

  @Test
  default void onlyWhoHasItKeepsHowItWent() {
    hold("a", T0, after(20));
    FeedState went =
        new FeedState(
            T0,
            after(3),
            after(2),
            Duration.ofSeconds(9),
            Duration.ofMinutes(4),
            "HTTP 500: the answer's \"end\" is æøå \\ ; --",
            after(4),
            YearMonth.of(2026, 9),
            12,
            3.25,
            new Allowance(3, null, after(99)));

    assertThat(save("b", FeedState.begun(after(9)))).isFalse();
    assertThat(save("a", went)).isTrue();

    assertThat(row().state()).isEqualTo(went);
    assertThat(reading(books -> books.feedStates().all()).result()).containsExactly(row());
    assertThat(reading(books -> books.feedStates().find("other")).result()).isEmpty();
  }

  @Test
  default void aNewHolderGoesOnWithWhatIsKnown() {
    hold("a", T0, after(20));
    FeedState went = FeedState.begun(T0).afterPage(after(3), 7, after(2));
    save("a", went);

    assertThat(hold("b", after(20), after(40))).isTrue();

    assertThat(row().state()).isEqualTo(went);
    assertThat(save("a", FeedState.begun(T0))).as("late").isFalse();
  }

  @Test
  default void postsOfAMonthAreCountedUnderTheirMeter() {
    FeedState read = FeedState.begun(T0).afterPage(T0, 7, T0);
    YearMonth month = read.month();
    for (String feed : List.of("x/search", "x/mentions", "rss")) {
      String meter = feed.startsWith("x/") ? "x" : feed;
      write(books -> books.feedStates().hold(label(feed, meter), "a", T0, after(20)));
      write(books -> books.feedStates().save(feed, "a", read));
    }

    assertThat(reading(books -> books.feedStates().read("x", month)).result()).isEqualTo(14);
    assertThat(reading(books -> books.feedStates().read("x", month.plusMonths(1))).result())
        .isZero();
    assertThat(reading(books -> books.feedStates().read("nothing", month)).result()).isZero();
  }

  @Test
  default void whoDoesNotHaveTheFeedKnowsWhatItIsOfAndCosts() {
    Budget budget = new Budget(Price.parse("0.005 USD"), Optional.of(Price.parse("200 USD")));
    FeedLabel before = label("feed", "x");
    FeedLabel after = new FeedLabel("feed", new Network("mastodon"), "y", budget);
    write(books -> books.feedStates().hold(before, "a", T0, after(20)));
    assertThat(row().label()).isEqualTo(before);

    write(books -> books.feedStates().hold(after, "a", after(5), after(25)));

    assertThat(row().label()).as("the configuration changed").isEqualTo(after);
  }

  @Test
  default void oneOf16NodesGetsIt() {
    assertThat(Race.of(16, i -> hold("node" + i, T0, after(20)))).containsOnlyOnce(true);
    assertThat(Race.of(16, i -> hold("next" + i, after(20), after(40)))).containsOnlyOnce(true);
  }

  private boolean hold(String node, Instant now, Instant until) {
    return write(books -> books.feedStates().hold(label("feed", "feed"), node, now, until));
  }

  private void letGo(String node) {
    change(books -> books.feedStates().letGo("feed", node));
  }

  private boolean save(String node, FeedState state) {
    return write(books -> books.feedStates().save("feed", node, state));
  }

  private static FeedLabel label(String name, String meter) {
    return new FeedLabel(name, new Network("x"), meter, null);
  }

  private Row row() {
    return read(books -> books.feedStates().find("feed")).orElseThrow();
  }
}
