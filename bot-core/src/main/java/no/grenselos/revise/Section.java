package no.grenselos.revise;

/** A list of entries within the rule book's texts. */
public enum Section {
  /** {@code routes:} of {@code routes.yml}; entries are known by {@code name}. Order matters. */
  ROUTES,
  /** {@code silences:} of {@code routes.yml}; entries are known by their place, from 0. */
  SILENCES,
  /** {@code experts:} of {@code experts.yml}; entries are known by {@code id}. */
  EXPERTS,
  /** {@code teams:} of {@code experts.yml}; entries are known by {@code id}. */
  TEAMS,
  /** The files of {@code topics/}, one an entry; known by {@code id}. */
  TOPICS,
  /** {@code cases:} of {@code routes-test.yml}; entries are known by their place, from 0. */
  CASES
}
