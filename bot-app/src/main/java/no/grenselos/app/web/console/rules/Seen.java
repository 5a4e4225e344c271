package no.grenselos.app.web.console.rules;

import java.util.ArrayList;
import java.util.List;
import no.grenselos.app.web.console.desk.Spot;
import no.grenselos.config.ConfigProblem;
import no.grenselos.revise.Checked;

/** What a look at a draft came to. */
public sealed interface Seen {
  /** Nobody looked yet. */
  record Not() implements Seen {}

  /**
   * It was read whole.
   *
   * @param problems the first of them
   * @param all how many problems there are
   */
  record Looked(List<Spot> problems, List<Spot> warnings, int all) implements Seen {
    /**
     * @param shown what stored posts show of it beside what the book alone does
     */
    static Looked of(Checked checked, List<ConfigProblem> shown) {
      List<ConfigProblem> warnings = new ArrayList<>(shown);
      warnings.addAll(checked.warnings());
      return new Looked(
          Spot.first(checked.problems()), Spot.first(warnings), checked.problems().size());
    }

    public boolean fine() {
      return all == 0;
    }
  }

  /** It takes longer than typing waits for, or others are looked at. */
  record Later() implements Seen {}

  /** It is longer than anything that could be kept. */
  record TooLong(int most) implements Seen {}

  /** Its name in templates. */
  default String kind() {
    return switch (this) {
      case Not not -> "not";
      case Looked looked -> "looked";
      case Later later -> "later";
      case TooLong tooLong -> "long";
    };
  }
}
