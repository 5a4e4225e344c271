package no.grenselos.chat.teams;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import no.grenselos.web.HttpAnswer;

/**
 * What an invoke is answered with (learn.microsoft.com, "Universal Actions for Adaptive Cards",
 * "Dialogs", "Message extensions").
 */
final class TeamsAnswers {
  private static final String CARD = TeamsMail.CARD;
  private static final String LINE = "application/vnd.microsoft.activity.message";

  private TeamsAnswers() {}

  /** Heard, and nothing to say. */
  static HttpAnswer heard() {
    return HttpAnswer.empty(200);
  }

  /** To a card's button or refresh: the card as this person is to see it. */
  static HttpAnswer card(ObjectNode card) {
    ObjectNode answer = node().put("statusCode", 200).put("type", CARD);
    answer.set("value", card);
    return json(answer);
  }

  /** To a card's button: a line that only whoever pressed sees. */
  static HttpAnswer line(String text) {
    return json(node().put("statusCode", 200).put("type", LINE).put("value", text));
  }

  /** To what opens or sends a dialog: this dialog. */
  static HttpAnswer dialog(TeamsDialog dialog) {
    ObjectNode value =
        node().put("title", dialog.title()).put("height", "large").put("width", "medium");
    ObjectNode attachment = value.putObject("card").put("contentType", CARD);
    attachment.set("content", dialog.card());
    ObjectNode answer = node();
    answer.putObject("task").put("type", "continue").set("value", value);
    return json(answer);
  }

  /** To what opens or sends a dialog: a line instead of it. */
  static HttpAnswer dialog(String text) {
    ObjectNode answer = node();
    answer.putObject("task").put("type", "message").put("value", text);
    return json(answer);
  }

  /** To a dialog that was sent: it closes. */
  static HttpAnswer close() {
    return json(node());
  }

  /** To a shared link: what is known of it. */
  static HttpAnswer preview(ObjectNode card, String line) {
    ObjectNode answer = node();
    ObjectNode result =
        answer.putObject("composeExtension").put("type", "result").put("attachmentLayout", "list");
    ObjectNode attachment = result.putArray("attachments").addObject().put("contentType", CARD);
    attachment.set("content", card);
    ObjectNode preview =
        attachment
            .putObject("preview")
            .put("contentType", "application/vnd.microsoft.card.thumbnail");
    preview.putObject("content").put("title", line);
    return json(answer);
  }

  private static ObjectNode node() {
    return JsonNodeFactory.instance.objectNode();
  }

  private static HttpAnswer json(ObjectNode answer) {
    return HttpAnswer.json(200, answer.toString());
  }
}
