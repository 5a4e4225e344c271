package no.grenselos.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class BudgetTest {
  private final Budget budget =
      new Budget(Price.parse("0.005 USD"), Optional.of(Price.parse("1.00 USD")));

  @Test
  void aLookThatCouldCostMoreThanTheMonthHasIsNotAllowed() {
    assertThat(budget.allows(100, 100)).isTrue();
    assertThat(budget.allows(101, 100)).isFalse();
    assertThat(budget.allows(200, 0)).isTrue();
  }

  @Test
  void fourFifthsAreNearlyAll() {
    assertThat(budget.nearlySpent(159)).isFalse();
    assertThat(budget.nearlySpent(160)).isTrue();
  }

  @Test
  void whatWasSpentIsToldWithWhatThereIs() {
    assertThat(budget.told(160)).isEqualTo("0.80 / 1.00 USD");
    Budget endless = new Budget(Price.parse("0.005 USD"), Optional.empty());
    assertThat(endless.told(2_471)).isEqualTo("12.36 USD");
    assertThat(endless.allows(1_000_000_000, 100)).isTrue();
    assertThat(endless.nearlySpent(1_000_000_000)).isFalse();
  }

  @Test
  void oneCurrencyOnly() {
    assertThatThrownBy(() -> new Budget(Price.parse("1 USD"), Optional.of(Price.parse("100 NOK"))))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
