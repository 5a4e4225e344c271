package no.grenselos.ticket;

/** Why a ticket ended without an answer. */
public enum CloseReason {
  /** Somebody said that no answer is needed. */
  NOT_WORTH_ANSWERING,
  /** The post is gone outside. */
  DELETED_OUTSIDE,
  /** Another ticket goes on for it. */
  MERGED
}
