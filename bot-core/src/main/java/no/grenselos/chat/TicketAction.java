package no.grenselos.chat;

import java.net.URI;
import no.grenselos.reading.TopicId;
import org.jspecify.annotations.Nullable;

/** What somebody did about a ticket, on the way from a nudge to an answer. */
public sealed interface TicketAction extends ChatAction {
  record Claim() implements TicketAction {}

  /**
   * "Not mine."
   *
   * @param knowsBetter who does; null when they did not say
   * @param reason in their own words; empty when they gave none
   */
  record Pass(@Nullable ChatUser knowsBetter, String reason) implements TicketAction {}

  record Later() implements TicketAction {}

  record NotWorthAnswering() implements TicketAction {}

  /** The post is not about the topic it was taken for. */
  record WrongTopic() implements TicketAction {}

  /** No more of this topic for me. */
  record MuteTopic() implements TicketAction {}

  record Release() implements TicketAction {}

  record HandOver(ChatUser to) implements TicketAction {}

  /**
   * Answered outside by hand.
   *
   * @param link to the answer; null when not given
   */
  record Answered(@Nullable URI link) implements TicketAction {}

  /**
   * A topic's owner wants posts like this.
   *
   * @param topic which of theirs; null when they were not asked, as there is no doubt
   */
  record MoreLikeThis(@Nullable TopicId topic) implements TicketAction {}

  /**
   * A topic's owner wants fewer posts like this.
   *
   * @param topic as in {@link MoreLikeThis}
   */
  record LessLikeThis(@Nullable TopicId topic) implements TicketAction {}

  /**
   * An emoji was taken away, or "undo" pressed: what the press did is undone where that is safe.
   */
  record TakeBack(Press press) implements TicketAction {}
}
