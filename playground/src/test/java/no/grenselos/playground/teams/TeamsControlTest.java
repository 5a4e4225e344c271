package no.grenselos.playground.teams;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import no.grenselos.playground.stage.Json;
import org.junit.jupiter.api.Test;

class TeamsControlTest extends TeamsTest {
  private static final String CLAIM = "{'type':'Action.Execute','verb':'claim','title':'Mine'}";

  @Test
  void theStateOfOnePersonHoldsAllThatTheySee() throws Exception {
    bot.answers(
        "{'statusCode':200,'type':'application/vnd.microsoft.card.adaptive','value':"
            + card(textBlock("yours"), "")
            + "}");
    String id = sendCard(ANA, card(textBlock("open"), CLAIM));
    play("press", "{'person':'" + ANA_ID + "','message':'" + id + "','action':'claim'}");
    JsonNode ana = get("play/teams/state?person=" + ANA_ID);
    JsonNode all = get("play/state").path("teams");

    String own = teams.personal(ANA_ID);
    assertThat(ana.at("/person/name").asText()).isEqualTo("Ana Aas");
    assertThat(ana.path("conversations")).hasSize(4);
    assertThat(ana.path("messages").path(own).at("/0/attachments/0/content/body/0/text").asText())
        .isEqualTo("yours");
    assertThat(ana.has("dialog")).isFalse();
    assertThat(all.at("/tenant/name").asText()).isEqualTo("Fjordvarme");
    assertThat(all.path("people")).hasSize(3);
    assertThat(all.at("/teams/0/channels/1/name").asText()).isEqualTo("kundeservice");
  }

  @Test
  void aPageSeesWhatHappensInOrder() throws Exception {
    long before = get("play/state").path("last_event").asLong();
    String id = sendCard(ANA, card(textBlock("open"), CLAIM));
    play("react", "{'person':'" + ANA_ID + "','message':'" + id + "','type':'heart'}");
    play("house/block", "{'person':'" + ANA_ID + "','how':'silenced'}");
    play("house/block", "{'person':'" + ANA_ID + "','how':'not'}");
    String path = "conversations/" + teams.personal(ANA_ID) + "/activities/" + id;
    api.put(path, "{'type':'message','text':'changed'}");
    api.delete(path);

    List<String> kinds =
        api.http
            .send(
                HttpRequest.newBuilder(address("play/stream?after=" + before))
                    .header("Accept", "text/event-stream")
                    .build(),
                BodyHandlers.ofLines())
            .body()
            .filter(line -> line.startsWith("event:"))
            .limit(6)
            .toList();
    assertThat(kinds)
        .containsExactly(
            "event: teams.message",
            "event: teams.reaction",
            "event: teams.standing",
            "event: teams.standing",
            "event: teams.message_changed",
            "event: teams.message_deleted");
  }

  @Test
  void outcomesAreToldAndWhatCannotBeDoneIsRefused() throws Exception {
    String id = sendCard(ANA, card("{'type':'Input.Text','id':'a','isRequired':true}", CLAIM));
    String press = "{'person':'" + ANA_ID + "','message':'" + id + "','action':'%s'%s}";
    bot.answers(
        "{'statusCode':200,'type':'application/vnd.microsoft.activity.message','value':'Noted'}");

    assertThat(play("press", press.formatted("claim", "")).body()).contains("\"errors\":{\"a\":");
    assertThat(play("press", press.formatted("claim", ",'inputs':{'a':'x'}")).body())
        .isEqualTo("{\"note\":\"Noted\"}");
    bot.answer = heard -> new TestBot.Reply(500, "");
    assertThat(play("press", press.formatted("claim", ",'inputs':{'a':'x'}")).body())
        .contains("\"trouble\":");
    assertThat(play("press", press.formatted("fly", "")).statusCode()).isEqualTo(400);
    assertThat(play("say", "{'person':'" + ANA_ID + "'}").statusCode()).isEqualTo(400);
    assertThat(play("say", "{'person':'nobody','text':'x'}").statusCode()).isEqualTo(400);
    assertThat(
            play(
                    "say",
                    "{'person':'"
                        + ANA_ID
                        + "','conversation':'kundeservice','root':'1',"
                        + "'text':'x'}")
                .statusCode())
        .isEqualTo(400);
  }

  @Test
  void peopleWriteOpenAndSubmitDialogsFromThePage() throws Exception {
    HttpResponse<String> said = play("say", "{'person':'" + ANA.email() + "','text':'help'}");
    String id = Json.parse(said.body()).path("id").asText();
    bot.answers(
        "{'task':{'type':'continue','value':{'title':'Reply','card':{'contentType':"
            + "'application/vnd.microsoft.card.adaptive','content':"
            + card("", "{'type':'Action.Submit','title':'Ok'}")
            + "}}}}");
    play("extension", "{'person':'" + ANA_ID + "','message':'" + id + "','command':'go'}");
    JsonNode open = get("play/teams/state?person=" + ANA_ID).path("dialog");
    bot.answers("");
    play("submit", "{'person':'" + ANA_ID + "'}");

    assertThat(teams.messages(ANA_ID)).hasSize(1);
    assertThat(open.path("title").asText()).isEqualTo("Reply");
    assertThat(teams.dialog(ANA_ID)).isEmpty();
    play("look", "{'person':'" + ANA_ID + "','message':'" + id + "'}");
    play("client", "{'person':'" + ANA_ID + "','old':true}");
    play("close", "{'person':'" + ANA_ID + "'}");
    assertThat(get("play/teams/state?person=" + ANA_ID).at("/person/old_client").asBoolean())
        .isTrue();
  }

  @Test
  void theHouseAndTheWeatherAreMadeOnThePage() throws Exception {
    play("house/install", "{'person':'" + ANA_ID + "','place':'Vakt','remove':true}");
    play(
        "house/channel",
        "{'person':'" + ANA_ID + "','what':'create','team':'Fjordvarme','name':'salg'}");
    play("weather", "{'refuse':{'count':1,'retry_after':7}}");
    HttpResponse<String> limited = api.get("teams/" + seed().teams().getFirst().id());
    play("weather", "{'down':true}");
    int down = api.get("teams/" + seed().teams().getFirst().id()).statusCode();
    play("weather", "{'down':false}");

    assertThat(next("installationUpdate").path("action").asText()).isEqualTo("remove");
    assertThat(teams.conversationId("salg")).startsWith("19:");
    assertThat(limited.headers().firstValue("Retry-After")).hasValue("7");
    assertThat(down).isEqualTo(503);
    assertThat(play("house/block", "{'person':'x','how':'odd'}").statusCode()).isEqualTo(400);
  }

  private HttpResponse<String> play(String verb, String body) throws Exception {
    return api.send(
        "POST", address("play/teams/" + verb), "application/json", body.replace('\'', '"'));
  }

  private JsonNode get(String path) throws Exception {
    return Json.parse(
        api.http
            .send(HttpRequest.newBuilder(address(path)).build(), BodyHandlers.ofString())
            .body());
  }

  private URI address(String path) {
    return playground.base().resolve(path);
  }
}
