package no.grenselos.app.web.console.rules;

import java.time.Instant;
import java.util.List;
import no.grenselos.forecast.Report;
import no.grenselos.trial.Outcome;
import no.grenselos.trial.Suite;

/** How far something that somebody tries on a draft has come. */
public sealed interface Trying {
  /** It goes on. */
  record Running(Instant since) implements Trying {}

  /** The draft was tried on stored posts. */
  record Forecast(Report report, int days) implements Trying {}

  /** The suite was run. */
  record Cases(List<Outcome> outcomes) implements Trying {
    public Cases {
      outcomes = List.copyOf(outcomes);
    }

    public List<Outcome.Differs> failed() {
      return Suite.failed(outcomes);
    }
  }

  /** It could not be done. */
  record Failed(String reason) implements Trying {}

  /** Somebody stopped it. */
  record Stopped() implements Trying {}

  /** Others are at it, or the same person still is; nothing was begun. */
  record Busy() implements Trying {}

  /** Its name in templates. */
  default String kind() {
    return switch (this) {
      case Running running -> "running";
      case Forecast forecast -> "forecast";
      case Cases cases -> "cases";
      case Failed failed -> "failed";
      case Stopped stopped -> "stopped";
      case Busy busy -> "busy";
    };
  }
}
