package no.grenselos.playground.network;

/** What just changed on the network, in the order it did. */
public sealed interface Change {
  /** A post, reply or boost appeared. */
  record Posted(Status status) implements Change {}

  /** A post says something else now. */
  record Edited(Status status) implements Change {}

  /** A post is gone. */
  record Deleted(Status status) implements Change {}

  /** Somebody joined. */
  record Joined(Account account) implements Change {}

  /** An app began to read with somebody's token. */
  record Listened(Account account) implements Change {}

  /** The figures of a post moved. */
  record Counted(Status status, Status.Counts counts) implements Change {}
}
