package no.grenselos.app.config;

import java.util.Optional;

/** Tries a route's or a silence's query without running it. */
@FunctionalInterface
public interface QueryCheck {
  /** What is wrong with it, for an admin to read; empty when it can be used. */
  Optional<String> whatIsWrong(String query);
}
