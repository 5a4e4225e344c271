package no.grenselos.revise;

import java.util.List;
import java.util.Optional;
import no.grenselos.config.ConfigProblem;
import no.grenselos.route.RuleBook;

/**
 * What a rule book's texts say.
 *
 * @param book empty when it cannot be used
 * @param problems why it cannot be used, all of them, with what to do
 * @param warnings what can be used but hardly says what was meant
 */
public record Checked(
    Optional<RuleBook> book, List<ConfigProblem> problems, List<ConfigProblem> warnings) {
  public Checked {
    problems = List.copyOf(problems);
    warnings = List.copyOf(warnings);
  }
}
