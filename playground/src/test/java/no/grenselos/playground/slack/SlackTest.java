package no.grenselos.playground.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import no.grenselos.playground.MovedClock;
import no.grenselos.playground.Playground;
import no.grenselos.playground.PlaygroundOptions;
import no.grenselos.playground.slack.workspace.SlackSeed;
import no.grenselos.playground.stage.Json;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A small workspace with a caller, and a clock that the test moves. */
abstract class SlackTest {
  static final Duration SOON = Duration.ofSeconds(10);
  static final String ANA = "U0ANA";
  static final String BEN = "U0BEN";
  static final String KARI = "U0KARI";
  static final String GENERAL = "CGENERAL";

  final MovedClock clock = new MovedClock();
  Playground playground;
  PlaySlack slack;
  ApiCaller api;

  SlackSeed seed() {
    return SlackSeed.small();
  }

  @BeforeEach
  void startPlayground() {
    SlackSeed seed = seed();
    playground = Playground.start(PlaygroundOptions.defaults().clock(clock).slack(seed));
    slack = playground.slack();
    api = new ApiCaller(playground.slackApi(), seed.app().secrets().botToken());
  }

  @AfterEach
  void stopPlayground() {
    api.close();
    playground.close();
  }

  /** Posts and gives the time stamp. */
  String post(String channel, String text) throws Exception {
    return ok(api.form("chat.postMessage", "channel", channel, "text", text)).path("ts").asText();
  }

  String postBlocks(String channel, String blocks) throws Exception {
    return ok(api.form("chat.postMessage", "channel", channel, "text", "x", "blocks", blocks))
        .path("ts")
        .asText();
  }

  static JsonNode ok(JsonNode answer) {
    assertThat(answer.path("ok").asBoolean()).as("%s", answer).isTrue();
    return answer;
  }

  static String error(JsonNode answer) {
    assertThat(answer.path("ok").asBoolean()).as("%s", answer).isFalse();
    return answer.path("error").asText();
  }

  static ObjectNode object(String json) {
    return (ObjectNode) Json.parse(json.replace('\'', '"'));
  }

  static String quoted(String json) {
    return json.replace('\'', '"');
  }
}
