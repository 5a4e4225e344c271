package no.grenselos.playground.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import no.grenselos.playground.slack.people.Press;
import no.grenselos.playground.stage.BadRequest;
import no.grenselos.playground.stage.Json;
import org.junit.jupiter.api.Test;

class ModalInputsTest extends AppTest {
  private static final String LIVE =
      input(
          "words",
          "{'type':'plain_text_input','action_id':'text','multiline':true,'initial_value':'Hei',"
              + "'dispatch_action_config':{'trigger_actions_on':['on_character_entered']}}",
          ",'dispatch_action':true");
  private static final String HEAT = "{'text':{'type':'plain_text','text':'Heat'},'value':'heat'}";
  private static final String SUN = "{'text':{'type':'plain_text','text':'Sun'},'value':'sun'}";

  @Test
  void everyCharacterIsToldWhereTheFieldAsksForIt() throws Exception {
    String view = open(LIVE, "").path("id").asText();
    type(view, "Hei Tone");

    JsonNode told = next("block_actions");
    assertThat(told.at("/actions/0/type").asText()).isEqualTo("plain_text_input");
    assertThat(told.at("/actions/0/value").asText()).isEqualTo("Hei Tone");
    assertThat(told.at("/view/state/values/words/text/value").asText()).isEqualTo("Hei Tone");
    assertThat(told.path("trigger_id").asText()).isNotEmpty();
  }

  @Test
  void typingInAQuietFieldIsNotToldButSubmitted() throws Exception {
    String quiet = input("words", "{'type':'plain_text_input','action_id':'text'}", "");
    String view = open(quiet, "").path("id").asText();

    assertThat(slack.people().typeInView(press("Hei"), view, Json.object())).isEmpty();
    slack.people().submit(ANA, view, Json.object());
    assertThat(next("view_submission").at("/view/state/values/words/text/value").asText())
        .isEqualTo("Hei");
    assertThat(app.all).noneMatch(heard -> heard.body().contains("block_actions"));
  }

  @Test
  void aKeyThatComesAfterTheFormWasClosedIsTooLate() throws Exception {
    String view = open(LIVE, "").path("id").asText();
    slack.people().close(ANA, view);

    assertThat(slack.people().typeInView(press("Hei"), view, Json.object())).isEmpty();
  }

  @Test
  void whatWasTypedOutlivesAnUpdateOfTheView() throws Exception {
    JsonNode opened = open(LIVE, "");
    String id = opened.path("id").asText();
    type(id, "typed");
    String hash = next("block_actions").at("/view/hash").asText();
    String count =
        "{'type':'context','elements':[{'type':'plain_text','text':'5 of 500'}]}," + LIVE;
    ok(
        api.form(
            "views.update",
            "view_id",
            id,
            "hash",
            hash,
            "view",
            quoted(
                "{'type':'modal','title':{'type':'plain_text','text':'Reply'},'submit':"
                    + "{'type':'plain_text','text':'Send'},'blocks':["
                    + count
                    + "]}")));

    slack.people().submit(ANA, id, Json.object());
    assertThat(next("view_submission").at("/view/state/values/words/text/value").asText())
        .isEqualTo("typed");
  }

  @Test
  void anElementInAnInputBlockIsSilentWithoutDispatchAction() throws Exception {
    String silent = input("who", "{'type':'users_select','action_id':'user'}", "");
    String view = open(silent, "").path("id").asText();
    Press press = new Press(ANA, "", "", "who", "user", Json.of(BEN));

    assertThatThrownBy(() -> slack.people().pressInView(press, view, Json.object()))
        .isInstanceOf(BadRequest.class)
        .hasMessageContaining("dispatch_action");
  }

  @Test
  void firstValuesAreSubmittedAsTheyAre() throws Exception {
    String all =
        String.join(
            ",",
            input("who", "{'type':'users_select','action_id':'a','initial_user':'U0BEN'}", ""),
            input("day", "{'type':'datepicker','action_id':'a','initial_date':'2026-11-24'}", ""),
            input("time", "{'type':'timepicker','action_id':'a','initial_time':'08:30'}", ""),
            input("room", "{'type':'channels_select','action_id':'a'}", ",'optional':true"),
            input("topics", topics("multi_static_select", "'initial_options':[" + SUN + "]"), ""),
            input("ticks", ticks("checkboxes", "'initial_options':[" + HEAT + "]"), ""),
            input("one", ticks("radio_buttons", "'initial_option':" + SUN), ""));
    String view = open(all, "").path("id").asText();

    assertThat(slack.people().submit(ANA, view, Json.object())).isEmpty();
    JsonNode values = next("view_submission").at("/view/state/values");
    assertThat(values.at("/who/a/selected_user").asText()).isEqualTo(BEN);
    assertThat(values.at("/day/a/selected_date").asText()).isEqualTo("2026-11-24");
    assertThat(values.at("/time/a/selected_time").asText()).isEqualTo("08:30");
    assertThat(values.at("/room/a/selected_channel").isNull()).isTrue();
    assertThat(values.at("/topics/a/selected_options/0/value").asText()).isEqualTo("sun");
    assertThat(values.at("/ticks/a/selected_options")).hasSize(1);
    assertThat(values.at("/one/a/selected_option/value").asText()).isEqualTo("sun");
  }

  @Test
  void severalAreChosenFromGroupsAndOnlyFromThem() throws Exception {
    String view =
        open(input("topics", topics("multi_static_select", ""), ""), "").path("id").asText();

    assertThatThrownBy(
            () -> slack.people().submit(ANA, view, object("{'topics':{'a':['heat','moon']}}")))
        .isInstanceOf(BadRequest.class);
    slack.people().submit(ANA, view, object("{'topics':{'a':['heat','sun']}}"));
    assertThat(next("view_submission").at("/view/state/values/topics/a/selected_options"))
        .hasSize(2);
  }

  @Test
  void theAppMayAnswerInAChannelThatWasChosenForIt() throws Exception {
    String room =
        "{'type':'conversations_select','action_id':'a','response_url_enabled':true,"
            + "'initial_conversation':'CGENERAL'}";
    String view = open(input("room", room, ""), "").path("id").asText();
    slack.people().submit(ANA, view, Json.object());

    JsonNode url = next("view_submission").at("/response_urls/0");
    assertThat(url.path("channel_id").asText()).isEqualTo(GENERAL);
    URI address = URI.create(url.path("response_url").asText());
    String said = quoted("{'text':'Shared','response_type':'in_channel'}");
    assertThat(api.post(address, "application/json", said).statusCode()).isEqualTo(200);
    assertThat(slack.messages(GENERAL)).hasSize(1);
  }

  @Test
  void closingAViewThatClearsTellsOfEachBelowIt() throws Exception {
    open("{'type':'divider'}", ",'notify_on_close':true");
    String above =
        "{'type':'modal','title':{'type':'plain_text','text':'Above'},'blocks':[],"
            + "'clear_on_close':true,'notify_on_close':true}";
    JsonNode pushed =
        ok(api.form("views.push", "trigger_id", trigger(), "view", quoted(above))).path("view");
    slack.people().close(ANA, pushed.path("id").asText());

    JsonNode first = next("view_closed");
    assertThat(first.at("/view/title/text").asText()).isEqualTo("Above");
    assertThat(first.path("is_cleared").asBoolean()).isTrue();
    assertThat(next("view_closed").at("/view/title/text").asText()).isEqualTo("Reply");
    assertThat(slack.views(ANA)).isEmpty();
  }

  private void type(String view, String text) {
    slack.people().typeInView(press(text), view, Json.object());
  }

  private static Press press(String text) {
    return Press.button(ANA, "", "", "text").choosing(text);
  }

  private static String topics(String type, String more) {
    return "{'type':'"
        + type
        + "','action_id':'a','option_groups':[{'label':{'type':'plain_text','text':'Topics'},"
        + "'options':["
        + HEAT
        + ","
        + SUN
        + "]}]"
        + (more.isEmpty() ? "" : "," + more)
        + "}";
  }

  private static String ticks(String type, String more) {
    return "{'type':'"
        + type
        + "','action_id':'a','options':["
        + HEAT
        + ","
        + SUN
        + "],"
        + more
        + "}";
  }
}
