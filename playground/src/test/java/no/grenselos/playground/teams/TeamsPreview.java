package no.grenselos.playground.teams;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import no.grenselos.playground.Playground;
import no.grenselos.playground.PlaygroundOptions;
import no.grenselos.playground.network.Network;
import no.grenselos.playground.network.http.NetworkPart;
import no.grenselos.playground.stage.Json;
import no.grenselos.playground.teams.tenant.TeamsPerson;
import no.grenselos.playground.teams.tenant.TeamsSeed;

/**
 * The page with a small bot in Teams behind it, to look at while working on the page: run main with
 * a port, open the address it prints. With {@code -Dgrenselos.adaptivecards=FILE} the cards are
 * drawn by Microsoft's renderer.
 */
final class TeamsPreview {
  private final JsonNode painted;
  private final PlayTeams teams = new PlayTeams(TeamsSeed.small());
  private final NetworkPart outside = new NetworkPart();
  private final TestBot bot = new TestBot();
  private ConnectorCaller api;

  private TeamsPreview() throws IOException {
    try (var file = TeamsPreview.class.getResourceAsStream("/page/painted-teams.json")) {
      painted = Json.parse(new String(file.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  public static void main(String[] args) throws Exception {
    new TeamsPreview().open(Integer.parseInt(args[0]));
    Thread.currentThread().join();
  }

  private void open(int port) throws Exception {
    Playground playground =
        Playground.start(PlaygroundOptions.defaults().port(port).parts(outside, teams));
    teams.signBy(Clock.systemUTC());
    teams.deliverTo(bot.address());
    bot.answer = this::answer;
    people(outside.network());
    api = new ConnectorCaller(teams);
    api.logIn();
    fill();
    System.out.println(playground.page() + "?house=teams&as=ana");
  }

  private static void people(Network network) {
    network.join("tone_fjell", "Tone Fjell", "nb", 214, false);
    network.join("jonas.k", "Jonas Kvam", "nb", 38, false);
    network.post(
        "tone_fjell",
        "Utedelen vår durer så naboen banker i veggen. Hva kan vi gjøre uten å flytte den?");
    network.post("jonas.k", "Nysnø og kakao. Ingen planer.\n\nBedre blir det ikke ❄️");
  }

  private void fill() throws Exception {
    TeamsPerson ana = TeamsSeed.small().person("ana");
    String own = teams.personal(ana.aadObjectId());
    for (String card : new String[] {"welcome", "nudge", "everything"}) {
      send(own, card, painted.path(card));
    }
    String channel = teams.conversationId("kundeservice");
    teams.people().say(ana.email(), channel, "@Grenselos hvem kan noe om målere?");
    send(channel, "queue", painted.path("queue"));
  }

  private void send(String conversation, String name, JsonNode card) throws Exception {
    ObjectNode activity = Json.object().put("type", "message");
    activity
        .putArray("attachments")
        .addObject()
        .put("contentType", "application/vnd.microsoft.card.adaptive")
        .set("content", card);
    var answer = api.post("conversations/" + conversation + "/activities", activity.toString());
    if (answer.statusCode() != 201) {
      throw new IllegalStateException(name + ": " + answer.body());
    }
  }

  private TestBot.Reply answer(TestBot.Heard heard) {
    JsonNode activity = heard.activity();
    JsonNode value = activity.path("value");
    return new TestBot.Reply(
        200,
        switch (activity.path("name").asText()) {
          case "adaptiveCard/action" -> pressed(value.path("action"));
          case "task/fetch", "composeExtension/fetchTask" -> task(painted.path("form"));
          case "task/submit" ->
              "{\"task\":{\"type\":\"message\",\"value\":\"Takk, det er lagt ut.\"}}";
          case "composeExtension/submitAction" ->
              "{\"composeExtension\":{\"type\":\"message\",\"text\":\"Spurt.\"}}";
          default -> heard(activity);
        });
  }

  /** Whatever is written to the bot is answered with a nudge about the newest post. */
  private String heard(JsonNode activity) {
    if (activity.path("type").asText().equals("message")) {
      String post = outside.state().path("statuses").path(0).path("url").asText();
      String about =
          painted
              .path("nudge")
              .toString()
              .replace("https://social.example/@tone/1", "http://127.0.0.1" + post);
      try {
        send(activity.at("/conversation/id").asText(), "nudge", Json.parse(about));
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    }
    return "";
  }

  private String pressed(JsonNode action) {
    ObjectNode answer = Json.object().put("statusCode", 200);
    String verb = action.path("verb").asText();
    if (!painted.has(verb)) {
      return answer
          .put("type", "application/vnd.microsoft.activity.message")
          .put("value", "Jeg hørte " + verb + ": " + action.path("data"))
          .toString();
    }
    answer.put("type", "application/vnd.microsoft.card.adaptive").set("value", painted.path(verb));
    return answer.toString();
  }

  private static String task(JsonNode card) {
    ObjectNode answer = Json.object();
    ObjectNode task = answer.putObject("task").put("type", "continue");
    ObjectNode value = task.putObject("value").put("title", "Svar Tone");
    value
        .put("height", "large")
        .put("width", "medium")
        .putObject("card")
        .put("contentType", "application/vnd.microsoft.card.adaptive")
        .set("content", card);
    return answer.toString();
  }
}
