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
  private final TestBot bot = new TestBot();

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
    NetworkPart outside = new NetworkPart();
    Playground playground =
        Playground.start(PlaygroundOptions.defaults().port(port).parts(outside, teams));
    teams.signBy(Clock.systemUTC());
    teams.deliverTo(bot.address());
    bot.answer = this::answer;
    people(outside.network());
    try (ConnectorCaller api = new ConnectorCaller(teams)) {
      api.logIn();
      fill(api);
    }
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

  private void fill(ConnectorCaller api) throws Exception {
    TeamsPerson ana = TeamsSeed.small().person("ana");
    String own = teams.personal(ana.aadObjectId());
    for (String card : new String[] {"welcome", "nudge", "everything"}) {
      send(api, own, card);
    }
    String channel = teams.conversationId("kundeservice");
    teams.people().say(ana.email(), channel, "@Grenselos hvem kan noe om målere?");
    send(api, channel, "queue");
  }

  private void send(ConnectorCaller api, String conversation, String card) throws Exception {
    ObjectNode activity = Json.object().put("type", "message");
    activity
        .putArray("attachments")
        .addObject()
        .put("contentType", "application/vnd.microsoft.card.adaptive")
        .set("content", painted.path(card));
    var answer = api.post("conversations/" + conversation + "/activities", activity.toString());
    if (answer.statusCode() != 201) {
      throw new IllegalStateException(card + ": " + answer.body());
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
          default -> "";
        });
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
