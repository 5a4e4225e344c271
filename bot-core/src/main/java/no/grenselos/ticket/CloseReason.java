package no.grenselos.ticket;

/** Why a ticket ended without an answer. */
public enum CloseReason {
  /** Somebody said that no answer is needed. */
  NOT_WORTH_ANSWERING,
  /** It waited for the end of a pause until it was too old to ask about. */
  TOO_OLD,
  /** The post is gone outside. */
  DELETED_OUTSIDE,
  /** Another ticket goes on for it. */
  MERGED
}
