package no.grenselos.revise;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.grenselos.store.AuditLog;
import no.grenselos.store.Books;
import no.grenselos.store.RuleBooks.Source;
import no.grenselos.store.Store;

/**
 * Makes the next revision of the rule book. Two people who change different entries both get their
 * way; of two who change the same one, the second is shown what the first did. Safe for many
 * threads and nodes: the store decides who was first.
 *
 * <p>To look at a large book takes seconds. {@link #save} does that outside the transaction. Who
 * has more to keep with it {@link #prepare}s before their own transaction, and {@link #commit}s in
 * it.
 */
public final class Revising {
  /** What the audit calls it. */
  public static final String REVISED = "rules.revised";

  private final RuleTexts texts;

  public Revising(RuleTexts texts) {
    this.texts = texts;
  }

  /** Where a draft stands: the revision it changed, and the newest one. */
  private record Ground(Source base, Source newest) {
    static Ground of(Books books, int base) {
      Source newest = books.ruleBooks().latest().orElseThrow();
      return new Ground(
          newest.revision() == base ? newest : books.ruleBooks().find(base).orElseThrow(), newest);
    }
  }

  /** Keeps the draft, merged with what others changed since its base. Not within a transaction. */
  public Revised save(Store store, Draft draft) {
    while (true) {
      switch (prepare(store, draft)) {
        case Prepared.Settled(var outcome) -> {
          return outcome;
        }
        case Prepared.Ready ready -> {
          Revised outcome = store.write(books -> commit(books, ready));
          // somebody was faster: theirs is the newest then, and may well go together with this
          if (!(outcome instanceof Revised.Overtaken)) return outcome;
        }
      }
    }
  }

  /**
   * Looks at a draft, merged with what others changed since its base; changes nothing. Not within a
   * transaction.
   */
  public Prepared prepare(Store store, Draft draft) {
    return prepared(store.read(books -> Ground.of(books, draft.base())), draft);
  }

  /**
   * Keeps what was prepared, within one transaction.
   *
   * @return overtaken also by somebody whose change would go together with this: prepare it again
   */
  public Revised commit(Books books, Prepared.Ready ready) {
    Draft draft = ready.draft();
    Source next = ready.next();
    if (!books.ruleBooks().add(next)) {
      return overtaken(
          ready.newest(), books.ruleBooks().latest().orElseThrow(), ready.next().files());
    }
    String detail =
        "revision " + next.revision() + (draft.why().isEmpty() ? "" : ": " + draft.why());
    books.audit().add(new AuditLog.Entry(draft.at(), draft.by(), REVISED, null, detail));
    return new Revised.Saved(next);
  }

  /** Brings back what an earlier revision said, as a new one. Not within a transaction. */
  public Revised revert(Store store, int revision, Draft about) {
    Source earlier = store.read(books -> books.ruleBooks().find(revision)).orElseThrow();
    return save(store, about.with(earlier.files()));
  }

  private Prepared prepared(Ground ground, Draft draft) {
    return together(ground, draft)
        .map(files -> looked(ground.newest(), draft, files))
        .orElseGet(() -> settled(overtaken(ground.base(), ground.newest(), draft.files())));
  }

  private Optional<Map<String, String>> together(Ground ground, Draft draft) {
    Source base = ground.base();
    Source newest = ground.newest();
    if (base.revision() == newest.revision()) return Optional.of(draft.files());
    return texts.merged(base.files(), draft.files(), newest.files());
  }

  private Prepared looked(Source newest, Draft draft, Map<String, String> files) {
    if (files.equals(newest.files())) return settled(new Revised.Same(newest.revision()));
    Source next =
        new Source(newest.revision() + 1, draft.at(), draft.by(), draft.why(), Map.copyOf(files));
    Checked checked = texts.check(next);
    return checked.book().isEmpty()
        ? settled(new Revised.Broken(checked.problems()))
        : new Prepared.Ready(draft, newest, next);
  }

  private Revised overtaken(Source base, Source newest, Map<String, String> mine) {
    List<Difference> theirs = texts.differences(base.files(), newest.files());
    return new Revised.Overtaken(newest, theirs, texts.differences(base.files(), mine));
  }

  private static Prepared settled(Revised outcome) {
    return new Prepared.Settled(outcome);
  }
}
