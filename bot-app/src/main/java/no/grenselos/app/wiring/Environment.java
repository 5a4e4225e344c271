package no.grenselos.app.wiring;

import java.util.Map;
import java.util.Optional;
import no.grenselos.config.Secret;
import no.grenselos.config.Secrets;

/** Secrets from environment variables; one that is set but blank counts as not set. */
public record Environment(Map<String, String> variables) implements Secrets {
  public Environment {
    variables = Map.copyOf(variables);
  }

  @Override
  public Optional<Secret> find(String name) {
    return Optional.ofNullable(variables.get(name))
        .map(String::strip)
        .filter(text -> !text.isEmpty())
        .map(Secret::new);
  }

  @Override
  public String toString() {
    return "Environment" + variables.keySet();
  }
}
