package no.grenselos.app.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import no.grenselos.playground.network.Status;
import no.grenselos.playground.slack.workspace.Shown;

/** What must hold whatever happened: looked up in the playground, not in our own books. */
final class Facts {
  /** Slack's marks for calling a channel, a group or a person; {@code <!date>} only tells time. */
  private static final Pattern ALERT = Pattern.compile("<!(channel|here|everyone|subteam)|<@[UW]");

  private static final Set<String> ALERTS = Set.of("broadcast", "usergroup", "user");

  private Facts() {}

  /** One sentence for each fact that does not hold; empty when all is well. */
  static List<String> broken(World world, Outside outside) {
    List<String> broken = new ArrayList<>();
    cards(world)
        .forEach((card, times) -> {
          if (times > 1) broken.add("card " + card + " was shown " + times + " times");
        });
    replies(world, outside)
        .forEach((post, times) -> {
          if (times > 1 + followUps(world, post))
            broken.add("post " + post + " got " + times + " answers");
        });
    world.slack().posts().stream()
        .filter(Facts::alerts)
        .forEach(shown -> broken.add("message " + shown.ts() + " alerts somebody"));
    world.teams().posts().stream()
        .filter(Facts::alerts)
        .forEach(shown -> broken.add("message " + shown.id() + " in Teams alerts somebody"));
    world
        .teams()
        .refusals()
        .forEach(call -> broken.add("Teams refused " + call.verb() + ": " + call));
    world
        .slack()
        .refusals()
        .forEach(call -> broken.add("Slack refused " + call.method() + ": " + call));
    return broken;
  }

  /** How often each card was posted, by its id. */
  static Map<String, Integer> cards(World world) {
    Map<String, Integer> cards = new HashMap<>();
    for (Shown shown : world.slack().posts()) {
      String card = shown.payload("card");
      if (shown.kind() == Shown.Kind.POSTED && !card.isEmpty()) cards.merge(card, 1, Integer::sum);
    }
    for (var shown : world.teams().posts()) {
      String card = card(shown.message().path("attachments"));
      boolean posted = shown.kind() == no.grenselos.playground.teams.tenant.Shown.Kind.POSTED;
      if (posted && !card.isEmpty()) cards.merge(card, 1, Integer::sum);
    }
    return cards;
  }

  /** The id that something on the card in Teams gives back; empty where nothing does. */
  private static String card(JsonNode node) {
    JsonNode data = node.path("data");
    if (data.path("grenselos").asInt() == 1 && data.has("card")) return data.path("card").asText();
    for (JsonNode child : node) {
      String card = card(child);
      if (!card.isEmpty()) return card;
    }
    return "";
  }

  /**
   * How many answers went out to each post, by the post's id; what the script wrote is not ours.
   */
  static Map<String, Integer> replies(World world, Outside outside) {
    Map<String, Integer> replies = new HashMap<>();
    for (Status status : world.network().statuses()) {
      String parent = status.place().inReplyTo();
      boolean ours =
          status.account().acct().equals(world.company()) && outside.deed(status.id()).isEmpty();
      if (ours && parent != null) replies.merge(parent, 1, Integer::sum);
    }
    return replies;
  }

  /** How often the post's author wrote again beneath it: each may have an answer of its own. */
  private static long followUps(World world, String post) {
    List<Status> all = world.network().statuses();
    Set<String> thread =
        all.stream()
            .filter(status -> post.equals(status.place().inReplyTo()))
            .map(Status::id)
            .collect(Collectors.toSet());
    String author =
        all.stream()
            .filter(status -> status.id().equals(post))
            .map(status -> status.account().acct())
            .findFirst()
            .orElse("");
    return all.stream()
        .filter(status -> status.account().acct().equals(author))
        .filter(status -> status.place().inReplyTo() != null)
        .filter(status ->
            post.equals(status.place().inReplyTo()) || thread.contains(status.place().inReplyTo()))
        .count();
  }

  /** Whether the message would sound an alarm with anybody. */
  static boolean alerts(Shown shown) {
    return marked(shown.message().path("text")) || alerts(shown.message().path("blocks"));
  }

  /** Whether it would in Teams, where only what is told as a mention calls. */
  static boolean alerts(no.grenselos.playground.teams.tenant.Shown shown) {
    if (!shown.message().path("bot").asBoolean()) return false;
    for (JsonNode entity : shown.message().path("entities")) {
      if (entity.path("type").asText().equals("mention")) return true;
    }
    return false;
  }

  /** In Slack's markup the marks call; in plain and rich text they are but words. */
  private static boolean alerts(JsonNode node) {
    String type = node.path("type").asText();
    if (ALERTS.contains(type) || (type.equals("mrkdwn") && marked(node.path("text")))) return true;
    for (JsonNode child : node) if (alerts(child)) return true;
    return false;
  }

  private static boolean marked(JsonNode text) {
    return ALERT.matcher(text.asText()).find();
  }
}
