package no.grenselos.ticket;

import java.util.List;
import no.grenselos.route.Goal;

/** What an answer brought about, as somebody who had the post tells. */
public enum Effect {
  SALE,
  /** Somebody may buy. */
  LEAD,
  /** Nobody had to call, or to open a case. */
  SPARED,
  HAPPY,
  UNHAPPY,
  /** Whoever answered does not know whether the customer is happy. */
  UNKNOWN,
  PUT_RIGHT,
  /** Nothing came of it, or nothing changed. */
  NOTHING;

  /** What can be told of an answer that served the goal, best first; three at most. */
  public static List<Effect> of(Goal goal) {
    return switch (goal) {
      case SELL -> List.of(SALE, LEAD, NOTHING);
      case CUT_COSTS -> List.of(SPARED, NOTHING);
      case SATISFACTION -> List.of(HAPPY, UNHAPPY, UNKNOWN);
      case REPUTATION -> List.of(PUT_RIGHT, NOTHING);
    };
  }

  /** What becomes of the assumption about the answer, where a sum is reckoned. */
  public enum Weight {
    /** It came true in full: no share is taken of it. */
    SURE,
    /** It holds as for an answer of which nothing was told. */
    ASSUMED,
    /** The answer counts for nothing. */
    NONE
  }

  public Weight weight() {
    return switch (this) {
      case SALE -> Weight.SURE;
      case LEAD, SPARED, HAPPY, UNKNOWN, PUT_RIGHT -> Weight.ASSUMED;
      case UNHAPPY, NOTHING -> Weight.NONE;
    };
  }
}
