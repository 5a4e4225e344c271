package no.grenselos.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import no.grenselos.chat.CareAction;
import no.grenselos.chat.TicketAction;
import no.grenselos.store.AuditLog;
import no.grenselos.ticket.TicketState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Promised times and silent claims; a complaint is promised an answer within an hour. */
class PromiseTest {
  private final TimeLine line = new TimeLine().under(CareRules.whole());

  @AfterEach
  void close() {
    line.close();
  }

  @Test
  void whoHasItIsRemindedAtHalfAndTenMinutesBeforeThenTheLeadThenTheFallback() {
    line.at("09:00").post("1", "elendig service");
    line.does("ida", TimeLine.CARE, new TicketAction.Claim());

    assertThat(line.at("09:29").slack.whispers()).isEmpty();
    assertThat(line.at("09:30").slack.whispers())
        .singleElement()
        .asString()
        .startsWith("UIDA: Halve tiden for Kari (T-1, https://")
        .endsWith("Svar er lovet innen 10:00.");
    assertThat(line.at("09:50").slack.whispers())
        .hasSize(2)
        .last()
        .asString()
        .startsWith("UIDA: Det er ti minutter igjen");
    assertThat(Texts.of(line.card(TimeLine.CARE))).contains("Under ti minutter igjen");
    assertThat(line.at("10:00").slack.whispers())
        .hasSize(3)
        .last()
        .asString()
        .startsWith("ULENE: Lovet tid for Kari")
        .endsWith("Ida Vik har den.");
    assertThat(Texts.of(line.card(TimeLine.CARE))).contains("Over lovet tid");
    assertThat(line.cards(TimeLine.FALLBACK)).isEmpty();

    line.at("10:30");
    assertThat(line.cards(TimeLine.FALLBACK)).hasSize(1);
    assertThat(line.at("12:00").slack.whispers()).hasSize(3);
  }

  @Test
  void whatNobodyTookIsBroughtToOneMemberAtATime() {
    line.at("09:00").post("1", "elendig service").at("09:30").at("09:50").at("10:00");

    assertThat(line.slack.whispers())
        .extracting(w -> w.substring(0, w.indexOf(':')))
        .containsExactly("UJON", "UIDA", "ULENE");
    assertThat(line.slack.whispers().getFirst()).contains("Kan du?");
    assertThat(line.slack.whispers().getLast()).contains("ingen har tatt den");
  }

  @Test
  void whoHasLessInHandIsAskedFirst() {
    line.at("09:00").post("1", "elendig service").post("2", "elendig mat");
    line.does("jon", line.slack.in(TimeLine.CARE).getFirst(), new TicketAction.Claim());

    line.at("09:30");

    assertThat(line.slack.whispers())
        .extracting(w -> w.substring(0, w.indexOf(':')))
        .containsExactlyInAnyOrder("UJON", "UIDA");
    assertThat(line.slack.whispers()).anyMatch(w -> w.startsWith("UIDA: Ingen har tatt"));
  }

  @Test
  void whatIsAnsweredIsSpokenOfNoMore() {
    line.at("09:00").post("1", "elendig service");
    line.does("ida", TimeLine.CARE, new TicketAction.Answered(null));

    assertThat(line.at("09:30").at("10:00").at("10:30").slack.whispers()).isEmpty();
  }

  @Test
  void afterAnOutageOnlyTheLatestIsSaid() {
    line.at("09:00").post("1", "elendig service").at("10:05");

    assertThat(line.slack.whispers()).singleElement().asString().startsWith("ULENE: ");
  }

  @Test
  void nightAndWeekendPassInSilence() {
    line.nextDay().nextDay().nextDay().at("15:45").post("1", "elendig service"); // a Friday
    assertThat(line.at("23:00").slack.whispers()).isEmpty();
    assertThat(line.nextDay().at("12:00").slack.whispers()).isEmpty();

    assertThat(line.nextDay().nextDay().at("08:15").slack.whispers()).hasSize(1);
    assertThat(line.at("08:35").at("08:45").slack.whispers()).hasSize(3);
  }

  @Test
  void aWarningThatIsDueIsNotLostByAChangeInThatMoment() {
    line.at("09:00").post("1", "elendig service");

    line.passInSilence(Duration.ofMinutes(30));
    line.does("ida", TimeLine.CARE, new TicketAction.Claim());

    assertThat(line.slack.whispers()).singleElement().asString().startsWith("UIDA: Halve tiden");
  }

  @Test
  void aSilentClaimIsGivenBackWithANotice() {
    line.under(CareRules.claimFor(Duration.ofMinutes(20)));
    line.at("09:00").post("1", "elendig service").at("09:05");
    line.does("ida", TimeLine.CARE, new TicketAction.Claim());

    line.at("09:24");
    assertThat(line.ticket("1").state()).isInstanceOf(TicketState.Claimed.class);
    line.at("09:25");

    assertThat(line.ticket("1").state()).isInstanceOf(TicketState.Open.class);
    assertThat(line.slack.whispers())
        .singleElement()
        .asString()
        .startsWith("UIDA: Du tok Kari (T-1")
        .contains("kl. 09:05")
        .contains("ledig for andre");
    line.shows(TimeLine.CARE, "Noen på Mastodon er ikke fornøyd");
  }

  @Test
  void aNoteIsAWordAndKeepsTheClaim() {
    line.under(CareRules.claimFor(Duration.ofMinutes(20)));
    line.at("09:00").post("1", "elendig service");
    line.does("ida", TimeLine.CARE, new TicketAction.Claim()).at("09:15");
    line.does("ida", TimeLine.CARE, new CareAction.AddNote("Venter på kunden"));

    line.at("09:34");
    assertThat(line.ticket("1").state()).isInstanceOf(TicketState.Claimed.class);
    line.at("09:35");
    assertThat(line.ticket("1").state()).isInstanceOf(TicketState.Open.class);
  }

  @Test
  void claimsLastWhereTheRouteSaysNothing() {
    line.at("09:00").post("1", "elendig service");
    line.does("ida", TimeLine.CARE, new TicketAction.Claim()).at("15:59").nextDay().at("15:59");

    assertThat(line.ticket("1").state()).isInstanceOf(TicketState.Claimed.class);
  }

  @Test
  void whatIsSaidIsAudited() {
    line.at("09:00").post("1", "elendig service").at("09:30").at("09:50").at("10:00").at("10:30");

    List<String> said =
        line.journal.stream()
            .map(AuditLog.Entry::what)
            .filter(w -> w.startsWith("promise"))
            .toList();
    assertThat(said)
        .containsExactly("promise.half", "promise.soon", "promise.lead", "promise.fallback");
  }
}
