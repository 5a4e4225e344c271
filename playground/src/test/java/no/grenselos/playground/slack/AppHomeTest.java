package no.grenselos.playground.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import no.grenselos.playground.slack.people.Press;
import no.grenselos.playground.stage.Json;
import org.junit.jupiter.api.Test;

class AppHomeTest extends AppTest {
  private static final String DIVIDER = "{'type':'divider'}";
  private static final String PAUSE =
      "{'type':'actions','block_id':'b','elements':[{'type':'button','action_id':'pause',"
          + "'value':'ana','text':{'type':'plain_text','text':'Pause'}},{'type':'static_select',"
          + "'action_id':'level','options':[{'text':{'type':'plain_text','text':'Draft'},"
          + "'value':'draft'}]}]}";

  @Test
  void whoeverOpensTheTabIsToldWithTheViewThatIsThere() throws Exception {
    slack.people().openHome(ANA);
    JsonNode first = event("app_home_opened");
    publish(ANA, DIVIDER);
    slack.people().openHome(ANA);
    JsonNode second = event("app_home_opened");

    assertThat(first.path("tab").asText()).isEqualTo("home");
    assertThat(first.has("view")).isFalse();
    assertThat(second.at("/view/id")).isEqualTo(slack.home(ANA).path("id"));
  }

  @Test
  void aHomeHoldsAHundredBlocksAndNothingOfAModal() throws Exception {
    String hundred = DIVIDER + ("," + DIVIDER).repeat(99);
    publish(ANA, hundred);

    assertThat(refusal(home(hundred + "," + DIVIDER))).isEqualTo("invalid_arguments");
    assertThat(refusal("{'type':'home','title':{'type':'plain_text','text':'x'},'blocks':[]}"))
        .isEqualTo("invalid_arguments");
    assertThat(refusal("{'type':'modal','title':{'type':'plain_text','text':'x'},'blocks':[]}"))
        .isEqualTo("invalid_arguments");
    assertThat(refusal(home(input("f", "{'type':'file_input','action_id':'a'}", ""))))
        .isEqualTo("invalid_arguments");
  }

  @Test
  void anOldHashDoesNotOverwriteANewerHome() throws Exception {
    String old = publish(ANA, DIVIDER).path("hash").asText();
    publish(ANA, PAUSE);

    JsonNode late =
        api.form("views.publish", "user_id", ANA, "hash", old, "view", quoted(home(DIVIDER)));
    assertThat(error(late)).isEqualTo("hash_conflict");
    assertThat(slack.home(ANA).at("/blocks/0/type").asText()).isEqualTo("actions");
  }

  @Test
  void aButtonInTheHomeOpensAModal() throws Exception {
    String home = publish(ANA, PAUSE).path("id").asText();
    slack.people().pressInView(Press.button(ANA, "", "", "pause"), home, Json.object());

    JsonNode pressed = next("block_actions");
    assertThat(pressed.at("/container/type").asText()).isEqualTo("view");
    assertThat(pressed.at("/view/type").asText()).isEqualTo("home");
    assertThat(pressed.at("/actions/0/value").asText()).isEqualTo("ana");
    String modal = "{'type':'modal','title':{'type':'plain_text','text':'x'},'blocks':[]}";
    String trigger = pressed.path("trigger_id").asText();
    ok(api.form("views.open", "trigger_id", trigger, "view", quoted(modal)));
    assertThat(slack.views(ANA)).hasSize(1);
  }

  @Test
  void aMenuInTheHomeTellsWhatWasChosen() throws Exception {
    String home = publish(ANA, PAUSE).path("id").asText();
    Press press = Press.button(ANA, "", "", "level").choosing("draft");
    slack.people().pressInView(press, home, Json.object());

    JsonNode chosen = next("block_actions");
    assertThat(chosen.at("/actions/0/selected_option/value").asText()).isEqualTo("draft");
    assertThat(chosen.at("/view/state/values/b/level/selected_option/value").asText())
        .isEqualTo("draft");
  }

  @Test
  void everyoneHasAHomeOfTheirOwn() throws Exception {
    publish(ANA, DIVIDER);

    assertThat(slack.home(BEN).isMissingNode()).isTrue();
    assertThat(error(api.form("views.publish", "user_id", "U0NONE", "view", quoted(home("")))))
        .isEqualTo("user_not_found");
  }

  private JsonNode publish(String user, String blocks) throws Exception {
    return ok(api.form("views.publish", "user_id", user, "view", quoted(home(blocks))))
        .path("view");
  }

  private String refusal(String view) throws Exception {
    return error(api.form("views.publish", "user_id", ANA, "view", quoted(view)));
  }

  private static String home(String blocks) {
    return "{'type':'home','blocks':[" + blocks + "]}";
  }
}
