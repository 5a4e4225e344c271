package no.grenselos.revise;

import java.util.List;
import no.grenselos.config.ConfigProblem;
import no.grenselos.store.RuleBooks.Source;

/** What became of a draft. */
public sealed interface Revised {
  /** It is the newest revision now. */
  record Saved(Source source) implements Revised {}

  /** It says what the newest revision says. */
  record Same(int revision) implements Revised {}

  /** It cannot be used; nothing has changed. */
  record Broken(List<ConfigProblem> problems) implements Revised {
    public Broken {
      problems = List.copyOf(problems);
    }
  }

  /**
   * Somebody changed the same meanwhile; nothing has changed.
   *
   * @param newest theirs
   * @param theirs what they changed since the draft's base
   * @param mine what the draft changes of its base
   */
  record Overtaken(Source newest, List<Difference> theirs, List<Difference> mine)
      implements Revised {
    public Overtaken {
      theirs = List.copyOf(theirs);
      mine = List.copyOf(mine);
    }
  }
}
