package no.grenselos.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import no.grenselos.chat.Card;
import no.grenselos.chat.CareAction;
import no.grenselos.chat.ChatEvent;
import no.grenselos.chat.ChatUser;
import no.grenselos.chat.Form;
import no.grenselos.chat.FormKind;
import no.grenselos.chat.Press;
import no.grenselos.chat.Subject;
import no.grenselos.chat.TicketAction;
import no.grenselos.expert.Cap;
import no.grenselos.ticket.TicketState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Two lanes: care keeps the post, an expert gives the fact. */
class FactTest {
  private TimeLine line = new TimeLine().under(CareRules.whole());

  @AfterEach
  void close() {
    line.close();
  }

  @Test
  void theBestExpertIsAskedForTheFactAndCareKeepsThePost() {
    asked();

    Card card = line.card("ana");
    assertThat(card.headline()).isEqualTo("Ida Vik needs a fact that you may know");
    assertThat(Texts.of(card)).contains("Tåler den 30 minus?", "elendig service");
    assertThat(line.buttons("ana")).containsExactly(Press.TELL_FACT, Press.PASS_FACT);
    assertThat(line.nudged()).containsExactly("ana");
    assertThat(Texts.of(line.card(TimeLine.CARE))).contains("Ana Moen blir spurt: Tåler den");
    line.shows(TimeLine.CARE, "Ida Vik har tatt denne");
  }

  @Test
  void theAnswerStandsOnTheCardAndIsToldToWhoeverHasIt() {
    asked();

    line.does("ana", new CareAction.TellFact("Ja, til minus 28."));

    assertThat(Texts.of(line.card(TimeLine.CARE))).contains("Ana Moen: ", "Ja, til minus 28.");
    assertThat(line.slack.whispers())
        .singleElement()
        .asString()
        .startsWith("UIDA: Ana Moen vet")
        .endsWith("Ja, til minus 28.");
    line.shows("ana", "Thank you, Ida Vik has your words");
    assertThat(line.ticket("1").state()).isInstanceOf(TicketState.Claimed.class);
    assertThat(line.mastodon.replies()).isEmpty();
  }

  @Test
  void whoDoesNotKnowPassesAndTheNextIsAsked() {
    asked();

    line.does("ana", new CareAction.PassFact());

    assertThat(line.nudged()).containsExactly("ana", "ben");
    line.shows("ben", "Ida Vik trenger noe du kanskje vet");
    line.shows("ana", "Thanks. I ask somebody else; if you know it after all, say so.");
  }

  @Test
  void whoIsSilentIsFollowedByTheNextAndMayStillAnswer() {
    asked();

    line.at("09:30");
    assertThat(line.nudged()).containsExactly("ana", "ben");
    line.does("ana", new CareAction.TellFact("Ja."));

    assertThat(Texts.of(line.card(TimeLine.CARE))).contains("Ana Moen: ", "Ja.");
    line.shows("ben", "Ana Moen visste det. Takk likevel.");
    line.does("ben", new CareAction.TellFact("Nei."));
    assertThat(line.slack.whispers().getLast())
        .isEqualTo("UBEN: Det er avklart allerede, men takk.");
  }

  @Test
  void whenNobodyIsLeftCareHearsIt() {
    asked();
    line.does("ana", new CareAction.PassFact());
    line.does("ben", new CareAction.PassFact());

    line.does("siri", new CareAction.PassFact());

    assertThat(line.slack.whispers()).singleElement().asString().startsWith("UIDA: Jeg fant ingen");
  }

  @Test
  void whatIsAnsweredNeedsNoFactAnyMore() {
    asked();

    line.does("ida", TimeLine.CARE, new TicketAction.Answered(null));

    line.shows("ana", "This is no longer needed");
    assertThat(line.at("09:30").nudged()).containsExactly("ana");
  }

  @Test
  void strangersToTheQuestionCannotAnswerIt() {
    asked();

    line.does("ben", line.slack.in(TimeLine.with("ana")).getLast(), new CareAction.TellFact("x"));

    assertThat(Texts.of(line.card(TimeLine.CARE))).doesNotContain("Ben Dahl");
  }

  @Test
  void onlyWhoHasThePostAsks() {
    line.at("09:00").post("1", "elendig service");

    line.does("ida", TimeLine.CARE, question());

    assertThat(line.nudged()).isEmpty();
    assertThat(line.slack.whispers())
        .containsExactly("UIDA: Ta den først; så spør jeg på dine vegne.");
  }

  @Test
  void capsAndHoursHoldForFactsToo() {
    line.close();
    line = new TimeLine(new Cap(1, 8)).under(CareRules.whole());
    line.at("09:00").post("0", "varmepumpe?");
    assertThat(line.nudged()).containsExactly("ana");
    asked();

    assertThat(line.nudged()).containsExactly("ana", "ben");
    line.post("9", "varmepumpe igjen?");
    assertThat(line.nudged()).containsExactly("ana", "ben", "siri");
  }

  @Test
  void aFactNeededAtNightIsAskedInTheMorning() {
    line.at("17:00").post("1", "elendig service");
    line.does("ida", TimeLine.CARE, new TicketAction.Claim());
    line.does("ida", TimeLine.CARE, question());
    assertThat(line.nudged()).isEmpty();
    assertThat(Texts.of(line.card(TimeLine.CARE))).contains("Venter på noen som kan spørres");

    line.nextDay().at("08:00");

    assertThat(line.nudged()).containsExactly("ana");
  }

  @Test
  void theRouteMayAskByItselfAndThenNobodyIsAskedToAnswer() {
    line.under(CareRules.fact("Er dette en kjent feil?"));

    line.at("09:00").post("1", "elendig varmepumpe");

    assertThat(line.nudged()).containsExactly("ana");
    line.shows("ana", "Kundeservice needs a fact that you may know");
    assertThat(Texts.of(line.card("ana"))).contains("Er dette en kjent feil?");
    line.shows(TimeLine.CARE, "Noen på Mastodon er ikke fornøyd");
    line.does("ana", new CareAction.TellFact("Ja, vifta."));
    assertThat(Texts.of(line.card(TimeLine.CARE))).contains("Ja, vifta.");
    line.does("ida", TimeLine.CARE, new TicketAction.Claim());
    line.does("ida", TimeLine.CARE, new TicketAction.Release());
    assertThat(line.nudged()).containsExactly("ana");
  }

  @Test
  void theFormsAskForAQuestionAndATopic() {
    line.at("09:00").post("1", "elendig varmepumpe");
    ChatEvent.On on = new ChatEvent.On.About(new Subject.OfTicket(line.ticket("1").id()));
    ChatUser ida = new ChatUser(TimeLine.handle("ida"), "");

    Form form = line.desk.open(FormKind.ASK_FACT, on, ida, Map.of()).orElseThrow();

    assertThat(form.fields().getLast())
        .isInstanceOfSatisfying(
            Form.Field.OneOf.class, topic -> assertThat(topic.chosen()).isEqualTo("heat-pumps"));
    assertThat(line.desk.submitted("f1", ida, FormKind.ASK_FACT, on, Map.of("topic", "heat-pumps")))
        .containsOnlyKeys("question");
    assertThat(List.of(form.title(), form.submit())).allMatch(text -> text.length() <= 24);
  }

  private void asked() {
    line.at("09:00").post("1", "elendig service");
    line.does("ida", TimeLine.CARE, new TicketAction.Claim());
    line.does("ida", TimeLine.CARE, question());
  }

  private static CareAction.AskFact question() {
    return new CareAction.AskFact(TimeLine.HEAT_PUMPS, "Tåler den 30 minus?");
  }
}
