package no.grenselos.feed.trouble;

import java.util.List;

/** What can go wrong between a network and us. */
enum Trouble {
  NONE,
  /** Nobody listens: the connection is refused. */
  AWAY,
  /** The connection ends before the answer. */
  CLOSED,
  /** It ends within the answer. */
  BROKEN_OFF,
  /** 500, 502 or 503 with a page of HTML. */
  SERVER_ERROR,
  /** 429, or 503 with a time. */
  LIMITED,
  /** An answer, and with it the word that it was the last for a while. */
  USED_UP,
  /** An answer that counts as whole, with half of its content. */
  CUT,
  EMPTY,
  /** A page of HTML that says it is fine. */
  HTML,
  /** The answer that was given to the same question before. */
  REPEATED,
  /** The posts of a page in another order. */
  REORDERED,
  /** A post on two pages, or twice over a stream. */
  TWICE,
  /** A number of Graph's that says no. */
  GRAPH_ERROR,
  /** Nobody opens to a call. */
  DOOR_SHUT,
  /** A call that never comes. */
  LOST,
  /** A call that comes much later than what it tells. */
  LATE,
  /** A call without words and author. */
  HALF_TOLD,
  /** A call by somebody who does not know the secret. */
  FORGED,
  /** A stream ends. */
  STREAM_ENDED,
  /** A stream ends within a message. */
  STREAM_CUT,
  /** A connection stays open, and nothing comes over it any more. */
  HALF_OPEN,
  /** No heartbeat comes for a while. */
  NO_HEARTBEAT,
  /** A message of another kind, or none at all, comes between the others. */
  GARBLED,
  /** A message is lost, and the connection stays. */
  SWALLOWED,
  /** The process dies before it has kept a page. */
  CRASH,
  /** The process begins anew from what it has kept. */
  RESTART,
  /** What was kept last is lost, as with a database set back. */
  SET_BACK;

  static final List<Trouble> OF_ANSWERS =
      List.of(CLOSED, BROKEN_OFF, SERVER_ERROR, LIMITED, USED_UP, CUT, EMPTY, HTML, REPEATED);
}
