package no.grenselos.route;

/** What answering serves. */
public enum Goal {
  SELL,
  CUT_COSTS,
  SATISFACTION,
  REPUTATION
}
