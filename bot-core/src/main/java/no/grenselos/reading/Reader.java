package no.grenselos.reading;

import no.grenselos.mention.Mention;

/** Understands mentions. Safe for many threads; never fails on any text. */
@FunctionalInterface
public interface Reader {
  Reading read(Mention mention);

  /** The same of a text that nobody posted: it is not remembered. */
  default Reading look(Mention mention) {
    return read(mention);
  }
}
