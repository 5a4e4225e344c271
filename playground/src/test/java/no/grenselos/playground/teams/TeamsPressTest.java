package no.grenselos.playground.teams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import no.grenselos.playground.stage.BadRequest;
import no.grenselos.playground.teams.people.Outcome;
import no.grenselos.playground.teams.people.Press;
import no.grenselos.playground.teams.tenant.Shown;
import org.junit.jupiter.api.Test;

class TeamsPressTest extends TeamsTest {
  private static final String CLAIM =
      "{'type':'Action.Execute','verb':'claim','title':'Mine','id':'c','data':{'entry':'42'},"
          + "'fallback':{'type':'Action.Submit','title':'Mine','data':{'verb':'claim'}}}";
  private static final String ASKING =
      "{'type':'Input.Text','id':'why','isRequired':true,'errorMessage':'Say why'},"
          + "{'type':'Input.ChoiceSet','id':'who','choices':[],'choices.data':{'type':'Data.Query',"
          + "'dataset':'graph.microsoft.com/users'}},{'type':'Input.Toggle','id':'now',"
          + "'title':'Now'},{'type':'Input.ChoiceSet','id':'when','value':'soon','choices':"
          + "[{'title':'Soon','value':'soon'},{'title':'Later','value':'later'}]}";
  private static final String ANSWER =
      "{'statusCode':200,'type':'application/vnd.microsoft.card.adaptive','value':%s}";

  @Test
  void aPressOnExecuteIsAnInvokeWithWhatWasFilledIn() throws Exception {
    bot.answers(ANSWER.formatted(card(textBlock("yours"), "")));
    String id = sendCard(ANA, card(ASKING, CLAIM));
    Outcome outcome =
        teams
            .people()
            .press(
                Press.on(ANA_ID, id, "claim")
                    .with(object("{'why':'I know','who':'" + BEN.email() + "'}")));
    JsonNode invoke = next("adaptiveCard/action");

    assertThat(outcome).isEqualTo(new Outcome.Done());
    assertThat(invoke.path("type").asText()).isEqualTo("invoke");
    assertThat(invoke.path("replyToId").asText()).isEqualTo(id);
    assertThat(invoke.at("/value/trigger").asText()).isEqualTo("manual");
    assertThat(invoke.at("/value/action/type").asText()).isEqualTo("Action.Execute");
    assertThat(invoke.at("/value/action/verb").asText()).isEqualTo("claim");
    assertThat(invoke.at("/value/action/data"))
        .isEqualTo(
            object(
                "{'entry':'42','why':'I know','who':'"
                    + BEN_ID
                    + "','now':'false','when':'soon'}"));
  }

  @Test
  void theCardInTheAnswerIsWhatThisPersonSeesUntilTheBotEdits() throws Exception {
    bot.answers(ANSWER.formatted(card(textBlock("yours"), "")));
    String chat = teams.conversationId("Vakt");
    String id = send(chat, withCard(card(textBlock("open"), CLAIM)));
    teams.people().press(Press.on(ANA_ID, id, "Mine"));

    assertThat(teams.card(ANA_ID, id).at("/body/0/text").asText()).isEqualTo("yours");
    assertThat(teams.card(KARI_ID, id).at("/body/0/text").asText()).isEqualTo("open");
    assertThat(teams.posts().getLast().kind()).isEqualTo(Shown.Kind.VIEWED);
    assertThatThrownBy(() -> teams.people().press(Press.on(ANA_ID, id, "claim")))
        .isInstanceOf(BadRequest.class);
    api.put("conversations/" + chat + "/activities/" + id, withCard(card(textBlock("closed"), "")));
    assertThat(teams.card(ANA_ID, id).at("/body/0/text").asText()).isEqualTo("closed");
  }

  @Test
  void aLineOfTextIsShownToThePersonAndAnErrorIsTrouble() throws Exception {
    String id = sendCard(ANA, card("", CLAIM));
    bot.answers(
        "{'statusCode':200,'type':'application/vnd.microsoft.activity.message','value':'Too"
            + " late'}");
    Outcome line = teams.people().press(Press.on(ANA_ID, id, "c"));
    bot.answers(
        "{'statusCode':500,'type':'application/vnd.microsoft.error','value':{'code':'x',"
            + "'message':'No luck'}}");
    Outcome error = teams.people().press(Press.on(ANA_ID, id, "c"));

    assertThat(line).isEqualTo(new Outcome.Note("Too late"));
    assertThat(teams.notes()).containsExactly("Too late");
    assertThat(error).isInstanceOf(Outcome.Trouble.class);
    assertThat(teams.troubles()).singleElement().asString().contains("No luck");
    assertThat(teams.refusals()).isEmpty();
  }

  @Test
  void anAnswerThatMakesNoSenseIsRefused() throws Exception {
    String id = sendCard(ANA, card("", CLAIM));
    for (String answer :
        new String[] {
          "",
          "not json",
          "{'statusCode':200,'type':'text/plain','value':'x'}",
          ANSWER.formatted("{'type':'AdaptiveCard','version':'1.5','body':[{'type':'X'}]}")
        }) {
      bot.answers(answer);
      assertThat(teams.people().press(Press.on(ANA_ID, id, "c")))
          .as(answer)
          .isInstanceOf(Outcome.Trouble.class);
    }

    assertThat(teams.refusals()).hasSize(4);
  }

  @Test
  void nothingIsSentWhileARequiredInputIsEmpty() throws Exception {
    String id = sendCard(ANA, card(ASKING, CLAIM));

    assertThat(teams.people().press(Press.on(ANA_ID, id, "c")))
        .isEqualTo(new Outcome.Incomplete(Map.of("why", "Say why")));
    assertThat(bot.all).isEmpty();
    assertThatThrownBy(
            () -> teams.people().press(Press.on(ANA_ID, id, "c").with(object("{'when':'never'}"))))
        .isInstanceOf(BadRequest.class);
  }

  @Test
  void aPlainSubmitIsAMessageWithAValue() throws Exception {
    String id = sendCard(ANA, card("", "{'type':'Action.Submit','title':'Go','data':{'a':1}}"));
    teams.people().press(Press.on(ANA_ID, id, "Go"));
    JsonNode activity = next("message");

    assertThat(activity.at("/value/a").asInt()).isEqualTo(1);
    assertThat(activity.path("replyToId").asText()).isEqualTo(id);
    assertThat(activity.has("text")).isFalse();
  }

  @Test
  void anOldClientSendsTheFallbackAndRefreshesNothing() throws Exception {
    teams.people().oldClient(ANA_ID, true);
    String id = sendCard(ANA, card("", CLAIM + ",{'type':'Action.Execute','verb':'new'}"));
    teams.people().press(Press.on(ANA_ID, id, "claim"));

    assertThat(next("message").at("/value/verb").asText()).isEqualTo("claim");
    assertThatThrownBy(() -> teams.people().press(Press.on(ANA_ID, id, "new")))
        .isInstanceOf(BadRequest.class);
  }

  @Test
  void linksAreFollowedAndHiddenPartsShownWithoutTheBot() throws Exception {
    String id =
        sendCard(
            ANA,
            card(
                "",
                "{'type':'Action.OpenUrl','title':'See','url':'https://a.example/'},"
                    + "{'type':'Action.ToggleVisibility','title':'More','targetElements':['x']}"));

    assertThat(teams.people().press(Press.on(ANA_ID, id, "See")))
        .isEqualTo(new Outcome.Note("https://a.example/"));
    assertThat(teams.people().press(Press.on(ANA_ID, id, "More"))).isEqualTo(new Outcome.Done());
    assertThat(bot.all).isEmpty();
  }

  @Test
  void anActionInACardThatIsShownGathersTheInputsAroundIt() throws Exception {
    bot.answers(ANSWER.formatted(card("", "")));
    String shown =
        "{'type':'Action.ShowCard','title':'More','card':{'type':'AdaptiveCard','body':"
            + "[{'type':'Input.Text','id':'inner','value':'i'}],'actions':[{'type':"
            + "'Action.Execute','verb':'deep'}]}}";
    String id =
        sendCard(ANA, card("{'type':'Input.Text','id':'outer','value':'o'}", shown + "," + CLAIM));
    teams.people().press(Press.on(ANA_ID, id, "claim"));
    JsonNode outer = next("adaptiveCard/action");
    String second = sendCard(ANA, card("{'type':'Input.Text','id':'outer','value':'o'}", shown));
    teams.people().press(Press.on(ANA_ID, second, "deep"));

    assertThat(outer.at("/value/action/data")).isEqualTo(object("{'entry':'42','outer':'o'}"));
    assertThat(next("adaptiveCard/action").at("/value/action/data"))
        .isEqualTo(object("{'outer':'o','inner':'i'}"));
  }

  @Test
  void ofTwoThatAreCalledTheSameOneIsPressedByItsPlace() throws Exception {
    bot.answers(ANSWER.formatted(card("", "")));
    String row = "{'type':'Action.Execute','verb':'take','title':'Mine','data':{'row':%d}}";
    String id = sendCard(ANA, card("", row.formatted(1) + "," + row.formatted(2)));

    assertThatThrownBy(() -> teams.people().press(Press.on(ANA_ID, id, "Mine")))
        .isInstanceOf(BadRequest.class);
    assertThatThrownBy(() -> teams.people().press(Press.on(ANA_ID, id, "#2")))
        .isInstanceOf(BadRequest.class);
    teams.people().press(Press.on(ANA_ID, id, "#1"));
    assertThat(next("adaptiveCard/action").at("/value/action/data/row").asInt()).isEqualTo(2);
  }

  @Test
  void nobodyPressesWhatTheyCannotSee() throws Exception {
    String id = sendCard(ANA, card("", CLAIM));

    assertThatThrownBy(() -> teams.people().press(Press.on(BEN_ID, id, "c")))
        .isInstanceOf(BadRequest.class);
    assertThatThrownBy(() -> teams.people().press(Press.on(ANA_ID, id, "fly")))
        .isInstanceOf(BadRequest.class);
    assertThatThrownBy(() -> teams.people().press(Press.on("nobody", id, "c")))
        .isInstanceOf(BadRequest.class);
  }
}
