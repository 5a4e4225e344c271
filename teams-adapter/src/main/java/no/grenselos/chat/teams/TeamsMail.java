package no.grenselos.chat.teams;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.bot.schema.Activity;
import com.microsoft.bot.schema.Attachment;
import java.util.List;

/** Puts cards into messages. Stateless; safe for many threads. */
final class TeamsMail {
  static final String CARD = "application/vnd.microsoft.card.adaptive";

  private TeamsMail() {}

  /**
   * @param summary one line for notifications
   */
  static Activity message(ObjectNode card, String summary) {
    Activity activity = Activity.createMessageActivity();
    activity.setSummary(summary);
    activity.setAttachments(List.of(attachment(card)));
    return activity;
  }

  /** One that somebody is told of wherever they are; without it a bot's message makes no sound. */
  static Activity ringing(Activity activity) {
    ObjectNode data = JsonNodeFactory.instance.objectNode();
    data.putObject("notification").put("alert", true);
    activity.setChannelData(data);
    return activity;
  }

  private static Attachment attachment(JsonNode card) {
    Attachment attachment = new Attachment();
    attachment.setContentType(CARD);
    attachment.setContent(card);
    return attachment;
  }
}
