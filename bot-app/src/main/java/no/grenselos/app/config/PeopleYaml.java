package no.grenselos.app.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import no.grenselos.config.Node;
import no.grenselos.config.Problems;

/**
 * Reads a list of people written as YAML: {@code people:} or, as in {@code experts.yml}, experts.
 */
public final class PeopleYaml {
  private PeopleYaml() {}

  /** The entries as written; problems when there is no such list. */
  public static List<Node.Mapping> rows(String text, Problems problems) {
    Optional<Node.Mapping> top = Yaml.top(text, problems);
    if (top.isEmpty()) return List.of();
    Node list = top.get().entries().getOrDefault("people", top.get().entries().get("experts"));
    if (!(list instanceof Node.Sequence sequence)) {
      problems.add(1, "people", "is missing: a list of people, as under experts in experts.yml");
      return List.of();
    }
    List<Node.Mapping> rows = new ArrayList<>();
    for (Node item : sequence.items()) {
      if (item instanceof Node.Mapping row) rows.add(row);
      else problems.add(item.line(), "people", "must be entries with keys");
    }
    return rows;
  }
}
