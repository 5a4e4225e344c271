package no.grenselos.playground.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import no.grenselos.playground.stage.Json;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PlayControlTest extends SlackTest {
  private static final String CARD =
      quoted(
          "[{'type':'actions','block_id':'b','elements':[{'type':'button','action_id':'claim',"
              + "'text':{'type':'plain_text','text':'Mine'}}]}]");

  private TestApp app;

  @BeforeEach
  void startApp() throws Exception {
    app = new TestApp();
    slack.deliverTo(app.address());
  }

  @AfterEach
  void stopApp() {
    app.close();
  }

  @Test
  void theStateHoldsAllThatThePageDraws() throws Exception {
    String ts = post(ANA, "hello");
    JsonNode state = state();

    assertThat(state.at("/slack/team/name").asText()).isEqualTo("Fjordvarme");
    assertThat(state.at("/slack/bot/id").asText()).isEqualTo("U0GRENSELOS");
    assertThat(state.at("/slack/users/0/real_name").asText()).isEqualTo("Ana Aas");
    assertThat(state.at("/slack/users")).hasSize(3);
    assertThat(state.at("/slack/messages/D0ANA/0/ts").asText()).isEqualTo(ts);
    assertThat(state.at("/slack/channels"))
        .anySatisfy(channel -> {
          assertThat(channel.path("is_im").asBoolean()).isTrue();
          assertThat(channel.path("user").asText()).isEqualTo(ANA);
        });
    assertThat(state.path("slack").has("views")).isTrue();
    assertThat(state.path("slack").has("homes")).isTrue();
  }

  @Test
  void aPageSeesWhatHappensInOrder() throws Exception {
    long before = state().path("last_event").asLong();
    String ts = postBlocks(GENERAL, CARD);
    play("react", "{'user':'U0ANA','channel':'CGENERAL','ts':'" + ts + "','name':'eyes'}");
    ok(api.form("chat.update", "channel", GENERAL, "ts", ts, "text", "changed"));
    ok(api.form("chat.delete", "channel", GENERAL, "ts", ts));

    List<String> kinds =
        api.http
            .send(
                HttpRequest.newBuilder(playground.base().resolve("play/stream?after=" + before))
                    .header("Accept", "text/event-stream")
                    .build(),
                BodyHandlers.ofLines())
            .body()
            .filter(line -> line.startsWith("event:"))
            .limit(4)
            .toList();
    assertThat(kinds)
        .containsExactly(
            "event: slack.message",
            "event: slack.reaction",
            "event: slack.message_changed",
            "event: slack.message_deleted");
  }

  @Test
  void aPressOnThePageReachesTheApp() throws Exception {
    String ts = postBlocks(GENERAL, CARD);
    String press =
        "{'user':'U0ANA','channel':'CGENERAL','ts':'%s','block_id':'b','action_id':'%s'}";

    assertThat(play("press", press.formatted(ts, "claim")).statusCode()).isEqualTo(200);
    assertThat(app.next().payload().at("/actions/0/action_id").asText()).isEqualTo("claim");
    HttpResponse<String> unknown = play("press", press.formatted(ts, "fly"));
    assertThat(unknown.statusCode()).isEqualTo(400);
    assertThat(unknown.body()).contains("action_id fly");
  }

  @Test
  void peopleWriteAndRunCommandsFromThePage() throws Exception {
    play("say", "{'user':'U0ANA','channel':'CGENERAL','text':'hi all'}");
    app.answer = heard -> new TestApp.Reply(500, "");
    HttpResponse<String> failed =
        play("command", "{'user':'U0ANA','channel':'CGENERAL','command':'/x','text':''}");

    assertThat(slack.messages(GENERAL)).hasSize(1);
    assertThat(failed.body()).contains("\"trouble\":\"http_error\"");
    assertThat(play("say", "{'user':'U0ANA','channel':'CGENERAL'}").statusCode()).isEqualTo(400);
    assertThat(play("say", "not json").statusCode()).isEqualTo(400);
  }

  @Test
  void theWeatherIsMadeOnThePage() throws Exception {
    play("weather", "{'down':true}");
    int down = api.send("auth.test").statusCode();
    play("weather", "{'down':false,'rate_limit':{'method':'auth.test','count':1,'retry_after':7}}");

    assertThat(down).isEqualTo(503);
    assertThat(api.send("auth.test").headers().firstValue("Retry-After")).hasValue("7");
    assertThat(api.send("auth.test").statusCode()).isEqualTo(200);
  }

  private HttpResponse<String> play(String verb, String body) throws Exception {
    return api.post(
        playground.base().resolve("play/slack/" + verb), "application/json", quoted(body));
  }

  private JsonNode state() throws Exception {
    return Json.parse(
        api.http
            .send(
                HttpRequest.newBuilder(playground.base().resolve("play/state")).build(),
                BodyHandlers.ofString())
            .body());
  }
}
