package no.grenselos.chat;

import java.net.URI;
import java.time.Instant;

/** A stretch of a line. All text is plain: a renderer must show it inert, whoever wrote it. */
public sealed interface Span {
  record Plain(String text) implements Span {}

  record Strong(String text) implements Span {}

  record Link(String text, URI to) implements Span {}

  /** Somebody inside; a house shows its own way of naming them, without alerting them. */
  record Person(ChatUser user) implements Span {}

  /** A moment, shown in the reader's own time zone where the house can. */
  record Moment(Instant at) implements Span {}
}
