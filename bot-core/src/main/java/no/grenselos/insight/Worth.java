package no.grenselos.insight;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import no.grenselos.route.Goal;
import no.grenselos.route.Money;

/**
 * What the answers for one goal may be worth, with all that it is made of.
 *
 * @param factors in the formula's order, each empty where the company gave no number
 * @param sum in the company's currency, rounded to whole ones; empty while a number is missing
 */
public record Worth(
    Goal goal, Answers answers, List<Optional<BigDecimal>> factors, Optional<BigDecimal> sum) {
  public Worth {
    factors = List.copyOf(factors);
  }

  static Worth of(Money money, Goal goal, Answers answers) {
    return new Worth(
        goal,
        answers,
        Money.factors(goal).stream().map(factor -> money.number(goal, factor)).toList(),
        money.worth(goal, answers.assumed(), answers.sure()));
  }
}
