package no.grenselos.ruling;

import java.util.Optional;
import no.grenselos.config.Node;
import no.grenselos.revise.RuleTexts;
import no.grenselos.store.Books;

/** The entry that somebody saw, and what became of it meanwhile. */
sealed interface Meant {
  /** The revision that a change of it is a change of. */
  Sheet sheet();

  /** Of that sheet. */
  Entry entry();

  /**
   * It says what it said: whatever else was changed, a change of it is one of the newest revision.
   *
   * @param sheet the newest
   */
  record Untouched(Sheet sheet, Entry entry) implements Meant {}

  /**
   * Somebody changed it.
   *
   * @param sheet as it was seen
   * @param here where it stands in the newest
   */
  record Touched(Sheet sheet, Entry entry, Sheet newest, Entry here) implements Meant {}

  /**
   * It is not there any more, or by another name.
   *
   * @param sheet as it was seen
   */
  record Gone(Sheet sheet, Entry entry) implements Meant {}

  /** Empty when the revision at which it was seen is not kept. */
  static Optional<Meant> of(RuleTexts texts, Books books, Entry seen) {
    Optional<Sheet> newest = Sheet.newest(texts, books);
    return Sheet.at(texts, books, seen.revision())
        .flatMap(then -> newest.map(now -> meant(then, seen, now)));
  }

  private static Meant meant(Sheet then, Entry seen, Sheet now) {
    Optional<Entry> here = now.here(then, seen);
    if (here.isEmpty()) return new Gone(then, seen);
    Optional<Node.Mapping> said = then.find(seen);
    Optional<Node.Mapping> says = now.find(here.get());
    boolean same =
        seen.isNew()
            || (said.isPresent() && says.isPresent() && Sheet.says(said.get(), says.get()));
    return same ? new Untouched(now, here.get()) : new Touched(then, seen, now, here.get());
  }
}
