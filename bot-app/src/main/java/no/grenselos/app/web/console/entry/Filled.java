package no.grenselos.app.web.console.entry;

import java.util.List;
import java.util.Set;
import no.grenselos.app.web.console.desk.Spot;

/**
 * A field with what stands in it.
 *
 * @param value for what is typed, and the choice taken
 * @param picked those of the choices that are taken
 * @param problems what is wrong with it
 */
public record Filled(Field field, String value, Set<String> picked, List<Spot> problems) {
  public Filled {
    picked = Set.copyOf(picked);
    problems = List.copyOf(problems);
  }

  public boolean wrong() {
    return !problems.isEmpty();
  }

  /** Whether that choice is taken. */
  public boolean has(String choice) {
    return picked.contains(choice);
  }

  /** Whether what stands in it is none of the choices; it is offered all the same. */
  public boolean strange() {
    return !value.isEmpty()
        && field.choices().stream().noneMatch(choice -> choice.value().equals(value));
  }
}
