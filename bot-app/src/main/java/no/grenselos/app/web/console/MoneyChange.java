package no.grenselos.app.web.console;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import no.grenselos.app.admission.Visitor;
import no.grenselos.app.config.MoneyText;
import no.grenselos.config.ConfigProblem;
import no.grenselos.revise.Draft;
import no.grenselos.revise.Revised;
import no.grenselos.revise.Revising;
import no.grenselos.route.Goal;
import no.grenselos.route.Money;
import no.grenselos.store.RuleBooks.Source;

/** Changes the numbers behind the money: a revision of the rule book like any other. */
record MoneyChange(Console console) {
  private static final int LONGEST = 12;

  /**
   * What came of it.
   *
   * @param phrase what to say
   */
  record Said(boolean fine, String phrase, List<String> problems) {}

  Said by(Visitor visitor, Map<String, String> typed) {
    List<String> problems = new ArrayList<>();
    Money money = money(typed, problems);
    if (!problems.isEmpty()) return new Said(false, "insights.money.wrong", problems);
    Source newest = console.store().read(books -> books.ruleBooks().latest()).orElseThrow();
    if (!typed.getOrDefault("revision", "").equals(Integer.toString(newest.revision()))) {
      return new Said(false, "insights.money.overtaken", List.of());
    }
    Draft draft =
        new Draft(
            newest.revision(),
            MoneyText.with(newest.files(), money),
            visitor.colleague(console.book()).id(),
            "insights: money",
            console.clock().instant());
    return switch (new Revising(console.bench().texts()).save(console.store(), draft)) {
      case Revised.Saved saved -> new Said(true, "insights.money.saved", List.of());
      case Revised.Same same -> new Said(true, "insights.money.same", List.of());
      case Revised.Overtaken overtaken -> new Said(false, "insights.money.overtaken", List.of());
      case Revised.Broken broken ->
          new Said(
              false,
              "insights.money.wrong",
              broken.problems().stream().map(ConfigProblem::toString).toList());
    };
  }

  private static Money money(Map<String, String> typed, List<String> problems) {
    Map<Goal, Map<Money.Factor, BigDecimal>> numbers = new EnumMap<>(Goal.class);
    for (Goal goal : Goal.values()) {
      Map<Money.Factor, BigDecimal> factors = new EnumMap<>(Money.Factor.class);
      for (Money.Factor factor : Money.factors(goal)) {
        String name = MoneyForm.name(goal, factor);
        String number = typed.getOrDefault(name, "").strip();
        if (number.isEmpty()) continue;
        try {
          factors.put(factor, Money.read(number));
        } catch (IllegalArgumentException e) {
          problems.add(name + ": " + e.getMessage());
        }
      }
      if (!factors.isEmpty()) numbers.put(goal, factors);
    }
    String currency = typed.getOrDefault("currency", "").strip();
    return new Money(currency.substring(0, Math.min(LONGEST, currency.length())), numbers);
  }
}
