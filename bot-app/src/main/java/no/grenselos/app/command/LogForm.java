package no.grenselos.app.command;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** How the log is written, as the environment says it. */
public final class LogForm {
  /** Read by logback.xml: each form is a file beside it. */
  static final String NAME = "GRENSELOS_LOG";

  private static final Set<String> KNOWN = Set.of("text", "json");

  private LogForm() {}

  /** What is wrong with it and what to do; empty when nothing is. */
  static Optional<String> problem(Map<String, String> environment) {
    return Optional.ofNullable(environment.get(NAME))
        .filter(form -> !KNOWN.contains(form))
        .map(form -> NAME + " is \"" + form + "\", must be text or json; leave it out for text");
  }

  /** Prints what is wrong with it. Whether something is. */
  public static boolean refused(Map<String, String> environment) {
    Optional<String> problem = problem(environment);
    problem.ifPresent(System.err::println);
    return problem.isPresent();
  }
}
