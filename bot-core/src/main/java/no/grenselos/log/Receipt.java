package no.grenselos.log;

import java.util.List;
import no.grenselos.feed.Skipped;

/** What became of parcels that were handed over. */
public sealed interface Receipt {
  /**
   * The log has them for good.
   *
   * @param setAside those that it can never take; they stand in its dead letters
   */
  record Kept(List<Skipped> setAside) implements Receipt {
    public Kept {
      setAside = List.copyOf(setAside);
    }
  }

  /**
   * Some or all of them may not be there: hand all over again later.
   *
   * @param reason in plain English, and what to do where that is known
   */
  record NotNow(String reason) implements Receipt {}
}
