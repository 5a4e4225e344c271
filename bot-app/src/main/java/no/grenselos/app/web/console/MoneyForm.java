package no.grenselos.app.web.console;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import no.grenselos.insight.Naming;
import no.grenselos.route.Goal;
import no.grenselos.route.Money;
import no.grenselos.route.RuleBook;

/** The numbers behind the money, as they stand, to be changed. */
public record MoneyForm(int revision, String currency, List<Part> parts) {
  /** One goal's numbers. */
  public record Part(String goal, List<Field> fields) {}

  /**
   * @param name of the field, as {@code sell.conversion}
   * @param phrase what the number is
   */
  public record Field(String name, String phrase, String value) {}

  MoneyForm(RuleBook book, Locale locale) {
    this(
        book.revision(),
        book.house().reporting().money().currency(),
        Arrays.stream(Goal.values()).map(goal -> part(book, goal, locale)).toList());
  }

  private static Part part(RuleBook book, Goal goal, Locale locale) {
    Money money = book.house().reporting().money();
    return new Part(
        Naming.of(book, locale).goal(Optional.of(goal)),
        Money.factors(goal).stream()
            .map(factor ->
                new Field(
                    name(goal, factor),
                    "insights.factor." + factor.key(),
                    money.number(goal, factor).map(BigDecimal::toPlainString).orElse("")))
            .toList());
  }

  static String name(Goal goal, Money.Factor factor) {
    return goal.name().toLowerCase(Locale.ROOT).replace('_', '-') + "." + factor.key();
  }
}
