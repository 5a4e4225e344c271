package no.grenselos.mention;

/** How a post stands to other posts. */
public enum MentionKind {
  POST,
  REPLY,
  /** Somebody else's post passed on without words of one's own. */
  RESHARE,
  /** Somebody else's post passed on with words of one's own. */
  QUOTE
}
