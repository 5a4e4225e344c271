package no.grenselos.chat.teams;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import no.grenselos.chat.AnyCard;
import no.grenselos.chat.AnyText;
import no.grenselos.chat.ChatEvent;
import no.grenselos.chat.Form;
import no.grenselos.chat.FormKind;
import no.grenselos.chat.Part;
import no.grenselos.chat.PlacementId;
import no.grenselos.chat.Press;
import no.grenselos.chat.Subject;
import no.grenselos.expert.Handle;
import no.grenselos.ticket.TicketId;
import org.junit.jupiter.api.Test;

/** Forms as they are drawn, and what comes back from them. */
class TeamsFormTest {
  /** As long as a post can be. */
  private static final AnyCard ANY = new AnyCard(new AnyText(2_000), new Handle("teams", "29:ben"));

  private static final ChatEvent.On ON = new ChatEvent.On.Card(new PlacementId(7));
  private static final ChatEvent.On TICKET =
      new ChatEvent.On.About(new Subject.OfTicket(new TicketId(81)));
  private static final Form.Field TEXT = Form.Field.Text.lines("text", "Your reply", "", 500);

  @Provide
  Arbitrary<Form> forms() {
    return ANY.form();
  }

  @Provide
  Arbitrary<TeamsWords> words() {
    return Arbitraries.of(TeamsWords.EN, TeamsWords.NB);
  }

  @Property(tries = 80)
  void anyFormIsWithinTeamsLimitsAndHarmless(
      @ForAll("forms") Form form, @ForAll("words") TeamsWords words) throws Exception {
    Map<String, String> kept = Map.of("text", form.title(), "author", form.submit());
    Map<String, String> faults = Map.of("field0", form.submit(), "", form.title());
    TeamsDialog dialog = TeamsForm.draw(form, kept, faults, words);

    assertThat(CardRules.broken(dialog.card())).isEmpty();
    assertThat(Harm.in(dialog.card())).isEmpty();
    assertThat(new ObjectMapper().writeValueAsBytes(dialog.card())).hasSizeLessThan(40_000);
    assertThat(dialog.title()).isNotBlank().hasSizeLessThanOrEqualTo(64);
  }

  @Property(tries = 40)
  void anyFormComesBackAsWhatItWas(@ForAll("forms") Form form) {
    JsonNode card = TeamsForm.draw(form, Map.of(), Map.of(), TeamsWords.EN).card();

    for (JsonNode data : buttons(card)) {
      assertThat(TeamsFilled.parse(data))
          .hasValueSatisfying(filled -> {
            assertThat(filled.about().kind()).isEqualTo(form.kind());
            assertThat(filled.about().on()).isEqualTo(form.on());
          });
    }
  }

  @Test
  void eachFieldIsDrawnAsItsInput() {
    Form form =
        form(
            new Form.Field.Words("Read this"),
            new Form.Field.Quote(new Part.Post("Per", URI.create("https://a.example/1"), "Hi")),
            Form.Field.Text.lines("text", "Reply", "At most 500", 500).with("Hei"),
            new Form.Field.Person("who", "Who?", false, new Handle("teams", "aad-1")),
            new Form.Field.OneOf("few", "Which?", options(4), "v1", false),
            new Form.Field.OneOf("one", "Which?", options(5)),
            new Form.Field.ManyOf("many", "Which?", options(5), Set.of("v0", "v3"), true),
            new Form.Field.Day("day", "When?", LocalDate.of(2026, 12, 24), true),
            new Form.Field.Time("time", "When?", LocalTime.of(8, 30), true));

    JsonNode card = TeamsForm.draw(form, Map.of(), Map.of(), TeamsWords.EN).card();

    assertThat(CardRules.broken(card)).isEmpty();
    JsonNode text = input(card, "text");
    assertThat(text.path("type").asText()).isEqualTo("Input.Text");
    assertThat(text.path("isMultiline").asBoolean()).isTrue();
    assertThat(text.path("maxLength").asInt()).isEqualTo(500);
    assertThat(text.path("value").asText()).isEqualTo("Hei");
    assertThat(text.path("isRequired").asBoolean()).isTrue();
    assertThat(text.path("errorMessage").asText()).isEqualTo("Please fill this in.");
    assertThat(card.toString()).contains("At most 500");
    JsonNode who = input(card, "who");
    assertThat(who.path("choices.data"))
        .hasToString("{\"type\":\"Data.Query\",\"dataset\":\"graph.microsoft.com/users\"}");
    assertThat(who.path("value").asText()).isEqualTo("aad-1");
    assertThat(input(card, "few").path("style").asText()).isEqualTo("expanded");
    assertThat(input(card, "few").path("value").asText()).isEqualTo("v1");
    assertThat(input(card, "one").path("style").asText()).isEqualTo("compact");
    assertThat(input(card, "many").path("isMultiSelect").asBoolean()).isTrue();
    assertThat(input(card, "many").path("value").asText()).isEqualTo("v0,v3");
    assertThat(input(card, "many").has("isRequired")).isFalse();
    assertThat(input(card, "day").path("value").asText()).isEqualTo("2026-12-24");
    assertThat(input(card, "time").path("value").asText()).isEqualTo("08:30");
    assertThat(card.path("actions")).hasSize(1);
  }

  @Test
  void colleagueOfAnotherHouseIsNotChosen() {
    Form form = form(new Form.Field.Person("who", "Who?", true, new Handle("slack", "U0BEN")));

    JsonNode card = TeamsForm.draw(form, Map.of(), Map.of(), TeamsWords.EN).card();

    assertThat(input(card, "who").has("value")).isFalse();
  }

  @Test
  void whatIsSentIsWhatWasKeptAndFilledInWithoutTheBlanks() {
    Form form = form(TEXT, Form.Field.Text.line("why", "Why?", "", 100).mayBeEmpty());
    Map<String, String> kept = Map.of("message", "https://a.example/1", "why", "because");
    JsonNode card = TeamsForm.draw(form, kept, Map.of(), TeamsWords.EN).card();

    TeamsFilled filled = filled(card, 0, Map.of("text", "Hei du", "why", " "));

    assertThat(filled.about()).isEqualTo(new TeamsAbout(FormKind.REPLY, ON, kept));
    assertThat(filled.values())
        .isEqualTo(Map.of("text", "Hei du", "message", "https://a.example/1"));
    assertThat(filled.wish()).isEqualTo(new TeamsFilled.Wish.Send(Set.of()));
  }

  @Test
  void faultsStandUnderTheirFieldAndOnTopWithWhatWasTypedStillThere() {
    Form form = form(TEXT, new Form.Field.Words("Bye"));
    JsonNode card = TeamsForm.draw(form, Map.of(), Map.of(), TeamsWords.EN).card();
    TeamsFilled filled = filled(card, 0, Map.of("text", "Hei"));

    Map<String, String> faults = Map.of("text", "Too short", "", "Not now", "gone", "Odd");
    JsonNode body =
        TeamsForm.draw(form, Map.of(), faults, filled.standing(), TeamsWords.EN)
            .card()
            .path("body");

    assertThat(body).hasSize(5);
    assertThat(body.path(0) + "" + body.path(1)).contains("Not now", "Odd", "attention");
    assertThat(body.path(2).path("value").asText()).isEqualTo("Hei");
    assertThat(body.path(3).toString()).contains("Too short", "attention");
  }

  @Test
  void knobOfTheFormsOwnKindDrawsItAnewAndReplacesTheWords() {
    Form.Field knob = new Form.Field.Knob(Press.REPLY, "Use my earlier words", TICKET);
    Form form = form(TEXT, Form.Field.Text.line("why", "Why?", "", 100), knob);
    JsonNode card = TeamsForm.draw(form, Map.of(), Map.of(), TeamsWords.EN).card();

    TeamsFilled filled = filled(card, 0, Map.of("text", "I began", "why", "because"));
    Form then =
        form(
            Form.Field.Text.lines("text", "Your reply", "", 500).with("Earlier"),
            Form.Field.Text.line("why", "Why?", "", 100),
            knob);
    JsonNode again =
        TeamsForm.draw(then, Map.of(), Map.of(), filled.standing(), TeamsWords.EN).card();

    assertThat(filled.wish()).isEqualTo(new TeamsFilled.Wish.Redraw());
    assertThat(filled.values())
        .isEqualTo(Map.of("text", "I began", "why", "because", "knob", "T-81"));
    assertThat(input(again, "text").path("value").asText()).isEqualTo("Earlier");
    assertThat(input(again, "why").path("value").asText()).isEqualTo("because");
  }

  @Test
  void knobOfAnotherKindAsksForThatForm() {
    Form.Field knob = new Form.Field.Knob(Press.PASS_TO, "Who else?", TICKET);
    JsonNode card = TeamsForm.draw(form(TEXT, knob), Map.of(), Map.of(), TeamsWords.EN).card();

    TeamsFilled filled = filled(card, 0, Map.of("text", "Hei"));

    assertThat(filled.wish()).isEqualTo(new TeamsFilled.Wish.Other(Press.PASS_TO, TICKET));
    assertThat(filled.values()).isEqualTo(Map.of("text", "Hei"));
    assertThat(TeamsPressed.parse(buttons(card).getFirst())).isEmpty();
  }

  @Test
  void liveFormHasAButtonThatDrawsItAnew() {
    Form form = form(Form.Field.Text.lines("text", "Your reply", "", 500).told());
    JsonNode card = TeamsForm.draw(form, Map.of(), Map.of(), TeamsWords.NB).card();

    assertThat(card.at("/actions/1/title").asText()).isEqualTo("Vis hvordan det blir");
    assertThat(filled(card, 1, Map.of("text", "Hei")).wish())
        .isEqualTo(new TeamsFilled.Wish.Redraw());
  }

  @Test
  void whatTeamsDoesNotCheckIsMissedByUs() {
    Form form = form(Form.Field.Text.lines("text", "Your reply", "", 500).told());
    JsonNode card = TeamsForm.draw(form, Map.of(), Map.of(), TeamsWords.EN).card();

    assertThat(input(card, "text").has("isRequired")).isFalse();
    assertThat(input(card, "text").path("label").asText()).isEqualTo("Your reply *");
    assertThat(filled(card, 0, Map.of("text", " ")).wish())
        .isEqualTo(new TeamsFilled.Wish.Send(Set.of("text")));
    assertThat(filled(card, 0, Map.of("text", "Hei")).wish())
        .isEqualTo(new TeamsFilled.Wish.Send(Set.of()));
  }

  @Test
  void tooManyOrTooLongValuesAreNone() {
    JsonNode card = TeamsForm.draw(form(TEXT), Map.of(), Map.of(), TeamsWords.EN).card();
    ObjectNode long8001 = buttons(card).getFirst().deepCopy();
    long8001.put("f.text", "x".repeat(8_001));
    ObjectNode many65 = buttons(card).getFirst().deepCopy();
    for (int i = 0; i < 65; i++) many65.put("f.x" + i, "x");

    assertThat(TeamsFilled.parse(long8001)).isEmpty();
    assertThat(TeamsFilled.parse(many65)).isEmpty();
  }

  @Test
  void formOfMorePostsThanFitIsStillSent() {
    Form.Field quote =
        new Form.Field.Quote(
            new Part.Post("Per", URI.create("https://a.example/1"), "å".repeat(9_000)));
    List<Form.Field> fields = new ArrayList<>(Collections.nCopies(200, quote));

    JsonNode card =
        TeamsForm.draw(form(fields.toArray(Form.Field[]::new)), Map.of(), Map.of(), TeamsWords.EN)
            .card();

    JsonNode body = card.path("body");
    assertThat(body.path(body.size() - 1).toString())
        .contains("and " + (200 - body.size() + 1) + " more");
    assertThat(card.path("actions")).hasSize(1);
  }

  @Test
  void longestOfWhatIsKeptGivesWay() {
    Map<String, String> kept = Map.of("text", "x".repeat(5_000), "message", "https://a.example/1");

    JsonNode card = TeamsForm.draw(form(TEXT), kept, Map.of(), TeamsWords.EN).card();

    assertThat(filled(card, 0, Map.of()).values())
        .isEqualTo(Map.of("message", "https://a.example/1"));
  }

  private static Form form(Form.Field... fields) {
    return new Form(FormKind.REPLY, ON, "Reply", "Send", "Cancel", List.of(fields));
  }

  private static List<Form.Field.Option> options(int count) {
    List<Form.Field.Option> options = new ArrayList<>();
    for (int i = 0; i < count; i++) options.add(new Form.Field.Option("v" + i, "Option " + i));
    return options;
  }

  private static JsonNode input(JsonNode card, String field) {
    for (JsonNode element : card.path("body")) {
      if (element.path("id").asText().equals("f." + field)) return element;
    }
    throw new AssertionError("no field " + field + " in " + card);
  }

  /** The data of all buttons: knobs first, then the form's own. */
  private static List<JsonNode> buttons(JsonNode card) {
    List<JsonNode> found = new ArrayList<>();
    for (JsonNode element : card.path("body")) {
      element.path("actions").forEach(action -> found.add(action.path("data")));
    }
    card.path("actions").forEach(action -> found.add(action.path("data")));
    return found;
  }

  /** What Teams sends when somebody fills in the fields and presses a button. */
  private static TeamsFilled filled(JsonNode card, int button, Map<String, String> typed) {
    ObjectNode data = buttons(card).get(button).deepCopy();
    typed.forEach((field, text) -> data.put("f." + field, text));
    return TeamsFilled.parse(data).orElseThrow();
  }
}
