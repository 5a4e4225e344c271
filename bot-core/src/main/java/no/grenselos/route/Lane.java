package no.grenselos.route;

/** Where a post goes inside: one expert is asked, customer service queues it, or both. */
public enum Lane {
  EXPERT,
  CARE,
  BOTH
}
