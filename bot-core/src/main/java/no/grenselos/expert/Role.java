package no.grenselos.expert;

/** What somebody inside may do; one person may have several. */
public enum Role {
  /** Is asked about topics. */
  EXPERT,
  /** Works on a team's queue. */
  CARE,
  /** Leads a team: hears of promises about to break, and may move anybody's work in it. */
  LEAD,
  /** Decides the rules. */
  ADMIN
}
