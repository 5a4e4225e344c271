package no.grenselos.playground.teams;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import no.grenselos.playground.MovedClock;
import no.grenselos.playground.Playground;
import no.grenselos.playground.PlaygroundOptions;
import no.grenselos.playground.stage.Json;
import no.grenselos.playground.teams.tenant.TeamsPerson;
import no.grenselos.playground.teams.tenant.TeamsSeed;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A small tenant with a bot that listens and can call, and a clock that the test moves. */
abstract class TeamsTest {
  static final Duration SOON = Duration.ofSeconds(10);
  static final TeamsPerson ANA = TeamsSeed.small().person("ana");
  static final TeamsPerson BEN = TeamsSeed.small().person("ben");
  static final TeamsPerson KARI = TeamsSeed.small().person("kari");
  static final String ANA_ID = ANA.aadObjectId();
  static final String BEN_ID = BEN.aadObjectId();
  static final String KARI_ID = KARI.aadObjectId();

  final MovedClock clock = new MovedClock();
  Playground playground;
  PlayTeams teams;
  ConnectorCaller api;
  TestBot bot;

  TeamsSeed seed() {
    return TeamsSeed.small();
  }

  @BeforeEach
  void startPlayground() throws Exception {
    playground = Playground.start(PlaygroundOptions.defaults().clock(clock).teams(seed()));
    teams = playground.teams();
    teams.resend(List.of(Duration.ZERO, Duration.ZERO));
    bot = new TestBot();
    teams.deliverTo(bot.address());
    api = new ConnectorCaller(teams);
    api.logIn();
  }

  @AfterEach
  void stopPlayground() {
    api.close();
    playground.close();
    bot.close();
  }

  /** Sends and gives the message's id. */
  String send(String conversation, String activity) throws Exception {
    HttpResponse<String> answer =
        api.post("conversations/" + conversation + "/activities", activity);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    return ConnectorCaller.json(answer).path("id").asText();
  }

  /** Sends a card to the person's own conversation. */
  String sendCard(TeamsPerson person, String card) throws Exception {
    return send(teams.personal(person.aadObjectId()), withCard(card));
  }

  static String withCard(String card) {
    return "{'type':'message','attachments':[{'contentType':"
        + "'application/vnd.microsoft.card.adaptive','content':"
        + card
        + "}]}";
  }

  /** A card with that body and those actions. */
  static String card(String body, String actions) {
    return "{'type':'AdaptiveCard','version':'1.5','body':["
        + body
        + "],'actions':["
        + actions
        + "]}";
  }

  static String textBlock(String text) {
    return "{'type':'TextBlock','text':'" + text + "'}";
  }

  /** The next activity of that type, or invoke of that name; others are passed over. */
  JsonNode next(String type) throws Exception {
    JsonNode activity = bot.next().activity();
    while (!activity.path("type").asText().equals(type)
        && !activity.path("name").asText().equals(type)) {
      activity = bot.next().activity();
    }
    return activity;
  }

  static JsonNode object(String json) {
    return Json.parse(json.replace('\'', '"'));
  }

  static String code(HttpResponse<String> answer) {
    return answer.statusCode() + " " + ConnectorCaller.json(answer).at("/error/code").asText();
  }
}
