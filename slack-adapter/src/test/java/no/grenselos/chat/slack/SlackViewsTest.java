package no.grenselos.chat.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.function.Predicate;
import no.grenselos.chat.Card;
import no.grenselos.chat.ChatEvent;
import no.grenselos.chat.Form;
import no.grenselos.chat.FormKind;
import no.grenselos.chat.Page;
import no.grenselos.chat.Press;
import no.grenselos.chat.ScriptedCore;
import no.grenselos.chat.Span;
import no.grenselos.chat.Subject;
import no.grenselos.chat.TicketAction;
import no.grenselos.expert.Handle;
import no.grenselos.playground.slack.PlaySlack;
import no.grenselos.playground.stage.Json;
import no.grenselos.ticket.TicketId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What people do in homes and in forms, and what they see then. */
class SlackViewsTest {
  private static final Duration SOON = Duration.ofSeconds(10);
  private static final String KARI = "U0KARI";
  private static final ChatEvent.On TICKET =
      new ChatEvent.On.About(new Subject.OfTicket(new TicketId(81)));

  private final ScriptedCore core = new ScriptedCore();
  private SlackHouse house;

  @BeforeEach
  void openHouse() throws Exception {
    house = SlackHouse.overHttp(core);
  }

  @AfterEach
  void closeHouse() {
    core.hold.countDown();
    house.close();
  }

  @Test
  void pressInAHomeSaysWhatItIsAbout() throws Exception {
    pressAtHome(Press.CLAIM);

    ChatEvent event = core.awaitEvent(SOON);
    assertThat(event.action()).isEqualTo(new TicketAction.Claim());
    assertThat(event.on()).isEqualTo(TICKET);
    assertThat(event.id()).startsWith("slack:press:T0PLAYGROUND:view:");
  }

  @Test
  void pressInAHomeOpensItsForm() throws Exception {
    core.form = Optional.of(form(FormKind.PASS_TO, line("why", "")));

    pressAtHome(Press.PASS_TO);

    await(slack -> slack.views(KARI).size() == 1);
    assertThat(core.opened.getFirst().on()).isEqualTo(TICKET);
  }

  @Test
  void pressInAHomeThatCameToNothingIsAnsweredInTheirDirectMessages() throws Exception {
    pressAtHome(Press.PASS_TO);

    awaitWhisper("allerede tatt seg");
    assertThat(house.slack.refusals()).isEmpty();
  }

  @Test
  void pressInAHomeThatCouldNotBeStoredIsApologisedFor() throws Exception {
    core.failures.set(1);

    pressAtHome(Press.CLAIM);

    awaitWhisper("Prøv en gang til");
    assertThat(house.slack.deliveries().getLast().status()).isEqualTo(503);
  }

  @Test
  void knobOfAnotherFormOpensItOnTopWithWhatIsFilledIn() throws Exception {
    Form.Field knob = new Form.Field.Knob(Press.PASS_TO, "Who else?", TICKET);
    String view = open(form(FormKind.REPLY, line("text", "").mayBeEmpty(), knob));
    core.form = Optional.of(form(FormKind.PASS_TO, line("why", "")));
    core.opened.clear();

    pressIn(view, "press:PASS_TO:1", values("text", "Hei"));

    await(slack -> slack.views(KARI).size() == 2);
    assertThat(core.opened)
        .singleElement()
        .satisfies(asked -> {
          assertThat(asked.kind()).isEqualTo(FormKind.PASS_TO);
          assertThat(asked.on()).isEqualTo(TICKET);
          assertThat(asked.values()).containsEntry("text", "Hei");
        });
  }

  @Test
  void knobOfTheFormsOwnKindDrawsItAnewAndReplacesTheWords() throws Exception {
    Form.Field knob = new Form.Field.Knob(Press.REPLY, "Use my earlier words", TICKET);
    String view = open(form(FormKind.REPLY, line("text", "").mayBeEmpty(), knob));
    core.changed =
        values ->
            Optional.of(form(FormKind.REPLY, line("text", "From " + values.get("knob")), knob));

    pressIn(view, "press:REPLY:1", values("text", "I began to"));
    await(slack -> block(slack, "text~2").isPresent());
    Map<String, String> shown = house.slack.people().submit(KARI, view, values());

    assertThat(shown).isEmpty();
    assertThat(core.changes).containsExactly(Map.of("text", "I began to", "knob", "T-81"));
    assertThat(core.sent().getLast().values()).isEqualTo(Map.of("text", "From T-81"));
  }

  @Test
  void eachCharacterIsToldAndWhatIsTypedStays() throws Exception {
    core.changed =
        values -> {
          String text = values.getOrDefault("text", "");
          Form.Field count = new Form.Field.Words(text.length() + " of 500");
          return Optional.of(form(FormKind.REPLY, line("text", text.strip()).told(), count));
        };
    String view = open(form(FormKind.REPLY, line("text", "").told(), words("0 of 500")));

    type(view, "text", "Hei ");
    await(slack -> modal(slack).toString().contains("4 of 500"));
    type(view, "text", "Hei du");
    await(slack -> modal(slack).toString().contains("6 of 500"));

    assertThat(block(house.slack, "text")).isPresent();
    assertThat(modal(house.slack).at("/state/values/text/value/value").asText())
        .isEqualTo("Hei du");
    assertThat(house.slack.refusals()).isEmpty();
  }

  @Test
  void answerToOlderTypingIsThrownAway() throws Exception {
    List<String> drawn = new ArrayList<>();
    core.changed =
        values -> {
          drawn.add(values.get("text"));
          return Optional.of(
              form(FormKind.REPLY, line("text", "").told(), words("now " + values.get("text"))));
        };
    String view = open(form(FormKind.REPLY, line("text", "").told()));
    core.hold = new CountDownLatch(1);

    type(view, "text", "a");
    type(view, "text", "ab");
    type(view, "text", "abc");
    core.hold.countDown();

    await(slack -> modal(slack).toString().contains("now abc"));
    assertThat(house.slack.calls("views.update")).isEqualTo(1);
    assertThat(drawn).contains("abc").doesNotContain("ab");
  }

  @Test
  void choiceIsToldAtOnce() throws Exception {
    List<Form.Field.Option> options =
        List.of(new Form.Field.Option("nb", "Norsk"), new Form.Field.Option("en", "English"));
    Form.Field one = new Form.Field.OneOf("language", "Language", options, "nb", true);
    core.changed =
        values -> Optional.of(form(FormKind.REPLY, one, words("chosen " + values.get("language"))));
    String view = open(form(FormKind.REPLY, one));

    house
        .slack
        .people()
        .pressInView(press("language", "value").choosing("en"), view, Json.object());

    await(slack -> modal(slack).toString().contains("chosen en"));
    assertThat(modal(house.slack).at("/state/values/language/value/selected_option/value").asText())
        .isEqualTo("en");
  }

  @Test
  void valuesOfAllKindsComeBack() throws Exception {
    List<Form.Field.Option> options =
        List.of(new Form.Field.Option("a", "A"), new Form.Field.Option("b", "B"));
    String view =
        open(
            form(
                FormKind.REPLY,
                line("text", "words"),
                new Form.Field.Person("who", "Who", false, new Handle("slack", "U0BEN")),
                new Form.Field.OneOf("one", "One", options, "b", false),
                new Form.Field.ManyOf("many", "Many", options, Set.of("a", "b"), true),
                new Form.Field.Day("day", "Day", LocalDate.of(2026, 12, 24), true),
                new Form.Field.Time("time", "Time", LocalTime.of(8, 30), true),
                line("empty", "").mayBeEmpty()));

    assertThat(house.slack.people().submit(KARI, view, values())).isEmpty();

    assertThat(core.sent().getLast().values())
        .isEqualTo(
            Map.of(
                "text", "words",
                "who", "U0BEN",
                "one", "b",
                "many", "a,b",
                "day", "2026-12-24",
                "time", "08:30"));
  }

  @Test
  void faultOfAFieldThatWasDrawnAnewStandsAtIt() throws Exception {
    Form.Field knob = new Form.Field.Knob(Press.REPLY, "Use my earlier words", TICKET);
    String view = open(form(FormKind.REPLY, line("text", "").mayBeEmpty(), knob));
    core.changed = values -> Optional.of(form(FormKind.REPLY, line("text", "Earlier"), knob));
    pressIn(view, "press:REPLY:1", values());
    await(slack -> block(slack, "text~2").isPresent());
    core.faults = Map.of("text", "Too long.");

    assertThat(house.slack.people().submit(KARI, view, values()))
        .isEqualTo(Map.of("text~2", "Too long."));
  }

  @Test
  void faultOfAFormWithoutInputsIsWhispered() throws Exception {
    String view = open(form(FormKind.REPLY, words("Really?")));
    core.faults = Map.of("", "It is gone outside.");

    house.slack.people().submit(KARI, view, values());

    awaitWhisper("It is gone outside.");
    assertThat(house.slack.troubles()).isEmpty();
  }

  private static Form form(FormKind kind, Form.Field... fields) {
    return new Form(kind, TICKET, "Title", "Send", "Cancel", List.of(fields));
  }

  private static Form.Field.Text line(String id, String initial) {
    return Form.Field.Text.line(id, "Label", "", 500).with(initial);
  }

  private static Form.Field words(String text) {
    return new Form.Field.Words(text);
  }

  private void pressAtHome(Press press) throws Exception {
    core.page =
        new Page(
            List.of(
                new Page.Block.Row(
                    List.of(new Span.Plain("Kari asks")),
                    List.of(new Card.Button.Act(press, "Press", false, TICKET)),
                    List.of())));
    house.slack.people().openHome(KARI);
    await(slack -> slack.home(KARI).path("blocks").size() > 0);
    String home = house.slack.home(KARI).path("id").asText();
    house.slack.people().pressInView(press("", "press:" + press + ":0"), home, Json.object());
  }

  /** The modal's id. */
  private String open(Form form) throws Exception {
    core.form = Optional.of(form);
    pressAtHome(Press.HAND_OVER);
    await(slack -> !slack.views(KARI).isEmpty());
    return house.slack.views(KARI).getLast().path("id").asText();
  }

  private void pressIn(String view, String actionId, JsonNode values) {
    house.slack.people().pressInView(press("", actionId), view, values);
  }

  private void type(String view, String block, String text) {
    assertThat(
            house
                .slack
                .people()
                .typeInView(press(block, "value").choosing(text), view, Json.object()))
        .isPresent();
  }

  private static no.grenselos.playground.slack.people.Press press(String block, String action) {
    var button = no.grenselos.playground.slack.people.Press.button(KARI, "", "", action);
    return new no.grenselos.playground.slack.people.Press(
        KARI, "", "", block, action, button.chosen());
  }

  private static ObjectNode values(String... pairs) {
    ObjectNode values = Json.object();
    for (int i = 0; i < pairs.length; i += 2) {
      values.putObject(pairs[i]).put("value", pairs[i + 1]);
    }
    return values;
  }

  private static JsonNode modal(PlaySlack slack) {
    return slack.views(KARI).getLast();
  }

  private static Optional<JsonNode> block(PlaySlack slack, String id) {
    for (JsonNode block : modal(slack).path("blocks")) {
      if (block.path("block_id").asText().equals(id)) return Optional.of(block);
    }
    return Optional.empty();
  }

  private void awaitWhisper(String words) throws Exception {
    await(slack ->
        slack.posts().stream().anyMatch(post -> post.message().toString().contains(words)));
  }

  private void await(Predicate<PlaySlack> condition) throws Exception {
    assertThat(house.slack.await(condition, SOON)).isTrue();
  }
}
