package no.grenselos.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PriceTest {
  @Test
  void whatManyCostIsToldInWholeCents() {
    assertThat(Price.parse("0.005 USD").times(2_471)).hasToString("12.36 USD");
    assertThat(Price.parse("1 JPY").times(3)).hasToString("3 JPY");
    assertThat(Price.parse("0.005 USD").times(0)).hasToString("0.00 USD");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "0.005", "USD 0.005", "-1 USD", "1e9 USD", "1 ABC", "1.0000000001 USD"})
  void whatIsNoPriceIsRefused(String text) {
    assertThatThrownBy(() -> Price.parse(text)).isInstanceOf(IllegalArgumentException.class);
  }
}
