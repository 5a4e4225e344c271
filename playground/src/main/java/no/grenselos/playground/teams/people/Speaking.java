package no.grenselos.playground.teams.people;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import no.grenselos.playground.shape.Fault;
import no.grenselos.playground.stage.BadRequest;
import no.grenselos.playground.stage.Json;
import no.grenselos.playground.teams.card.StrictActivities;
import no.grenselos.playground.teams.delivery.ActivitySender;
import no.grenselos.playground.teams.delivery.Envelope;
import no.grenselos.playground.teams.tenant.Conversation;
import no.grenselos.playground.teams.tenant.Reactions;
import no.grenselos.playground.teams.tenant.TeamsApp;
import no.grenselos.playground.teams.tenant.TeamsPerson;
import no.grenselos.playground.teams.tenant.Tenant;

/** People write messages, paste links and react. */
final class Speaking {
  private final Tenant tenant;
  private final Envelope envelope;
  private final Told told;
  private final ActivitySender sender;

  Speaking(Tenant tenant, Envelope envelope, Told told, ActivitySender sender) {
    this.tenant = tenant;
    this.envelope = envelope;
    this.told = told;
    this.sender = sender;
  }

  /**
   * The message's id. The bot hears what is said to it alone and, elsewhere, what names it:
   * {@code @Grenselos} at any place of the text.
   */
  String say(String who, String conversation, String root, String text) {
    return tenant.atomically(() -> {
      TeamsPerson person = tenant.person(who);
      Conversation where = Sight.entered(tenant, person, conversation);
      ObjectNode content = Json.object().put("text", asTyped(text)).put("textFormat", "plain");
      content.set("entities", mentions(text));
      return spoken(person, where, root, content);
    });
  }

  private String spoken(TeamsPerson person, Conversation where, String root, ObjectNode content) {
    if (!root.isEmpty() && tenant.messages().find(root).isEmpty()) {
      throw new BadRequest("no message " + root);
    }
    ObjectNode message = tenant.messages().post(where, root, person.account(), content);
    String id = message.path("id").asText();
    boolean named = !content.path("entities").isEmpty() && namesBot(content);
    boolean meant = where.kind() == Conversation.Kind.PERSONAL || named;
    if (meant && tenant.places().botHears(where)) {
      ObjectNode activity =
          envelope.activity("message", person, where, message.path("root").asText());
      activity.put("id", id).put("textFormat", "plain");
      activity.set("text", content.path("text"));
      content.path("entities").forEach(activity.withArrayProperty("entities")::add);
      activity.putArray("attachments").add(html(content.path("text").asText()));
      sender.send(activity);
    }
    return id;
  }

  /** Asks the bot what to show below a link, then writes the message with that. */
  String paste(String who, String conversation, String url) {
    TeamsPerson person = tenant.atomically(() -> tenant.person(who));
    Conversation where = tenant.atomically(() -> Sight.entered(tenant, person, conversation));
    ObjectNode content = Json.object().put("text", url).put("textFormat", "plain");
    ObjectNode invoke =
        tenant.atomically(() ->
            envelope.invoke(
                "composeExtension/queryLink", person, where, "", Json.object().put("url", url)));
    told.tell(person, invoke, body -> preview(person, invoke, body, content));
    return tenant.atomically(() -> spoken(person, where, "", content));
  }

  private Outcome preview(
      TeamsPerson person, ObjectNode invoke, JsonNode body, ObjectNode content) {
    JsonNode attachments = body.path("composeExtension").path("attachments");
    List<Fault> faults = StrictActivities.inPreviews(attachments);
    if (!faults.isEmpty()) {
      return told.refuse(person, invoke, body, faults);
    }
    ArrayNode shown = content.putArray("attachments");
    attachments.forEach(one -> shown.add(((ObjectNode) one.deepCopy()).without("preview")));
    return new Outcome.Done();
  }

  void react(String who, String messageId, String type, boolean added) {
    tenant.alone(() -> {
      Sight sight = Sight.of(tenant, who, messageId);
      ObjectNode message = tenant.messages().find(messageId).orElseThrow();
      Reactions reactions = new Reactions(tenant.messages());
      String aad = sight.person().aadObjectId();
      boolean changed =
          added ? reactions.add(message, aad, type) : reactions.remove(message, aad, type);
      // Teams tells a bot of reactions to its own messages only
      if (changed && message.path("bot").asBoolean() && tenant.places().botHears(sight.where())) {
        sender.send(reaction(sight, type, added));
      }
    });
  }

  private ObjectNode reaction(Sight sight, String type, boolean added) {
    ObjectNode activity =
        envelope.activity("messageReaction", sight.person(), sight.where(), sight.root());
    activity.put("replyToId", sight.id());
    activity.putArray(added ? "reactionsAdded" : "reactionsRemoved").addObject().put("type", type);
    return activity;
  }

  private boolean namesBot(ObjectNode content) {
    for (JsonNode entity : content.path("entities")) {
      if (entity.path("mentioned").path("id").asText().equals(tenant.seed().app().botId())) {
        return true;
      }
    }
    return false;
  }

  /** What Teams makes of "@name". */
  private String asTyped(String text) {
    String typed = text;
    for (ObjectNode account : accounts()) {
      String name = account.path("name").asText();
      typed = typed.replace("@" + name, tag(name));
    }
    return typed;
  }

  private ArrayNode mentions(String text) {
    ArrayNode mentions = Json.array();
    for (ObjectNode account : accounts()) {
      String name = account.path("name").asText();
      if (text.contains("@" + name)) {
        mentions
            .addObject()
            .put("type", "mention")
            .put("text", tag(name))
            .set("mentioned", account);
      }
    }
    return mentions;
  }

  private List<ObjectNode> accounts() {
    TeamsApp app = tenant.seed().app();
    List<ObjectNode> all = new ArrayList<>();
    all.add(app.account());
    tenant.people().forEach(person -> all.add(person.account()));
    return all;
  }

  private static String tag(String name) {
    return "<at>" + name + "</at>";
  }

  /** The text once more, as Teams sends it along with every message. */
  private static ObjectNode html(String text) {
    String escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    String mention = "<span itemscope itemtype=\"http://schema.skype.com/Mention\">";
    String named = escaped.replace("&lt;at&gt;", mention).replace("&lt;/at&gt;", "</span>");
    return Json.object().put("contentType", "text/html").put("content", "<p>" + named + "</p>");
  }
}
