package no.grenselos.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import no.grenselos.chat.Card;
import no.grenselos.chat.InsightAction;
import no.grenselos.chat.OutcomeAction;
import no.grenselos.chat.Subject;
import no.grenselos.chat.TicketAction;
import no.grenselos.expert.ExpertId;
import no.grenselos.route.Goal;
import no.grenselos.route.Money;
import no.grenselos.route.Reporting;
import no.grenselos.route.RuleBook;
import no.grenselos.store.Samples;
import no.grenselos.ticket.Effect;
import no.grenselos.ticket.OfferEnd;
import no.grenselos.ticket.OfferId;
import no.grenselos.ticket.Ticket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How it went, for whoever may know. Liv and Odd decide here; September 2026 is told. */
class NumbersTest {
  private TimeLine line = new TimeLine(NumbersTest::book);

  @AfterEach
  void close() {
    line.close();
  }

  private static RuleBook book(RuleBook book) {
    Map<Money.Factor, BigDecimal> sales =
        Map.of(
            Money.Factor.CONVERSION, BigDecimal.TEN, Money.Factor.SALE_VALUE, new BigDecimal(400));
    Money money = new Money("NOK", Map.of(Goal.SELL, sales));
    return CareRules.telling(
        CareRules.goals(Goal.SATISFACTION, Goal.SELL).apply(book), new Reporting(money, null));
  }

  /** Three posts in September, two of them answered. */
  private void september() {
    line.at("09:00").post("1", "Bråker varmepumpe mye?").post("2", "elendig service");
    line.at("09:10").does("ana", new TicketAction.Claim());
    line.at("09:12").does("ana", new TicketAction.Answered(null));
    line.does("ana", new OutcomeAction.TellEffect(Effect.SALE));
    line.at("09:40").does("ida", TimeLine.CARE, new TicketAction.Claim());
    line.does("ida", TimeLine.CARE, new TicketAction.Answered(null));
    line.post("3", "Fint vær i dag");
    line.passInSilence(Duration.ofDays(20)).settle();
  }

  private List<Card> told(String who) {
    return line.slack.in(TimeLine.with(who)).stream().map(ScriptedHouse.Shown::card).toList();
  }

  @Test
  void theLastMonthIsToldByGoalWithWhatItTookAndWhereTheWholeIs() {
    september();

    assertThat(line.says("liv", "tall").toString()).contains("kommer i meldingene dine");

    Card card = told("liv").getLast();
    assertThat(card.headline()).isEqualTo("Slik gikk sep. 2026");
    assertThat(card.toString())
        .containsSubsequence(
            "3 innlegg kom, 2 verdt å svare på, 2 besvart.",
            "Lovet tid ble holdt for 1 av 1.",
            "ett salg (fortalt for 1 av 2 svar)",
            "Selge",
            "ett innlegg, 1 verdt å svare på, 1 besvart · halvparten av dem innen 12 min",
            "det kom ut av det: ett salg · kan være verdt 400 NOK",
            "Gladere kunder",
            "lovet tid holdt for 1 av 1",
            "Én ble spurt én gang. Én gang tok noen det.",
            "Ingen ble spurt 7 ganger i måneden",
            "1. september 2026 til 30. september 2026")
        .doesNotContain("kari", "Bråker");
    assertThat(card.buttons())
        .containsExactly(
            new Card.Button.Go(
                "Alle tallene",
                URI.create(
                    "https://grenselos.example/console/insights?from=2026-09-01&to=2026-09-30")));
  }

  @Test
  void whoeverAsksAgainIsToldAgainAndTheWeekIsAnother() {
    september();
    line.says("liv", "insights month");
    line.pass(Duration.ofMinutes(1));
    line.says("liv", "insights");
    line.says("odd", "tall uke");

    assertThat(told("liv")).hasSize(2);
    assertThat(told("odd").getLast().headline())
        .isEqualTo("Slik gikk det fra 28. september 2026 til 4. oktober 2026");
    assertThat(told("odd").getLast().toString()).contains("Ingen innlegg kom", "Ingen ble spurt.");
  }

  @Test
  void whoeverIsAskedTooOftenIsNamed() {
    line.at("09:00");
    for (int i = 0; i < 8; i++) asked("ana", i);
    line.passInSilence(Duration.ofDays(20)).settle();

    line.says("liv", "tall");

    assertThat(told("liv").getLast().toString())
        .contains("Oftere enn noen har godt av: Ana Moen (8 på en måned).");
  }

  private void asked(String who, int nth) {
    Instant now = line.now();
    boolean unused =
        line.store.write(books -> {
          Ticket ticket = books.tickets().open(Samples.draft("asked-" + nth)).orElseThrow();
          OfferId offer =
              books
                  .offers()
                  .make(ticket.id(), new ExpertId(who), now, now, LocalDate.EPOCH, nth)
                  .orElseThrow()
                  .id();
          books.offers().end(offer, OfferEnd.CLAIMED, now.plusSeconds(60));
          return true;
        });
  }

  @Test
  void othersAreToldNothing() {
    assertThat(line.says("ida", "insights").toString()).contains("får administratorer");
    line.does(
        "ida",
        Subject.parse("home:ida"),
        new InsightAction.TellInsights(InsightAction.Period.MONTH));

    assertThat(told("ida")).isEmpty();
    assertThat(line.slack.whispers().getLast()).contains("får administratorer");
  }

  @Test
  void anUnknownWordIsAnsweredWithWhatThereIs() {
    assertThat(line.says("liv", "insights year").toString()).contains("tall uke");
    assertThat(told("liv")).isEmpty();
  }

  @Test
  void theGuideNamesIt() {
    assertThat(line.says("liv", "hjelp").toString()).contains("/grenselos tall");
  }
}
