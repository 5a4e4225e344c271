package no.grenselos.chat;

import java.net.URI;
import java.util.List;
import no.grenselos.memory.Source;
import no.grenselos.reading.TopicId;
import no.grenselos.ticket.AnswerId;
import org.jspecify.annotations.Nullable;

/** What somebody did with words: their own, a colleague's, or those they said before. */
public sealed interface ReplyAction extends ChatAction {
  /** These words are to go out, as far as the writer's level and the route let them. */
  record Reply(String text) implements ReplyAction {}

  /**
   * A colleague says yes to what was proposed.
   *
   * @param text as it is to go out
   */
  record ApproveAnswer(AnswerId answer, String text) implements ReplyAction {}

  /** A colleague asks for something else than what was proposed. */
  record ReturnAnswer(AnswerId answer, String comment) implements ReplyAction {}

  /**
   * A text is to be kept as an answer.
   *
   * @param title may be empty
   * @param link where it can be read; null when nowhere
   */
  record KeepText(
      Source.Kind kind, String title, String text, List<TopicId> topics, @Nullable URI link)
      implements ReplyAction {
    public KeepText {
      topics = List.copyOf(topics);
    }
  }

  /** An answer is to be drafted from what was said before. */
  record AskForDraft() implements ReplyAction {}

  /** The kept text it is done on is to be forgotten. */
  record ForgetText() implements ReplyAction {}
}
