package no.grenselos.ticket;

/** How an offer ended. */
public enum OfferEnd {
  /** The expert took it. */
  CLAIMED,
  /** "Not mine." */
  PASSED,
  /** "Later": somebody else is asked meanwhile. */
  LATER,
  /** Its time ran out. */
  LAPSED,
  /** Somebody else took it, or it was closed. */
  OVERTAKEN,
  /** The expert was not to be disturbed, and never saw it. */
  AWAY
}
