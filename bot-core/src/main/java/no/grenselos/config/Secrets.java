package no.grenselos.config;

import java.util.Optional;

/** Where secrets come from: the environment, never a file. */
@FunctionalInterface
public interface Secrets {
  /** The secret of that name, such as {@code SLACK_BOT_TOKEN}; empty when it is not set. */
  Optional<Secret> find(String name);
}
