package no.grenselos.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import no.grenselos.chat.Card;
import no.grenselos.chat.ChatUser;
import no.grenselos.chat.InviteAction;
import no.grenselos.chat.OutcomeAction;
import no.grenselos.chat.Press;
import no.grenselos.chat.Subject;
import no.grenselos.chat.TicketAction;
import no.grenselos.lesson.Pupil;
import no.grenselos.route.Goal;
import no.grenselos.route.Money;
import no.grenselos.route.Reporting;
import no.grenselos.route.RuleBook;
import no.grenselos.store.AuditLog;
import no.grenselos.store.Effects.Told;
import no.grenselos.ticket.Effect;
import no.grenselos.ticket.TicketId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * What came of answers, asked and told. Heat pumps sell, complaints are about satisfaction; the
 * line begins on Tuesday 15 September 2026.
 */
class OutcomeTest {
  private static final String QUESTION = "What came of it?";
  private static final String SPØRSMÅL = "Hva kom det ut av det?";

  private TimeLine line = new TimeLine(CareRules.goals(Goal.SATISFACTION, Goal.SELL));

  @AfterEach
  void close() {
    line.close();
  }

  private void anaAnswers(String post) {
    line.post(post, "Bråker varmepumpe nummer " + post + "?");
    Subject about = new Subject.OfTicket(line.ticket(post).id());
    line.does("ana", about, new TicketAction.Claim());
    line.does("ana", about, new TicketAction.Answered(null));
  }

  private Card card(String who, String post) {
    return line.cards(TimeLine.with(who)).stream()
        .map(ScriptedHouse.Shown::card)
        .filter(card -> card.toString().contains("nummer " + post + "?"))
        .reduce((one, last) -> last)
        .orElseThrow();
  }

  private static List<Press> buttons(Card card) {
    return card.buttons().stream()
        .filter(Card.Button.Act.class::isInstance)
        .map(button -> ((Card.Button.Act) button).press())
        .toList();
  }

  private static List<Press> menu(Card card) {
    return card.more().stream().map(Card.Choice::press).toList();
  }

  private Optional<Told> told(String post) {
    TicketId ticket = line.ticket(post).id();
    return line.store.read(books -> books.effects().of(ticket));
  }

  private void follow(Reporting.FollowUp wanted) {
    UnaryOperator<RuleBook> change =
        b -> CareRules.telling(b, new Reporting(Money.NONE, null, wanted));
    line.under(change);
  }

  @Test
  void theNextWorkingMorningTheQuestionStandsInTheCardAndNobodyIsSentAnything() {
    line.at("15:30");
    anaAnswers("1");
    int sent = line.slack.all().size();
    assertThat(buttons(card("ana", "1"))).isEmpty();
    assertThat(menu(card("ana", "1")))
        .contains(Press.LED_TO_SALE, Press.LED_TO_LEAD, Press.CAME_TO_NOTHING);

    line.nextDay().at("07:59");
    assertThat(card("ana", "1").toString()).doesNotContain(QUESTION);
    line.at("08:00");

    assertThat(card("ana", "1").toString()).contains(QUESTION);
    assertThat(buttons(card("ana", "1")))
        .containsExactly(Press.LED_TO_SALE, Press.LED_TO_LEAD, Press.CAME_TO_NOTHING);
    assertThat(line.home("ana").toString()).contains(QUESTION, "LED_TO_SALE");
    assertThat(line.slack.all()).hasSize(sent);
    assertThat(line.slack.whispers()).isEmpty();
  }

  @Test
  void onePressTellsItAndAnotherChangesIt() {
    line.at("09:00");
    anaAnswers("1");
    line.nextDay().at("08:00").presses("ana", Press.LED_TO_LEAD);

    assertThat(told("1").orElseThrow().effect()).isEqualTo(Effect.LEAD);
    assertThat(card("ana", "1").toString())
        .contains("Ana Moen: ", "A lead")
        .doesNotContain(QUESTION);
    assertThat(buttons(card("ana", "1"))).isEmpty();
    assertThat(menu(card("ana", "1")))
        .contains(Press.LED_TO_SALE)
        .doesNotContain(Press.LED_TO_LEAD);
    assertThat(line.home("ana").toString()).doesNotContain(QUESTION);

    line.presses("ana", Press.LED_TO_SALE).presses("ana", Press.LED_TO_SALE);

    assertThat(told("1").orElseThrow().effect()).isEqualTo(Effect.SALE);
    TicketId ticket = line.ticket("1").id();
    List<AuditLog.Entry> audit = line.store.read(books -> books.audit().of(ticket));
    assertThat(audit)
        .filteredOn(entry -> entry.what().equals("outcome.told"))
        .map(entry -> entry.who() + " " + entry.detail())
        .containsExactly("ana LEAD", "ana SALE");
    assertThat(line.says("ana", "why " + ticket).toString())
        .contains("Ana Moen told what came of it: a sale");
  }

  @Test
  void aPersonIsAskedAboutOneAnswerADayTheLatestFirst() {
    line.at("09:00");
    anaAnswers("1");
    line.at("10:00");
    anaAnswers("2");
    line.at("11:00");
    anaAnswers("3");
    line.presses("ana", Press.CAME_TO_NOTHING);

    line.nextDay().at("08:00").at("15:59");
    assertThat(card("ana", "2").toString()).contains(QUESTION);
    assertThat(card("ana", "1").toString()).doesNotContain(QUESTION);
    line.nextDay().at("08:00");

    assertThat(card("ana", "1").toString()).contains(QUESTION);
    assertThat(card("ana", "3").toString()).doesNotContain(QUESTION);
  }

  @Test
  void twoNodesAskOnce() throws InterruptedException {
    line.at("09:00");
    anaAnswers("1");
    anaAnswers("2");
    line.nextDay().at("07:59").passInSilence(Duration.ofMinutes(2));
    Rounds other =
        new Rounds(new Desk(line.node(Pupil.NOBODY)), List.of(line.slack), Runnable::run);
    while (other.timers().isZero()) other.errands();
    line.settle();

    List<TicketId> open = line.store.read(books -> books.effects().open("ana", 5));
    assertThat(open).hasSize(1);
  }

  @Test
  void nobodyIsAskedOutsideTheirHoursOnAPauseOrAboutWhatTheyWantToHearNoMoreOf() {
    line.at("09:00");
    anaAnswers("1");
    line.does("ana", new Subject.Thing("topic", "x"), new InviteAction.RestUntil(friday("12:00")));
    line.nextDay().at("12:00").nextDay().at("12:00").nextDay().at("11:59");
    assertThat(card("ana", "1").toString()).doesNotContain(QUESTION);
    line.at("12:00");
    assertThat(card("ana", "1").toString()).contains(QUESTION);

    anaAnswers("2");
    line.at("15:00");
    anaAnswers("3");
    line.nextDay().at("12:00").nextDay().at("12:00");
    assertThat(card("ana", "3").toString()).doesNotContain(QUESTION);
    line.does("ana", new TicketAction.TakeBack(Press.ANSWERED));
    line.nextDay().at("08:00");

    assertThat(card("ana", "2").toString()).contains(QUESTION);
    assertThat(card("ana", "3").toString()).doesNotContain(QUESTION);
  }

  private static Instant friday(String time) {
    return LocalDate.of(2026, 9, 18)
        .atTime(LocalTime.parse(time))
        .atZone(TimeLine.OSLO)
        .toInstant();
  }

  @Test
  void aTeamsCardAsksInItsChannelAndAnybodyWhoHadThePostMayTell() {
    line.at("09:00").post("1", "elendig service");
    line.does("jon", TimeLine.CARE, new TicketAction.Claim());
    line.does("jon", TimeLine.CARE, new TicketAction.Release());
    line.does("ida", TimeLine.CARE, new TicketAction.Claim());
    line.does("ida", TimeLine.CARE, new TicketAction.Answered(null));
    line.nextDay().at("08:00");
    assertThat(line.card(TimeLine.CARE).toString()).contains(SPØRSMÅL);
    assertThat(buttons(line.card(TimeLine.CARE)))
        .containsExactly(Press.CUSTOMER_HAPPY, Press.CUSTOMER_UNHAPPY, Press.CUSTOMER_UNKNOWN);

    line.does("liv", TimeLine.CARE, new OutcomeAction.TellEffect(Effect.HAPPY));
    assertThat(told("1")).isEmpty();
    assertThat(line.slack.whispers()).singleElement().asString().contains("de som hadde innlegget");
    line.does("ida", TimeLine.CARE, new OutcomeAction.TellEffect(Effect.SALE));
    assertThat(told("1")).isEmpty();
    line.does("jon", TimeLine.CARE, new OutcomeAction.TellEffect(Effect.HAPPY));

    assertThat(told("1").orElseThrow().by().name()).isEqualTo("Jon Berg");
    assertThat(line.card(TimeLine.CARE).toString()).contains("Jon Berg: ", "Kunden er fornøyd");
    line.does("ida", TimeLine.CARE, new OutcomeAction.TellEffect(Effect.UNHAPPY));
    assertThat(told("1").orElseThrow().effect()).isEqualTo(Effect.UNHAPPY);
  }

  @Test
  void whereEachSeesTheirOwnCardOnlyThoseWhoMayTellHaveTheButtons() {
    line.at("09:00").post("1", "elendig service");
    line.does("ida", TimeLine.CARE, new TicketAction.Claim());
    line.does("ida", TimeLine.CARE, new TicketAction.Answered(null));
    line.nextDay().at("08:00");
    var shown = line.cards(TimeLine.CARE).getLast().id();

    assertThat(buttons(line.desk.shown(shown, user("ida")).orElseThrow()))
        .contains(Press.CUSTOMER_HAPPY);
    assertThat(buttons(line.desk.shown(shown, user("jon")).orElseThrow())).isEmpty();
  }

  private static ChatUser user(String who) {
    return new ChatUser(TimeLine.handle(who), who);
  }

  @Test
  void anAnswerTakenBackTakesWhatWasToldWithIt() {
    line.at("09:00");
    anaAnswers("1");
    line.presses("ana", Press.LED_TO_SALE);
    line.does("ana", new TicketAction.TakeBack(Press.ANSWERED));
    assertThat(told("1")).isEmpty();
    assertThat(card("ana", "1").toString()).doesNotContain("Led to a sale");
    line.does("ana", new OutcomeAction.TellEffect(Effect.SALE));
    assertThat(told("1")).isEmpty();

    line.does("ana", new TicketAction.Answered(null)).nextDay().at("08:00");

    assertThat(card("ana", "1").toString()).contains(QUESTION);
  }

  @Test
  void theCompanySaysWhenOrNever() {
    follow(new Reporting.FollowUp.After(Duration.ofHours(2)));
    line.at("09:00");
    anaAnswers("1");
    line.at("10:59");
    assertThat(card("ana", "1").toString()).doesNotContain(QUESTION);
    line.at("11:00");
    assertThat(card("ana", "1").toString()).contains(QUESTION);

    follow(new Reporting.FollowUp.Never());
    line.at("12:00");
    anaAnswers("2");
    line.nextDay().at("12:00").nextDay().at("12:00");

    assertThat(card("ana", "2").toString()).doesNotContain(QUESTION);
    line.does("ana", line.cards(TimeLine.with("ana")).getLast(), sale());
    assertThat(told("2")).isPresent();
  }

  private static OutcomeAction sale() {
    return new OutcomeAction.TellEffect(Effect.SALE);
  }

  @Test
  void withoutAGoalThereIsNothingToTell() {
    line.close();
    line = new TimeLine();
    line.at("09:00");
    anaAnswers("1");
    line.nextDay().at("12:00");

    assertThat(card("ana", "1").toString()).doesNotContain(QUESTION);
    assertThat(menu(card("ana", "1"))).doesNotContain(Press.LED_TO_SALE);
  }
}
