package no.grenselos.route;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What an answer may be worth, as the company reckons it: of each goal the number of answers times
 * its factors. Only numbers the company gave count; nothing is guessed. Where somebody told what an
 * answer brought about, that goes before the share the company assumes.
 *
 * @param currency as shown behind sums; may be empty
 */
public record Money(String currency, Map<Goal, Map<Factor, BigDecimal>> numbers) {
  public static final Money NONE = new Money("", Map.of());

  /** What a number must be, for people. */
  public static final String RULE =
      "must be a number from 0 to 1000000000 with six decimals at most";

  private static final BigDecimal MOST = BigDecimal.valueOf(1_000_000_000);
  private static final Pattern NUMBER = Pattern.compile("\\d{1,10}([.,]\\d{1,6})?");

  /** A number that a formula multiplies with. Written in config as {@code minutes-saved}. */
  public enum Factor {
    /** Of a hundred who got an answer, how many buy because of it. */
    CONVERSION(100),
    /** What a sale brings. */
    SALE_VALUE(1),
    /** Working minutes that an answer spares somebody else. */
    MINUTES_SAVED(60),
    /** What a working hour costs. */
    HOURLY_COST(1),
    /** Of a hundred who got an answer, how many stay because of it. */
    STAYING(100),
    /** What a customer who stays brings in a year. */
    CUSTOMER_VALUE(1),
    /** What one answer that many read would have cost as advertising. */
    ANSWER_VALUE(1);

    private final BigDecimal parts;

    Factor(int parts) {
      this.parts = BigDecimal.valueOf(parts);
    }

    /** As in config and phrases: {@code hourly-cost}. */
    public String key() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  public Money {
    Map<Goal, Map<Factor, BigDecimal>> copy = new EnumMap<>(Goal.class);
    numbers.forEach((goal, factors) -> {
      factors.forEach((factor, number) -> check(goal, factor, number));
      copy.put(goal, Map.copyOf(factors));
    });
    numbers = Map.copyOf(copy);
  }

  private static void check(Goal goal, Factor factor, BigDecimal number) {
    if (!factors(goal).contains(factor))
      throw new IllegalArgumentException(goal + " is not reckoned with " + factor.key());
    if (number.signum() < 0 || number.compareTo(MOST) > 0 || number.scale() > 6) {
      throw new IllegalArgumentException(factor.key() + " is " + number + ", " + RULE);
    }
  }

  /**
   * Reads a number as people write it: {@code 12}, {@code 0.5} or {@code 0,5}.
   *
   * @throws IllegalArgumentException when it is none
   */
  public static BigDecimal read(String text) {
    String typed = text.strip();
    if (NUMBER.matcher(typed).matches()) {
      BigDecimal number = new BigDecimal(typed.replace(',', '.'));
      if (number.compareTo(MOST) <= 0) return number;
    }
    throw new IllegalArgumentException(RULE);
  }

  /** What the goal's formula multiplies the answers with, in order. */
  public static List<Factor> factors(Goal goal) {
    return switch (goal) {
      case SELL -> List.of(Factor.CONVERSION, Factor.SALE_VALUE);
      case CUT_COSTS -> List.of(Factor.MINUTES_SAVED, Factor.HOURLY_COST);
      case SATISFACTION -> List.of(Factor.STAYING, Factor.CUSTOMER_VALUE);
      case REPUTATION -> List.of(Factor.ANSWER_VALUE);
    };
  }

  public Optional<BigDecimal> number(Goal goal, Factor factor) {
    return Optional.ofNullable(numbers.getOrDefault(goal, Map.of()).get(factor));
  }

  /**
   * Whether the factor is the share of answers that bring it about, which is no guess once told.
   */
  public static boolean isShare(Factor factor) {
    return factor == Factor.CONVERSION;
  }

  /**
   * Rounded to whole ones; empty while one of the goal's numbers is missing.
   *
   * @param answers of which the formula is assumed
   * @param sure which brought about what the formula takes a share for
   */
  public Optional<BigDecimal> worth(Goal goal, long answers, long sure) {
    BigDecimal assumed = BigDecimal.valueOf(answers);
    BigDecimal told = BigDecimal.valueOf(sure);
    BigDecimal parts = BigDecimal.ONE;
    for (Factor factor : factors(goal)) {
      Optional<BigDecimal> number = number(goal, factor);
      if (number.isEmpty()) return Optional.empty();
      assumed = assumed.multiply(number.get());
      told = told.multiply(isShare(factor) ? factor.parts : number.get());
      parts = parts.multiply(factor.parts);
    }
    return Optional.of(assumed.add(told).divide(parts, 0, RoundingMode.HALF_UP));
  }
}
