package no.grenselos.feed;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;

/**
 * Money, as a network bills it.
 *
 * @param amount 0 or more
 */
public record Price(BigDecimal amount, Currency currency) {
  private static final String FORM = "\\d{1,9}(\\.\\d{1,9})? [A-Z]{3}";

  public Price {
    if (amount.signum() < 0) {
      throw new IllegalArgumentException("amount is " + amount + ", must be 0 or more");
    }
  }

  /**
   * Reads {@code 0.005 USD}.
   *
   * @throws IllegalArgumentException when it is something else, or no currency
   */
  public static Price parse(String text) {
    if (!text.matches(FORM)) throw new IllegalArgumentException(text);
    int blank = text.indexOf(' ');
    Currency currency = Currency.getInstance(text.substring(blank + 1));
    return new Price(new BigDecimal(text.substring(0, blank)), currency);
  }

  /** Whether both are in one currency. */
  public boolean sameCurrency(Price other) {
    return currency.equals(other.currency);
  }

  /** What so many cost. */
  public Price times(long many) {
    return new Price(amount.multiply(BigDecimal.valueOf(many)), currency);
  }

  /** As {@link #parse} reads it, to the last digit. */
  public String exact() {
    return amount.toPlainString() + " " + currency;
  }

  /** In whole cents, or what the currency has for them: {@code 12.35 USD}. */
  @Override
  public String toString() {
    int digits = Math.max(0, currency.getDefaultFractionDigits());
    return amount.setScale(digits, RoundingMode.HALF_UP).toPlainString() + " " + currency;
  }
}
