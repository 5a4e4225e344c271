package no.grenselos.playground.teams.identity;

/** What is wrong with the token of one call to the bot. */
public enum Forgery {
  NONE,
  /** Signed by somebody else, under the name of our key. */
  WRONG_KEY,
  WRONG_ISSUER,
  /** Meant for another bot. */
  WRONG_AUDIENCE,
  /** It ended an hour ago. */
  EXPIRED,
  /** It begins in an hour. */
  NOT_YET_VALID,
  /** The claim names another service address than the activity. */
  WRONG_SERVICE_URL,
  /** Not signed, and it says so. */
  ALG_NONE,
  /** No token at all. */
  NO_TOKEN,
  /** No token, but something else after "Bearer". */
  GARBAGE,
  /**
   * Rightly signed, in the form in which one bot calls another as its skill. Libraries took such a
   * token with any service address (Bot Framework SDK for Java 4.14.3).
   */
  SKILL
}
