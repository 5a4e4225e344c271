package no.grenselos.feed;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * What reading costs, and may cost.
 *
 * @param post price of a post read
 * @param month the most that a month of UTC may cost, in the same currency; empty for no end
 */
public record Budget(Price post, Optional<Price> month) {
  private static final BigDecimal MOST_OF_IT = new BigDecimal("0.8");

  public Budget {
    if (month.filter(most -> !most.sameCurrency(post)).isPresent()) {
      throw new IllegalArgumentException("two currencies");
    }
  }

  public Price spent(long posts) {
    return post.times(posts);
  }

  /** Whether so many posts may still be read after those. */
  public boolean allows(long posts, int more) {
    return month.map(most -> covers(most.amount(), posts + more)).orElse(true);
  }

  /** Whether four fifths of the month's money are spent. */
  public boolean nearlySpent(long posts) {
    return month
        .map(most -> spent(posts).amount().compareTo(most.amount().multiply(MOST_OF_IT)) >= 0)
        .orElse(false);
  }

  private boolean covers(BigDecimal money, long posts) {
    return spent(posts).amount().compareTo(money) <= 0;
  }

  /** As {@code 161.20 / 200.00 USD}; without an end, what was spent. */
  public String told(long posts) {
    String spent = spent(posts).toString();
    return month.map(most -> spent.replaceFirst(" .*", "") + " / " + most).orElse(spent);
  }
}
