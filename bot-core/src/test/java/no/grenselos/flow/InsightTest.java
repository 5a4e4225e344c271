package no.grenselos.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import no.grenselos.chat.Card;
import no.grenselos.chat.ChatUser;
import no.grenselos.chat.Place;
import no.grenselos.chat.Press;
import no.grenselos.chat.TicketAction;
import no.grenselos.insight.Counts;
import no.grenselos.insight.Insights;
import no.grenselos.insight.Range;
import no.grenselos.insight.Report;
import no.grenselos.lesson.Pupil;
import no.grenselos.route.Money;
import no.grenselos.route.Reporting;
import no.grenselos.route.RuleBook;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Numbers as the flows leave them. The line begins on Tuesday 15 September 2026. */
class InsightTest {
  private static final Place LEADERS = new Place.Channel("slack", "#ledelse");
  private static final Reporting.Weekly MONDAYS =
      new Reporting.Weekly("#ledelse", DayOfWeek.MONDAY, LocalTime.of(9, 0));

  private TimeLine line = new TimeLine(book -> telling(book, MONDAYS));

  @AfterEach
  void close() {
    line.close();
  }

  private Report report() {
    LocalDate day = LocalDate.of(2026, 9, 15);
    Range range = new Range(day, day.plusDays(6), TimeLine.OSLO);
    RuleBook book = line.node(Pupil.NOBODY).rules().get().book();
    return line.store.read(books -> new Insights(books, book, line.now()).report(range));
  }

  @Test
  void postsAnswersAndNudgesAreCountedAsTheyCome() {
    line.at("09:00").post("1", "Bråker varmepumpe mye?");
    line.at("09:05").does("ana", new TicketAction.Claim());
    line.at("09:20").does("ana", new TicketAction.Answered(null));
    line.at("10:00").post("2", "elendig service").post("3", "Fint vær i dag");
    line.at("10:30").does("ida", TimeLine.CARE, new TicketAction.Claim());
    line.does("ida", TimeLine.CARE, new TicketAction.Answered(null));

    Report report = report();

    assertThat(report.whole().counts()).isEqualTo(new Counts(3, 2, 2, 1, 1));
    assertThat(report.topics().getFirst().figures().waiting().orElseThrow().median())
        .isEqualTo(Duration.ofMinutes(20));
    assertThat(report.replies().outside()).isEqualTo(2);
    assertThat(report.sent()).isEqualTo(1);
    assertThat(report.taken()).isEqualTo(1);
    assertThat(report.loads()).hasSize(1);
  }

  @Test
  void anAnswerTakenBackIsNoneAndOneFromCommunicationsIsNotFromOutside() {
    line.at("09:00").post("1", "Bråker varmepumpe mye?");
    line.does("ana", new TicketAction.Claim()).does("ana", new TicketAction.Answered(null));
    line.does("ana", new TicketAction.TakeBack(Press.ANSWERED));
    assertThat(report().whole().counts().answered()).isZero();

    line.does("ana", new TicketAction.HandOver(new ChatUser(TimeLine.handle("liv"), "Liv Aas")));
    line.does("liv", new TicketAction.Answered(null));

    assertThat(report().whole().counts().answered()).isEqualTo(1);
    assertThat(report().replies().known()).isEqualTo(1);
    assertThat(report().replies().outside()).isZero();
  }

  @Test
  void aPostThatIsErasedLeavesTheNumbersAsTheyWere() {
    line.at("09:00").post("1", "Bråker varmepumpe mye?").edit("1", "Bråker varmepumpe?");
    line.does("ana", new TicketAction.Claim()).does("ana", new TicketAction.Answered(null));
    Counts before = report().whole().counts();

    line.delete("1");

    assertThat(report().whole().counts()).isEqualTo(before).isEqualTo(new Counts(1, 1, 1, 0, 0));
    assertThat(report().toString()).doesNotContain("kari", "Bråker");
  }

  @Test
  void onMondayTheWeekIsToldInItsChannelOnceOverAllNodes() throws InterruptedException {
    line.at("09:00").post("1", "Bråker varmepumpe mye?");
    line.at("09:12").does("ana", new TicketAction.Claim());
    line.does("ana", new TicketAction.Answered(null));
    untilMonday();
    line.at("08:59");
    assertThat(cards()).isEmpty();
    Rounds other =
        new Rounds(new Desk(line.node(Pupil.NOBODY)), List.of(line.slack), Runnable::run);
    line.clock().pass(Duration.ofMinutes(2));
    while (other.timers().isZero()) other.errands();
    line.settle();

    assertThat(cards()).hasSize(1);
    assertThat(cards().getFirst().headline()).isEqualTo("Uka der ute");
    assertThat(cards().getFirst().toString())
        .contains(
            "Ett innlegg kom, 1 verdt å svare på, 1 besvart.",
            "innen 12 min",
            "1 av 1 svar kom fra folk utenfor kommunikasjon.",
            "Mest omtalt: Varmepumper (1, 1 besvart).",
            "14. september 2026 til 20. september 2026")
        .doesNotContain("Ana", "kari");
  }

  @Test
  void aWeekWithoutPostsIsNotSpokenOfAndTheNextOneIs() {
    untilMonday();
    line.at("12:00");
    assertThat(cards()).isEmpty();

    line.post("1", "Bråker varmepumpe mye?");
    for (int day = 0; day < 7; day++) line.nextDay();
    line.at("12:00");

    assertThat(cards()).hasSize(1);
  }

  @Test
  void whoeverWantsNoSummaryGetsNoneAndAnotherDayHoldsAtOnce() {
    line.under(book -> telling(book, null));
    line.at("09:00").post("1", "Bråker varmepumpe mye?");
    untilMonday();
    line.at("10:00");
    assertThat(cards()).isEmpty();

    line.under(book ->
        telling(book, new Reporting.Weekly("#ledelse", DayOfWeek.TUESDAY, LocalTime.of(11, 0))));
    line.at("10:01").nextDay().at("11:00");

    assertThat(cards()).hasSize(1);
  }

  private void untilMonday() {
    for (int day = 0; day < 6; day++) line.nextDay();
  }

  private List<Card> cards() {
    return line.slack.in(LEADERS).stream().map(ScriptedHouse.Shown::card).toList();
  }

  private static RuleBook telling(RuleBook b, Reporting.@Nullable Weekly weekly) {
    return CareRules.telling(b, new Reporting(Money.NONE, weekly));
  }
}
