package no.grenselos.playground.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import no.grenselos.playground.slack.workspace.Shown;
import no.grenselos.playground.stage.BadRequest;
import org.junit.jupiter.api.Test;

class ShortcutsTest extends AppTest {
  @Test
  void aGlobalShortcutComesFromNowhereAndMayOpenAModal() throws Exception {
    slack.people().shortcut(ANA, "ask_someone");

    JsonNode payload = next("shortcut");
    assertThat(payload.path("callback_id").asText()).isEqualTo("ask_someone");
    assertThat(payload.has("channel")).isFalse();
    assertThat(payload.has("response_url")).isFalse();
    String view = "{'type':'modal','title':{'type':'plain_text','text':'x'},'blocks':[]}";
    ok(
        api.form(
            "views.open", "trigger_id", payload.path("trigger_id").asText(), "view", quoted(view)));
  }

  @Test
  void aPersonsOwnWordsCanBeKeptFromTheirMenu() throws Exception {
    String ts = slack.people().say(ANA, "U0GRENSELOS", "We measure at 3 m, see <the letter>.");
    slack.people().shortcut(ANA, "D0ANA", ts, "keep_answer");

    JsonNode payload = next("message_action");
    assertThat(payload.at("/message/user").asText()).isEqualTo(ANA);
    assertThat(payload.at("/message/text").asText()).contains("&lt;the letter&gt;");
    assertThat(payload.at("/channel/name").asText()).isEqualTo("directmessage");
    answer(payload, "{'text':'Kept','response_type':'ephemeral'}");
    assertThat(slack.posts().getLast().kind()).isEqualTo(Shown.Kind.EPHEMERAL);
    assertThat(slack.messages(ANA)).hasSize(1);
  }

  @Test
  void nobodyUsesAShortcutOnAMessageTheyCannotSee() {
    String ts = slack.people().say(ANA, "U0GRENSELOS", "mine");

    assertThatThrownBy(() -> slack.people().shortcut(BEN, "D0ANA", ts, "keep_answer"))
        .isInstanceOf(BadRequest.class);
  }

  @Test
  void aCommandIsAnsweredAtOnceInBlocks() throws Exception {
    app.answer =
        heard ->
            new TestApp.Reply(
                200,
                quoted(
                    "{'response_type':'ephemeral','text':'Queue','blocks':[{'type':'header','text':"
                        + "{'type':'plain_text','text':'Queue'}}]}"));
    slack.people().command(KARI, "kundeservice", "/grenselos", "queue");

    assertThat(slack.posts().getLast().message().at("/blocks/0/type").asText()).isEqualTo("header");
    assertThat(slack.messages("kundeservice")).isEmpty();
  }

  @Test
  void aCommandMayAnswerEverybodyAlsoWhereTheAppIsNot() throws Exception {
    app.answer =
        heard -> new TestApp.Reply(200, quoted("{'response_type':'in_channel','text':'For all'}"));
    slack.housekeeping().remove("general", "U0GRENSELOS", ANA);
    slack.people().command(ANA, GENERAL, "/grenselos", "help");

    assertThat(slack.messages(GENERAL))
        .singleElement()
        .satisfies(m -> assertThat(m.path("text").asText()).isEqualTo("For all"));
  }

  @Test
  void brokenBlocksInAnAnswerAreTroubleForThePerson() throws Exception {
    app.answer =
        heard -> new TestApp.Reply(200, quoted("{'text':'x','blocks':[{'type':'header'}]}"));
    slack.people().command(ANA, GENERAL, "/grenselos", "");

    assertThat(slack.posts()).isEmpty();
    assertThat(slack.troubles()).singleElement().asString().contains("missing required field");
  }

  private void answer(JsonNode payload, String body) throws Exception {
    URI address = URI.create(payload.path("response_url").asText());
    assertThat(api.post(address, "application/json", quoted(body)).statusCode()).isEqualTo(200);
  }
}
