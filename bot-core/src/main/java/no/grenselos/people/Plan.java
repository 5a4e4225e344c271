package no.grenselos.people;

import java.util.List;
import java.util.Map;
import no.grenselos.config.ConfigProblem;

/** What a list would make of the rule book. */
public sealed interface Plan {
  /**
   * It can be done.
   *
   * @param base the revision it changes
   * @param files the whole book afterwards
   * @param changes in the order of the list
   * @param absent ids of experts who are not in the list; they stay
   */
  record Ready(int base, Map<String, String> files, List<Change> changes, List<String> absent)
      implements Plan {
    public Ready {
      files = Map.copyOf(files);
      changes = List.copyOf(changes);
      absent = List.copyOf(absent);
    }

    /** How many come out that way. */
    public long count(Change.Kind kind) {
      return changes.stream().filter(change -> change.kind() == kind).count();
    }
  }

  /**
   * It cannot, and nothing changes.
   *
   * @param problems all of them, each at its line of the list
   */
  record Mistaken(List<ConfigProblem> problems) implements Plan {
    public Mistaken {
      problems = List.copyOf(problems);
    }
  }
}
