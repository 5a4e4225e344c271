package no.grenselos.chat.slack;

import no.grenselos.chat.ChatAction;
import no.grenselos.chat.Press;

/** What a press means. */
final class SlackActions {
  private SlackActions() {}

  static ChatAction of(Press press) {
    return switch (press) {
      case CLAIM -> new ChatAction.Claim();
      case PASS -> new ChatAction.Pass(null, "");
      case LATER -> new ChatAction.Later();
      case NOT_WORTH_ANSWERING -> new ChatAction.NotWorthAnswering();
      case WRONG_TOPIC -> new ChatAction.WrongTopic();
      case MUTE_TOPIC -> new ChatAction.MuteTopic();
      case RELEASE -> new ChatAction.Release();
      case ANSWERED -> new ChatAction.Answered(null);
      case TAKE_BACK -> new ChatAction.TakeBack(Press.TAKE_BACK);
      case MORE_LIKE_THIS -> new ChatAction.MoreLikeThis(null);
      case LESS_LIKE_THIS -> new ChatAction.LessLikeThis(null);
      case PASS_TO, HAND_OVER, REPLY, ANSWERED_WITH_LINK ->
          throw new IllegalArgumentException(press + " needs its form first");
    };
  }
}
