package no.grenselos.chat.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.grenselos.chat.ChatEvent;
import no.grenselos.chat.Form;
import no.grenselos.chat.FormKind;
import no.grenselos.chat.ScriptedCore;
import no.grenselos.playground.stage.Json;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Shortcuts of messages and of nowhere. */
class SlackShortcutsTest {
  private static final Duration SOON = Duration.ofSeconds(10);
  private static final String KARI = "U0KARI";

  private final ScriptedCore core = new ScriptedCore();
  private SlackHouse house;

  @BeforeEach
  void openHouse() throws Exception {
    house = SlackHouse.overHttp(core);
    core.form = Optional.of(form());
  }

  @AfterEach
  void closeHouse() {
    house.close();
  }

  private static Form form() {
    return new Form(
        FormKind.ASK,
        new ChatEvent.On.Nothing(),
        "Ask",
        "Send",
        "Cancel",
        List.of(Form.Field.Text.lines("text", "What?", "", 2000).with("from the core")));
  }

  private void awaitForm() throws Exception {
    assertThat(house.slack.await(slack -> !slack.views(KARI).isEmpty(), SOON)).isTrue();
  }

  @Test
  void messageIsToldWithItsWordsItsAuthorAndItsAddress() throws Exception {
    String channel = house.slack.channelId("general");
    String ts =
        house.slack.people().say("U0BEN", channel, "@ana 3 < 4 & https://fjell.example/x ?");

    house.slack.people().shortcut(KARI, channel, ts, "ask_expert");
    awaitForm();

    ScriptedCore.Asked asked = core.opened.getFirst();
    assertThat(asked.kind()).isEqualTo(FormKind.ASK);
    assertThat(asked.on()).isEqualTo(new ChatEvent.On.Nothing());
    assertThat(asked.values())
        .containsEntry("text", "@Ana Aas 3 < 4 & https://fjell.example/x ?")
        .containsEntry("author", "Ben Berg")
        .containsEntry("author-id", "U0BEN");
    assertThat(asked.values().get("message")).contains("/archives/" + channel + "/p");
  }

  @Test
  void whatIsKnownOfTheMessageComesBackWithTheForm() throws Exception {
    String channel = house.slack.channelId("general");
    String ts = house.slack.people().say("U0BEN", channel, "Is it loud?");
    house.slack.people().shortcut(KARI, channel, ts, "ask_expert");
    awaitForm();
    String view = house.slack.views(KARI).getLast().path("id").asText();
    ObjectNode values = Json.object();
    values.putObject("text").put("value", "Is it very loud?");

    assertThat(house.slack.people().submit(KARI, view, values)).isEmpty();

    Map<String, String> sent = core.sent().getFirst().values();
    assertThat(sent).containsEntry("text", "Is it very loud?").containsEntry("author", "Ben Berg");
    assertThat(sent.get("message")).contains("/archives/");
  }

  @Test
  void veryLongMessageOpensItsFormAllTheSame() throws Exception {
    String channel = house.slack.channelId("general");
    String ts = house.slack.people().say("U0BEN", channel, "ø\"\\n".repeat(4_000));

    house.slack.people().shortcut(KARI, channel, ts, "ask_expert");

    awaitForm();
    assertThat(house.slack.refusals()).isEmpty();
  }

  @Test
  void globalShortcutBeginsWithNothing() throws Exception {
    house.slack.people().shortcut(KARI, "ask_someone");

    awaitForm();
    assertThat(core.opened.getFirst().values()).isEmpty();
  }

  @Test
  void shortcutWithoutAFormIsAnswered() throws Exception {
    core.form = Optional.empty();

    house.slack.people().shortcut(KARI, "ask_someone");

    assertThat(
            house.slack.await(
                slack ->
                    slack.posts().stream()
                        .anyMatch(p -> p.message().toString().contains("ikke gjøre noe med")),
                SOON))
        .isTrue();
  }
}
