package no.grenselos.playground.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import no.grenselos.playground.slack.people.Press;
import no.grenselos.playground.stage.BadRequest;
import no.grenselos.playground.stage.Json;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ModalsTest extends SlackTest {
  private static final String INPUT =
      "{'type':'input','block_id':'why','label':{'type':'plain_text','text':'Why'},"
          + "'element':{'type':'plain_text_input','action_id':'text','max_length':10}}";

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
  void aTriggerIsGoodForThreeSecondsAndOnce() throws Exception {
    String trigger = trigger();
    ok(open(trigger, modal("One", "")));
    String late = trigger();
    clock.forward(Duration.ofSeconds(4));

    assertThat(error(open(trigger, modal("Two", "")))).isEqualTo("exchanged_trigger_id");
    assertThat(error(open(late, modal("Two", "")))).isEqualTo("expired_trigger_id");
    assertThat(error(open("1.2.3", modal("Two", "")))).isEqualTo("invalid_trigger_id");
  }

  @Test
  void aRefusedViewDoesNotUseUpTheTrigger() throws Exception {
    String trigger = trigger();

    assertThat(error(open(trigger, modal("x".repeat(25), "")))).isEqualTo("invalid_arguments");
    ok(open(trigger, modal("x".repeat(24), "")));
  }

  @Test
  void atMostThreeModalsLieOnTopOfEachOther() throws Exception {
    ok(open(trigger(), modal("One", "")));
    ok(push(modal("Two", "")));
    ok(push(modal("Three", "")));

    assertThat(error(push(modal("Four", "")))).isEqualTo("push_limit_reached");
    assertThat(slack.views(ANA)).hasSize(3);
    JsonNode top = slack.views(ANA).getLast();
    assertThat(top.path("root_view_id")).isEqualTo(slack.views(ANA).getFirst().path("id"));
    assertThat(top.path("previous_view_id")).isEqualTo(slack.views(ANA).get(1).path("id"));
  }

  @Test
  void anExternalIdIsUniqueAndFindsItsView() throws Exception {
    String named = modal("One", ",'external_id':'e1'");
    ok(open(trigger(), named));

    assertThat(error(push(named))).isEqualTo("duplicate_external_id");
    ok(api.form("views.update", "external_id", "e1", "view", quoted(modal("Two", ""))));
    assertThat(slack.views(ANA).getFirst().at("/title/text").asText()).isEqualTo("Two");
  }

  @Test
  void anUpdateWithAnOldHashIsRefused() throws Exception {
    JsonNode view = ok(open(trigger(), modal("One", ""))).path("view");
    String id = view.path("id").asText();
    String hash = view.path("hash").asText();
    ok(api.form("views.update", "view_id", id, "hash", hash, "view", quoted(modal("Two", ""))));

    assertThat(
            error(
                api.form(
                    "views.update",
                    "view_id",
                    id,
                    "hash",
                    hash,
                    "view",
                    quoted(modal("Three", "")))))
        .isEqualTo("hash_conflict");
    assertThat(error(api.form("views.update", "view_id", "V0", "view", quoted(modal("x", "")))))
        .isEqualTo("not_found");
  }

  @Test
  void whatWasTypedReachesTheAppAndClosesTheModal() throws Exception {
    String view = openWithInput(",'private_metadata':'T-1','callback_id':'pass'");

    assertThat(slack.people().submit(ANA, view, object("{'why':{'text':'no time'}}"))).isEmpty();

    JsonNode payload = next("view_submission");
    assertThat(payload.at("/view/state/values/why/text/value").asText()).isEqualTo("no time");
    assertThat(payload.at("/view/private_metadata").asText()).isEqualTo("T-1");
    assertThat(payload.at("/view/callback_id").asText()).isEqualTo("pass");
    assertThat(slack.views(ANA)).isEmpty();
  }

  @Test
  void whatIsMissingOrTooLongIsSaidWithoutAskingTheApp() throws Exception {
    String view = openWithInput("");

    assertThat(slack.people().submit(ANA, view, Json.object())).containsKey("why");
    assertThat(slack.people().submit(ANA, view, object("{'why':{'text':'12345678901'}}")))
        .containsKey("why");
    assertThat(slack.views(ANA)).hasSize(1);
    assertThat(app.all).noneMatch(heard -> heard.body().contains("view_submission"));
  }

  @Test
  void theAppsErrorsStandBesideTheInputs() throws Exception {
    String view = openWithInput("");
    answer("{'response_action':'errors','errors':{'why':'Say more'}}");

    assertThat(submit(view)).containsEntry("why", "Say more");
    answer("{'response_action':'errors','errors':{'nowhere':'x'}}");
    assertThat(submit(view)).containsKey("");
    assertThat(slack.troubles()).singleElement().asString().contains("nowhere");
  }

  @Test
  void theAppUpdatesPushesAndClears() throws Exception {
    String view = openWithInput("");
    answer("{'response_action':'update','view':" + modal("Updated", "") + "}");
    submit(view);
    String title = slack.views(ANA).getLast().at("/title/text").asText();
    answer("{'response_action':'push','view':" + modal("Pushed", "") + "}");
    submit(view);
    int depth = slack.views(ANA).size();
    answer("{'response_action':'clear'}");
    submit(slack.views(ANA).getLast().path("id").asText());

    assertThat(title).isEqualTo("Updated");
    assertThat(depth).isEqualTo(2);
    assertThat(slack.views(ANA)).isEmpty();
  }

  @Test
  void aBrokenViewInAnAnswerIsTroubleForThePerson() throws Exception {
    String view = openWithInput("");
    answer("{'response_action':'update','view':{'type':'modal'}}");

    assertThat(submit(view)).containsKey("");
    assertThat(slack.troubles()).singleElement().asString().contains("missing required field");
  }

  @Test
  void closingTellsTheAppOnlyWhereItAsked() throws Exception {
    String quiet = openWithInput("");
    slack.people().close(ANA, quiet);
    String loud = openWithInput(",'notify_on_close':true");
    slack.people().close(ANA, loud);

    assertThat(next("view_closed").at("/view/id").asText()).isEqualTo(loud);
    assertThat(app.all.stream().filter(h -> h.body().contains("view_closed"))).hasSize(1);
    assertThatThrownBy(() -> slack.people().close(ANA, loud)).isInstanceOf(BadRequest.class);
  }

  @Test
  void aHomeTabIsPublishedAndItsButtonsWork() throws Exception {
    String home =
        "{'type':'home','blocks':[{'type':'actions','elements':[{'type':'button','action_id':"
            + "'hours','text':{'type':'plain_text','text':'Hours'}}]}]}";
    ok(api.form("views.publish", "user_id", ANA, "view", quoted(home)));
    String id = slack.home(ANA).path("id").asText();
    slack.people().pressInView(Press.button(ANA, "", "", "hours"), id, Json.object());

    JsonNode payload = next("block_actions");
    assertThat(payload.at("/container/view_id").asText()).isEqualTo(id);
    assertThat(payload.has("message")).isFalse();
    assertThat(payload.at("/view/type").asText()).isEqualTo("home");
  }

  private void answer(String json) {
    app.answer =
        heard ->
            new TestApp.Reply(200, heard.body().contains("view_submission") ? quoted(json) : "");
  }

  private java.util.Map<String, String> submit(String view) {
    return slack.people().submit(ANA, view, object("{'why':{'text':'x'}}"));
  }

  private String openWithInput(String more) throws Exception {
    String view = modalOf(INPUT, "Why", ",'submit':{'type':'plain_text','text':'Send'}" + more);
    return ok(open(trigger(), view)).at("/view/id").asText();
  }

  private JsonNode next(String type) throws Exception {
    JsonNode payload = app.next().payload();
    while (!payload.path("type").asText().equals(type)) {
      payload = app.next().payload();
    }
    return payload;
  }

  private String trigger() throws Exception {
    String ts = slack.people().say(ANA, GENERAL, "x");
    slack.people().shortcut(ANA, GENERAL, ts, "any");
    return next("message_action").path("trigger_id").asText();
  }

  private JsonNode open(String trigger, String view) throws Exception {
    return api.form("views.open", "trigger_id", trigger, "view", quoted(view));
  }

  private JsonNode push(String view) throws Exception {
    return api.form("views.push", "trigger_id", trigger(), "view", quoted(view));
  }

  private static String modal(String title, String more) {
    return modalOf("{'type':'divider'}", title, more);
  }

  private static String modalOf(String block, String title, String more) {
    return "{'type':'modal','title':{'type':'plain_text','text':'"
        + title
        + "'},'blocks':["
        + block
        + "]"
        + more
        + "}";
  }
}
