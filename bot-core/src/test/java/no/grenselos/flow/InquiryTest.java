package no.grenselos.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.grenselos.chat.AskAction;
import no.grenselos.chat.ChatEvent;
import no.grenselos.chat.ChatUser;
import no.grenselos.chat.Delivery;
import no.grenselos.chat.Form;
import no.grenselos.chat.FormKind;
import no.grenselos.chat.HouseChange;
import no.grenselos.chat.Press;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** "Ask an expert about this": a question between colleagues. */
class InquiryTest {
  private static final ChatEvent.On NOTHING = new ChatEvent.On.Nothing();

  private final TimeLine line = new TimeLine();
  private int sent;

  @AfterEach
  void close() {
    line.close();
  }

  private static ChatUser user(String who) {
    return new ChatUser(TimeLine.handle(who), "");
  }

  private Form form(String who, Map<String, String> values) {
    return line.desk.open(FormKind.ASK, NOTHING, user(who), values).orElseThrow();
  }

  private static Optional<Form.Field.OneOf> people(Form form) {
    return form.fields().stream()
        .filter(Form.Field.OneOf.class::isInstance)
        .map(Form.Field.OneOf.class::cast)
        .findFirst();
  }

  private static String words(Form form) {
    StringBuilder all = new StringBuilder();
    for (Form.Field field : form.fields()) {
      if (field instanceof Form.Field.Words words) all.append(words.text()).append('\n');
    }
    return all.toString();
  }

  private Map<String, String> ask(String who, String expert, String text) {
    Map<String, String> values =
        Map.of("text", text, "expert", expert, "message", "https://chat.example/archives/C1/p1");
    var faults = line.desk.submitted("f" + ++sent, user(who), FormKind.ASK, NOTHING, values);
    line.settle();
    return faults;
  }

  private Map<String, String> answers(String who, ChatEvent.On on, String text) {
    var faults =
        line.desk.submitted(
            "f" + ++sent, user(who), FormKind.ANSWER_COLLEAGUE, on, Map.of("text", text));
    line.settle();
    return faults;
  }

  private ChatEvent.On cardOf(String who) {
    return new ChatEvent.On.Card(line.slack.in(TimeLine.with(who)).getLast().id());
  }

  @Test
  void formNamesTheBestExpertAndWhoIsLeftOut() {
    line.at("09:00");

    Form form = form("ida", Map.of("text", "Bråker varmepumpen?", "author", "Per"));

    Form.Field.OneOf people = people(form).orElseThrow();
    assertThat(people.chosen()).isEqualTo("ana");
    assertThat(people.options())
        .extracting(Form.Field.Option::label)
        .contains("Ana Moen: har sagt ja til temaet, ikke spurt denne uka");
    assertThat(words(form)).contains("Dette ser ut som Varmepumper.");
    assertThat(form.fields())
        .filteredOn(Form.Field.Text.class::isInstance)
        .singleElement()
        .satisfies(field -> {
          assertThat(((Form.Field.Text) field).initial()).isEqualTo("Bråker varmepumpen?");
          assertThat(((Form.Field.Text) field).live()).isTrue();
        });
  }

  @Test
  void formFollowsTheWordsWhileTheyAreTyped() {
    line.at("09:00");

    assertThat(people(form("ida", Map.of()))).isEmpty();
    var typed = line.desk.changed(FormKind.ASK, NOTHING, user("ida"), Map.of("text", "varmepumpe"));
    var chosen =
        line.desk.changed(
            FormKind.ASK, NOTHING, user("ida"), Map.of("text", "varmepumpe", "expert", "ben"));

    assertThat(people(typed.orElseThrow()).orElseThrow().chosen()).isEqualTo("ana");
    assertThat(people(chosen.orElseThrow()).orElseThrow().chosen()).isEqualTo("ben");
  }

  @Test
  void formSaysWhenNobodyIsThereToAsk() {
    line.at("20:00");

    Form evening = form("ida", Map.of("text", "varmepumpe"));

    assertThat(people(evening)).isEmpty();
    assertThat(words(evening)).contains("Jeg fant ingen", "Ana Moen: utenfor tidene sine, kan");
    assertThat(ask("ida", "ana", "varmepumpe")).containsKey("text");
    assertThat(line.slack.all()).isEmpty();
  }

  @Test
  void nobodyIsOfferedThemselves() {
    line.at("09:00");

    assertThat(people(form("ana", Map.of("text", "varmepumpe"))).orElseThrow().options())
        .extracting(Form.Field.Option::value)
        .doesNotContain("ana");
  }

  @Test
  void expertIsAskedAndTheAnswerComesBack() {
    line.at("09:00");

    assertThat(ask("ida", "ana", "Bråker varmepumpen?")).isEmpty();
    line.shows("ana", "Ida Vik asks something you may know");
    assertThat(line.buttons("ana")).containsExactly(Press.ANSWER_COLLEAGUE, Press.NOT_MY_QUESTION);
    assertThat(line.slack.whispers())
        .containsExactly("UIDA: Jeg har spurt Ana Moen. Svaret kommer her.");
    assertThat(answers("ana", cardOf("ana"), "Only when it thaws.")).isEmpty();

    line.shows("ana", "Thank you. Ida Vik has your answer.");
    line.shows("ida", "Ana Moen har svart deg");
    assertThat(line.card("ida").parts().toString()).contains("Only when it thaws.");
    assertThat(line.slack.all()).hasSize(2);
  }

  @Test
  void firstAnswerCounts() {
    line.at("09:00");
    ask("ida", "ana", "Bråker varmepumpen?");
    ChatEvent.On card = cardOf("ana");
    answers("ana", card, "Yes.");

    answers("ana", card, "No.");

    assertThat(line.card("ida").parts().toString()).contains("Yes.").doesNotContain("No.");
    assertThat(line.desk.open(FormKind.ANSWER_COLLEAGUE, card, user("ana"), Map.of())).isEmpty();
  }

  @Test
  void onlyWhoeverWasAskedMayAnswer() {
    line.at("09:00");
    ask("ida", "ana", "Bråker varmepumpen?");

    answers("ben", cardOf("ana"), "I say.");

    assertThat(line.slack.whispers()).contains("UBEN: That question was for somebody else.");
    assertThat(line.slack.in(TimeLine.with("ida"))).isEmpty();
  }

  @Test
  void whoeverWouldRatherNotIsThankedAndTheAskerMayAskAnother() {
    line.at("09:00");
    ask("ida", "ana", "Bråker varmepumpen?");

    line.does("ana", new AskAction.NotMyQuestion());

    line.shows("ana", "Fine. I told Ida Vik to ask somebody else.");
    line.shows("ida", "Ana Moen kan ikke hjelpe med denne");
    assertThat(line.buttons("ida")).containsExactly(Press.ASK_EXPERT);
    Form again = line.desk.open(FormKind.ASK, cardOf("ida"), user("ida"), Map.of()).orElseThrow();
    assertThat(people(again)).isPresent();
  }

  @Test
  void expertWhoLeftIsNotAsked() {
    line.at("09:00");
    line.tells(new HouseChange.PersonGone(TimeLine.handle("ana")));

    assertThat(ask("ida", "ana", "varmepumpe")).containsKey("text");
  }

  @Test
  void expertWhoCannotBeReachedIsSaidToTheAsker() {
    line.at("09:00");
    line.slack.refuses(TimeLine.with("ana"), new Delivery.Gone("there is no such member"));

    ask("ida", "ana", "Bråker varmepumpen?");

    line.shows("ida", "Ana Moen kan ikke hjelpe med denne");
  }

  @Test
  void emptyAnswerIsAskedForAgain() {
    line.at("09:00");
    ask("ida", "ana", "Bråker varmepumpen?");

    assertThat(answers("ana", cardOf("ana"), " ")).containsKey("text");
    assertThat(ask("ida", "ana", " ")).containsKey("text");
    assertThat(List.of(line.slack.all().size())).containsExactly(1);
  }
}
