package no.grenselos.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import no.grenselos.chat.Card;
import no.grenselos.chat.ChatUser;
import no.grenselos.chat.Place;
import no.grenselos.chat.StormAction;
import no.grenselos.chat.Subject;
import no.grenselos.chat.TicketAction;
import no.grenselos.lesson.Pupil;
import no.grenselos.store.Pauses;
import no.grenselos.ticket.CloseReason;
import no.grenselos.ticket.TicketState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PauseTest {
  private final TimeLine line = new TimeLine();

  @AfterEach
  void close() {
    line.close();
  }

  @Test
  void nobodyIsNudgedDuringAPauseAndTheOldestComesFirstAfterIt() {
    line.at("09:00");
    assertThat(line.said("liv", "storm pause heat-pumps 2h vi retter en feil"))
        .contains("Ingen blir spurt om Varmepumper før", "3 eksperter", "Kundeservice sin kø");
    line.at("09:30").post("1", "varmepumpe?");
    line.at("10:00").post("2", "varmepumpe igjen?");
    assertThat(line.nudged()).isEmpty();
    assertThat(line.said("liv", "storm")).contains("2 innlegg venter", "vi retter en feil");

    line.at("11:00");

    assertThat(line.nudged()).hasSize(2);
    Card over = line.card(TimeLine.FALLBACK);
    assertThat(over.headline()).isEqualTo("Pausen for Varmepumper er over: 2 innlegg kom");
    assertThat(over.toString())
        .contains("2 av dem går videre nå", "Bestemt av Liv Aas: vi retter en feil");
    assertThat(line.slack.in(TimeLine.with("ana")).getFirst().card().toString())
        .contains("varmepumpe?");
  }

  @Test
  void whatGrewTooOldIsNotAskedAboutButListed() {
    line.at("09:00").said("liv", "storm pause alt 3d");
    line.post("1", "varmepumpe gammel?");
    line.nextDay().nextDay().nextDay().at("08:30").post("2", "varmepumpe fersk?");
    line.at("09:30");

    TicketState.Closed old = (TicketState.Closed) line.ticket("1").state();
    assertThat(old.reason()).isEqualTo(CloseReason.TOO_OLD);
    assertThat(line.nudged()).hasSize(1);
    assertThat(line.card(TimeLine.FALLBACK).toString())
        .contains("Ett er for gammelt nå", "varmepumpe gammel?");
  }

  @Test
  void customerServiceGoesOnUnlessSaid() {
    line.at("09:00").said("liv", "storm pause all 1h");
    line.post("1", "elendig service");
    assertThat(line.cards(TimeLine.CARE)).hasSize(1);

    line.said("liv", "storm pause alt kundeservice 1t");
    line.post("2", "elendig ventetid");
    assertThat(line.cards(TimeLine.CARE)).hasSize(1);

    line.at("10:00");
    assertThat(line.cards(TimeLine.CARE)).hasSize(2);
    assertThat(line.ticket("2").state()).isInstanceOf(TicketState.Open.class);
  }

  @Test
  void offEndsIt() {
    line.at("09:00").said("liv", "storm pause varmepumper til 16:00");
    line.post("1", "varmepumpe?");
    assertThat(line.said("liv", "storm off")).contains("Jeg spør igjen om alle temaer");

    assertThat(line.nudged()).hasSize(1);
    assertThat(line.said("liv", "storm av")).contains("ingen slik pause");
  }

  @Test
  void aTicketUnderTwoPausesWaitsForTheLater() {
    line.at("09:00").said("liv", "storm pause heat-pumps 1h");
    line.said("liv", "storm pause all 2h");
    line.post("1", "varmepumpe?");

    line.at("10:30");
    assertThat(line.nudged()).isEmpty();
    line.at("11:00");
    assertThat(line.nudged()).hasSize(1);
  }

  @Test
  void aNewPauseOfTheSameTopicTakesOverWhatWaits() {
    line.at("09:00").said("liv", "storm pause heat-pumps 1h");
    line.post("1", "varmepumpe?");
    line.said("liv", "storm pause heat-pumps 3h");

    line.at("10:30");
    assertThat(line.nudged()).isEmpty();
    line.at("12:00");
    assertThat(line.nudged()).hasSize(1);
  }

  @Test
  void whoeverIsAskedAlreadyMayAnswerAndNobodyElseIsAskedAfterThem() {
    line.at("09:00").post("1", "varmepumpe?");
    line.said("liv", "storm pause all 2h");
    line.does("ana", new TicketAction.Pass(new ChatUser(TimeLine.handle("ben"), ""), ""));

    assertThat(line.nudged()).containsExactly("ana");
    line.at("11:00");
    assertThat(line.nudged()).hasSize(2);
  }

  @Test
  void othersMayNotPauseAndAreToldWho() {
    line.at("09:00");
    assertThat(line.said("ana", "storm pause all 2h")).contains("Only those in #kommunikasjon");
    line.does("ana", new Subject.Thing("pause", "1"), new StormAction.GoOn());

    assertThat(pauses()).isEmpty();
    assertThat(line.slack.whispers()).singleElement().asString().contains("#kommunikasjon");
  }

  @Test
  void whatIsUnclearIsAskedBack() {
    line.at("09:00");
    assertThat(line.said("liv", "storm pause heat-pumps")).contains("Si hvor lenge");
    assertThat(line.said("liv", "storm pause sauer 2t")).contains("sauer");
    assertThat(line.said("liv", "storm pause all 90d")).contains("En måned");
    assertThat(line.said("liv", "storm pause all until 25:00")).contains("Si hvor lenge");
    assertThat(line.said("liv", "storm dans")).contains("dans");
    assertThat(line.said("liv", "storm")).contains("Alt er rolig");
    assertThat(pauses()).isEmpty();
  }

  @Test
  void expertsSeeInTheirHomeWhyItIsQuiet() {
    line.at("09:00").said("liv", "storm pause heat-pumps until 16:00 vedlikehold");

    assertThat(line.desk.home(new ChatUser(TimeLine.handle("ana"), "")).toString())
        .contains("Nobody is asked about Heat pumps until", "vedlikehold");
    line.does("liv", new Subject.Thing("pause", "1"), new StormAction.GoOn());
    assertThat(line.desk.home(new ChatUser(TimeLine.handle("ana"), "")).toString())
        .doesNotContain("Nobody is asked");
  }

  @Test
  void anotherNodeEndsThePauseWhenOursIsDown() throws InterruptedException {
    line.at("09:00").said("liv", "storm pause all 2h");
    line.post("1", "varmepumpe?");
    Desk other = new Desk(line.node(Pupil.NOBODY));
    Rounds rounds = new Rounds(other, List.of(line.slack), Runnable::run);

    line.clock().set(line.now().plusSeconds(7200));
    while (rounds.timers().isZero()) rounds.errands();
    while (rounds.errands().isZero()) rounds.timers();
    line.settle();

    assertThat(line.nudged()).hasSize(1);
    Place fallback = TimeLine.FALLBACK;
    assertThat(line.slack.in(fallback)).hasSize(1);
  }

  private List<Pauses.Pause> pauses() {
    return line.store.read(books -> books.pauses().running());
  }
}
