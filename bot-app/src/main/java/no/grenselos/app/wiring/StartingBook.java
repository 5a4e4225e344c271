package no.grenselos.app.wiring;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.grenselos.app.config.ConfigFiles;
import no.grenselos.app.config.RuleBookFiles;
import no.grenselos.config.Finding;
import no.grenselos.revise.Revising;
import no.grenselos.revise.RuleTexts;
import no.grenselos.store.AuditLog;
import no.grenselos.store.Books;
import no.grenselos.store.RuleBooks.Source;
import no.grenselos.store.Store;

/**
 * Which revision a node begins with. Files that were changed since they last were a revision become
 * the next one, together with what others changed meanwhile in chat, in the console or by a push.
 * Files that were not changed undo nothing.
 *
 * @param source the newest revision, with what is added
 * @param added revisions that the files make
 * @param finding what the admin must decide about the files; empty when all is well
 */
record StartingBook(Source source, List<Source> added, Optional<Finding> finding) {
  /** Who made a revision of the files and of what others changed. */
  static final String TOGETHER = "config/ and others";

  StartingBook {
    added = List.copyOf(added);
  }

  /** Keeps what the files make. */
  static StartingBook taken(Store store, ConfigFiles files, RuleTexts texts, Clock clock) {
    while (true) {
      StartingBook plan = planned(store, files, texts, clock);
      // another node may have made the same revision meanwhile: then look again
      if (plan.added().isEmpty() || store.write(plan::keep)) return plan;
    }
  }

  /** The same, but keeps nothing. */
  static StartingBook planned(Store store, ConfigFiles files, RuleTexts texts, Clock clock) {
    Optional<Source> latest = store.read(books -> books.ruleBooks().latest());
    if (latest.isEmpty()) {
      return next(RuleBookFiles.source(1, files, "first start", clock.instant()));
    }
    Source newest = latest.get();
    Source base = store.read(books -> RuleBookFiles.base(books.ruleBooks(), newest, files));
    Source mine =
        RuleBookFiles.source(newest.revision() + 1, files, "files changed", clock.instant());
    if (base.files().equals(mine.files())) {
      return new StartingBook(newest, List.of(), Optional.empty());
    }
    if (base.revision() == newest.revision()) return next(mine);
    return texts
        .merged(base.files(), mine.files(), newest.files())
        .flatMap(merged -> together(mine, newest, merged, texts))
        .orElseGet(() -> new StartingBook(newest, List.of(), Optional.of(undecided(newest))));
  }

  private static StartingBook next(Source source) {
    return new StartingBook(source, List.of(source), Optional.empty());
  }

  /**
   * The files stand in the history as they are, too: by that the next start knows that they were
   * taken.
   */
  private static Optional<StartingBook> together(
      Source mine, Source newest, Map<String, String> merged, RuleTexts texts) {
    if (merged.equals(newest.files())) {
      return Optional.of(new StartingBook(newest, List.of(), Optional.empty()));
    }
    if (merged.equals(mine.files())) return Optional.of(next(mine));
    String why = "files changed, together with revision " + newest.revision();
    Source both = new Source(mine.revision() + 1, mine.at(), TOGETHER, why, merged);
    return texts
        .check(both)
        .book()
        .map(book -> new StartingBook(both, List.of(mine, both), Optional.empty()));
  }

  private static Finding undecided(Source newest) {
    String text =
        "config/ was changed, and so were the same rules by "
            + newest.by()
            + " in revision "
            + newest.revision()
            + ", which stays in force; take it over with \"grenselos rules pull\", or make config/"
            + " the next revision with \"grenselos rules push\"";
    return new Finding(false, "rules", text);
  }

  private boolean keep(Books books) {
    for (Source source : added) {
      if (!books.ruleBooks().add(source)) return false;
      String detail = "revision " + source.revision() + ": " + source.why();
      books
          .audit()
          .add(new AuditLog.Entry(source.at(), source.by(), Revising.REVISED, null, detail));
    }
    return true;
  }
}
