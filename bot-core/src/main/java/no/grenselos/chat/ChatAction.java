package no.grenselos.chat;

import java.net.URI;
import no.grenselos.reading.TopicId;
import org.jspecify.annotations.Nullable;

/** What somebody inside did about a card; the same whether by button, emoji, form or command. */
public sealed interface ChatAction {
  record Claim() implements ChatAction {}

  /**
   * "Not mine."
   *
   * @param knowsBetter who does; null when they did not say
   * @param reason in their own words; empty when they gave none
   */
  record Pass(@Nullable ChatUser knowsBetter, String reason) implements ChatAction {}

  record Later() implements ChatAction {}

  record NotWorthAnswering() implements ChatAction {}

  /** The post is not about the topic it was taken for. */
  record WrongTopic() implements ChatAction {}

  /** No more of this topic for me. */
  record MuteTopic() implements ChatAction {}

  record Release() implements ChatAction {}

  record HandOver(ChatUser to) implements ChatAction {}

  /**
   * Answered outside by hand.
   *
   * @param link to the answer; null when not given
   */
  record Answered(@Nullable URI link) implements ChatAction {}

  /** These words are to be published. */
  record Reply(String text) implements ChatAction {}

  /**
   * A topic's owner wants posts like this.
   *
   * @param topic which of theirs; null when they were not asked, as there is no doubt
   */
  record MoreLikeThis(@Nullable TopicId topic) implements ChatAction {}

  /**
   * A topic's owner wants fewer posts like this.
   *
   * @param topic as in {@link MoreLikeThis}
   */
  record LessLikeThis(@Nullable TopicId topic) implements ChatAction {}

  /**
   * An emoji was taken away, or "undo" pressed: what the press did is undone where that is safe.
   */
  record TakeBack(Press press) implements ChatAction {}
}
