package no.grenselos.insight;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import no.grenselos.route.Money;

/** What answers may be worth, with the formula and its numbers in plain sight. */
record MoneyTable(List<Worth> worths, Naming naming) {
  Table table() {
    String currency = naming.book().house().reporting().money().currency();
    String sum = naming.phrases().say("money.sum", currency).strip();
    return new Table(
        "money",
        naming.phrases().say("money.title"),
        List.of(naming.phrases().say("goal"), naming.phrases().say("money.how"), sum),
        worths.stream().map(this::row).toList());
  }

  private List<Cell> row(Worth worth) {
    return List.of(
        Cell.words(naming.goal(Optional.of(worth.goal()))),
        Cell.words(formula(worth)),
        worth.sum().<Cell>map(Cell.Amount::new).orElseGet(Cell.Nothing::new));
  }

  /**
   * As {@code 3 sales × 9,000 a sale + 52 answers × 2 % who buy × 9,000 a sale}; a number that is
   * missing is said so, and so are answers that came to nothing.
   */
  private String formula(Worth worth) {
    Answers answers = worth.answers();
    List<String> terms = new ArrayList<>();
    if (answers.sure() > 0) terms.add(term("money.sure", answers.sure(), worth, true));
    if (answers.assumed() > 0 || answers.sure() == 0)
      terms.add(term("money.answers", answers.assumed(), worth, false));
    String sum = String.join(" + ", terms);
    return answers.none() == 0
        ? sum
        : sum + " " + naming.phrases().say("money.none", answers.none());
  }

  private String term(String phrase, long answers, Worth worth, boolean sure) {
    List<String> parts = new ArrayList<>(List.of(naming.phrases().say(phrase, answers)));
    List<Money.Factor> factors = Money.factors(worth.goal());
    for (int i = 0; i < factors.size(); i++) {
      if (sure && Money.isShare(factors.get(i))) continue;
      String number = worth.factors().get(i).map(this::shown).orElse("?");
      parts.add(naming.phrases().say("money." + factors.get(i).key(), number));
    }
    return String.join(" × ", parts);
  }

  private String shown(BigDecimal number) {
    NumberFormat format = NumberFormat.getNumberInstance(naming.phrases().locale());
    format.setMaximumFractionDigits(6);
    return format.format(number);
  }
}
