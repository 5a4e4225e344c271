package no.grenselos.revise;

import no.grenselos.store.RuleBooks.Source;

/** A draft that was looked at, before anything is kept. */
public sealed interface Prepared {
  /** It can be the next revision, if nobody is faster. */
  record Ready(Draft draft, Source newest, Source next) implements Prepared {}

  /** It cannot, or need not. */
  record Settled(Revised outcome) implements Prepared {}
}
