package no.grenselos.playground.teams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import no.grenselos.playground.stage.BadRequest;
import no.grenselos.playground.stage.Json;
import no.grenselos.playground.teams.people.Outcome;
import no.grenselos.playground.teams.people.Press;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TeamsDialogTest extends TeamsTest {
  private static final String OPENER =
      "{'type':'Action.Submit','title':'Answer','data':{'msteams':{'type':'task/fetch'},"
          + "'entry':'42'}}";
  private static final String FORM =
      card(
          "{'type':'Input.Text','id':'text','isRequired':true}",
          "{'type':'Action.Submit','title':'Send','data':{'step':'1'}},"
              + "{'type':'Action.Execute','verb':'x','title':'Wrong'}");

  private String message = "";

  @BeforeEach
  void sendOpener() throws Exception {
    message = sendCard(ANA, card("", OPENER));
  }

  @Test
  void aButtonOpensADialog() throws Exception {
    open();
    JsonNode invoke = next("task/fetch");

    assertThat(invoke.at("/value/data/entry").asText()).isEqualTo("42");
    assertThat(invoke.at("/value/context/theme").asText()).isEqualTo("default");
    assertThat(invoke.path("replyToId").asText()).isEqualTo(message);
    assertThat(teams.dialog(ANA_ID))
        .hasValueSatisfying(
            dialog -> assertThat(dialog.json().path("title").asText()).isEqualTo("Reply"));
    assertThat(teams.dialog(BEN_ID)).isEmpty();
  }

  @Test
  void whatIsSubmittedIsTheInputsAndTheActionsOwnData() throws Exception {
    open();
    bot.answers("");
    Outcome outcome = teams.people().submit(ANA_ID, object("{'text':'My answer'}"));
    JsonNode invoke = next("task/submit");

    assertThat(outcome).isEqualTo(new Outcome.Done());
    assertThat(invoke.at("/value/data")).isEqualTo(object("{'step':'1','text':'My answer'}"));
    assertThat(teams.dialog(ANA_ID)).isEmpty();
  }

  @Test
  void theAnswerMayBeAnotherCardOrALine() throws Exception {
    open();
    bot.answers(task(card(textBlock("second"), "{'type':'Action.Submit','title':'Ok'}")));
    teams.people().submit(ANA_ID, "Send", object("{'text':'x'}"));
    String second = teams.dialog(ANA_ID).orElseThrow().card().at("/body/0/text").asText();
    bot.answers("{'task':{'type':'message','value':'Thank you'}}");
    Outcome line = teams.people().submit(ANA_ID, Json.object());

    assertThat(second).isEqualTo("second");
    assertThat(line).isEqualTo(new Outcome.Note("Thank you"));
    assertThat(teams.dialog(ANA_ID)).isEmpty();
  }

  @Test
  void anIncompleteDialogStaysOpenAndOnlySubmitSendsIt() throws Exception {
    open();

    assertThat(teams.people().submit(ANA_ID, Json.object()))
        .isEqualTo(new Outcome.Incomplete(Map.of("text", "This is a required field.")));
    assertThatThrownBy(() -> teams.people().submit(ANA_ID, "Wrong", Json.object()))
        .isInstanceOf(BadRequest.class);
    assertThat(teams.dialog(ANA_ID)).isPresent();
    teams.people().close(ANA_ID);
    assertThatThrownBy(() -> teams.people().submit(ANA_ID, Json.object()))
        .isInstanceOf(BadRequest.class);
  }

  @Test
  void aDialogThatFailsStaysOpenAndABadOneIsRefused() throws Exception {
    bot.answers("{'task':{'type':'continue','value':{'title':'no card'}}}");
    teams.people().press(Press.on(ANA_ID, message, "Answer"));
    bot.answers("");
    teams.people().press(Press.on(ANA_ID, message, "Answer"));
    assertThat(teams.refusals()).hasSize(2);

    open();
    bot.answer = heard -> new TestBot.Reply(500, "");
    Outcome failed = teams.people().submit(ANA_ID, object("{'text':'x'}"));
    assertThat(failed).isInstanceOf(Outcome.Trouble.class);
    assertThat(teams.dialog(ANA_ID)).isPresent();
  }

  @Test
  void aCommandInTheMenuOfAMessageShowsTheBotTheMessage() throws Exception {
    String said = teams.people().say(KARI_ID, "Vakt", "2 < 3\nright?");
    bot.answers(task(FORM));
    teams.people().extension(ANA_ID, said, "suggest");
    JsonNode value = next("composeExtension/fetchTask").path("value");
    bot.answers("{'composeExtension':{'type':'message','text':'Noted'}}");
    Outcome outcome = teams.people().submit(ANA_ID, object("{'text':'x'}"));
    JsonNode submitted = next("composeExtension/submitAction").path("value");

    assertThat(value.path("commandId").asText()).isEqualTo("suggest");
    assertThat(value.path("commandContext").asText()).isEqualTo("message");
    assertThat(value.at("/messagePayload/id").asText()).isEqualTo(said);
    assertThat(value.at("/messagePayload/body/content").asText()).contains("2 &lt; 3<br>right?");
    assertThat(value.at("/messagePayload/from/user/id").asText()).isEqualTo(KARI_ID);
    assertThat(value.at("/messagePayload/linkToMessage").asText()).contains(said);
    assertThat(submitted.at("/data/text").asText()).isEqualTo("x");
    assertThat(submitted.path("commandId").asText()).isEqualTo("suggest");
    assertThat(outcome).isEqualTo(new Outcome.Note("Noted"));
  }

  @Test
  void aLinkIsPastedWithWhatTheBotShowsForIt() throws Exception {
    bot.answers(
        "{'composeExtension':{'type':'result','attachmentLayout':'list','attachments':[{"
            + "'contentType':'application/vnd.microsoft.card.adaptive','content':"
            + card(textBlock("preview"), "")
            + ",'preview':{'contentType':'application/vnd.microsoft.card.thumbnail'}}]}}");
    String id = teams.people().paste(ANA_ID, "Vakt", "https://a.example/1");
    JsonNode invoke = next("composeExtension/queryLink");

    assertThat(invoke.at("/value/url").asText()).isEqualTo("https://a.example/1");
    assertThat(teams.card(KARI_ID, id).at("/body/0/text").asText()).isEqualTo("preview");
    assertThat(teams.seen(KARI_ID, id).at("/attachments/0").has("preview")).isFalse();
  }

  private void open() {
    bot.answers(task(FORM));
    teams.people().press(Press.on(ANA_ID, message, "Answer"));
  }

  private static String task(String card) {
    return "{'task':{'type':'continue','value':{'title':'Reply','height':'medium','width':400,"
        + "'card':{'contentType':'application/vnd.microsoft.card.adaptive','content':"
        + card
        + "}}}}";
  }
}
