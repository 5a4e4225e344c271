package no.grenselos.app.config;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import no.grenselos.app.config.text.TopText;
import no.grenselos.config.Node;
import no.grenselos.config.Problems;
import no.grenselos.route.Goal;
import no.grenselos.route.Money;

/** Writes the money's numbers into {@code grenselos.yml}; all else stays as it was written. */
public final class MoneyText {
  private MoneyText() {}

  /**
   * The rule book's files with these numbers under {@code insights:}.
   *
   * @throws IllegalStateException when the file is written in a way that cannot be changed here
   */
  public static Map<String, String> with(Map<String, String> files, Money money) {
    String text = files.getOrDefault(ConfigFiles.MAIN, "");
    Node.Mapping main =
        Yaml.top(text, new Problems(ConfigFiles.MAIN)).orElseGet(Node.Mapping::empty);
    Map<String, Node> insights =
        new LinkedHashMap<>(
            main.entries().get("insights") instanceof Node.Mapping there
                ? there.entries()
                : Map.of());
    put(insights, "currency", new Node.Scalar(money.currency(), 0), money.currency().isEmpty());
    Node.Mapping numbers = numbers(money);
    put(insights, "money", numbers, numbers.entries().isEmpty());
    Map<String, Node> all = new LinkedHashMap<>(main.entries());
    put(all, "insights", new Node.Mapping(insights, 0), insights.isEmpty());
    Node.Mapping wanted = new Node.Mapping(all, 0);
    Map<String, String> changed = new HashMap<>(files);
    changed.put(ConfigFiles.MAIN, TopText.changed(text, wanted));
    if (!Optional.of(Meaning.of(wanted)).equals(Meaning.of(changed, ConfigFiles.MAIN))) {
      throw new IllegalStateException(
          ConfigFiles.MAIN + " is written in a way that cannot be changed here; change it itself");
    }
    return changed;
  }

  private static void put(Map<String, Node> entries, String key, Node value, boolean empty) {
    if (empty) entries.remove(key);
    else entries.put(key, value);
  }

  private static Node.Mapping numbers(Money money) {
    Map<String, Node> goals = new LinkedHashMap<>();
    for (Goal goal : Goal.values()) {
      Map<String, Node> factors = new LinkedHashMap<>();
      for (Money.Factor factor : Money.factors(goal)) {
        money
            .number(goal, factor)
            .ifPresent(
                number -> factors.put(factor.key(), new Node.Scalar(number.toPlainString(), 0)));
      }
      if (!factors.isEmpty()) {
        goals.put(Words.word(goal), new Node.Mapping(factors, 0));
      }
    }
    return new Node.Mapping(goals, 0);
  }
}
