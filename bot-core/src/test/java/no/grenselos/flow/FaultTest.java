package no.grenselos.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import no.grenselos.chat.Delivery;
import no.grenselos.chat.TicketAction;
import no.grenselos.mention.MentionEvent;
import no.grenselos.mention.MentionKind;
import no.grenselos.store.AuditLog;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FaultTest {
  private final TimeLine line = new TimeLine();

  @AfterEach
  void close() {
    line.close();
  }

  @Test
  void aRepeatedPageAddsNothing() {
    MentionEvent post =
        new MentionEvent.Posted(line.mention("1", "", "varmepumpe?", MentionKind.POST, null));

    assertThat(line.take(post)).isEqualTo(1);
    line.settle();
    assertThat(line.take(post, post)).isZero();
    line.settle();

    assertThat(line.slack.all()).hasSize(1);
  }

  @Test
  void aHouseThatIsDownForTenMinutesLosesNothingAndGetsNothingTwiceInOrder() {
    line.at("09:00");
    line.slack.answersWith(new Delivery.RetryAfter(Duration.ofSeconds(30), "503"));
    for (int i = 1; i <= 4; i++) line.post("" + i, "elendig " + i);
    for (int minute = 0; minute < 10; minute++) line.pass(Duration.ofMinutes(1));
    assertThat(line.slack.all()).isEmpty();

    line.slack.well();
    line.pass(Duration.ofMinutes(1));

    assertThat(line.cards(TimeLine.CARE))
        .extracting(m -> m.card().parts().getFirst().toString())
        .satisfiesExactly(
            one -> assertThat(one).contains("elendig 1"),
            two -> assertThat(two).contains("elendig 2"),
            three -> assertThat(three).contains("elendig 3"),
            four -> assertThat(four).contains("elendig 4"));
  }

  @Test
  void aCardWhoseAnswerWasLostIsFoundAndNotPostedAgain() {
    line.at("09:00");
    line.slack.losesTheNextAnswer();
    line.post("1", "varmepumpe?");
    assertThat(line.slack.all()).hasSize(1);

    line.pass(Duration.ofMinutes(2));

    assertThat(line.slack.all()).hasSize(1);
    line.does("ana", new TicketAction.Claim()).shows("ana", "It's yours. Thank you.");
  }

  @Test
  void manyChangesWhileTheHouseIsDownBecomeOneEdit() {
    line.at("09:00").post("1", "elendig service");
    line.slack.answersWith(new Delivery.RetryAfter(Duration.ofSeconds(30), "503"));
    line.does("ida", TimeLine.CARE, new TicketAction.Claim());
    line.does("ida", TimeLine.CARE, new TicketAction.Release());
    line.does("jon", TimeLine.CARE, new TicketAction.Claim());
    int before = line.slack.in(TimeLine.CARE).getFirst().versions().size();

    line.slack.well();
    line.pass(Duration.ofMinutes(1));

    assertThat(line.slack.in(TimeLine.CARE).getFirst().versions()).hasSize(before + 1);
    line.shows(TimeLine.CARE, "Jon Berg har tatt denne");
  }

  @Test
  void aPoisonousPostIsSetAsideAndTheOthersGoOn() {
    line.at("09:00").post("1", "poison").post("2", "varmepumpe?");
    assertThat(line.nudged()).containsExactly("ana");

    for (int i = 0; i < 10; i++) line.pass(Duration.ofMinutes(2));

    assertThat(line.parkedMentions()).isEqualTo(1);
    assertThat(line.journal)
        .filteredOn(e -> e.what().equals("entry.parked"))
        .extracting(AuditLog.Entry::detail)
        .singleElement()
        .asString()
        .endsWith(": IllegalStateException")
        .doesNotContain("cannot read this");
  }

  @Test
  void postsThatAreKeptTogetherDoNotSufferFromEachOther() {
    MentionEvent[] page = new MentionEvent[150];
    for (int i = 0; i < page.length; i++) {
      String text = i == 20 ? "poison" : i % 50 == 40 ? "varmepumpe?" : "sol og regn " + i;
      page[i] =
          new MentionEvent.Posted(line.mention("" + (i + 1), "", text, MentionKind.POST, null));
    }

    line.at("09:00");
    assertThat(line.take(page)).isEqualTo(150);
    line.settle();

    assertThat(line.journal).filteredOn(e -> e.what().equals("mention.dropped")).hasSize(146);
    assertThat(line.journal).filteredOn(e -> e.what().equals("ticket.opened")).hasSize(3);
    for (int i = 0; i < 10; i++) line.pass(Duration.ofMinutes(2));
    assertThat(line.parkedMentions()).isEqualTo(1);
    assertThat(line.journal).filteredOn(e -> e.what().equals("mention.dropped")).hasSize(146);
  }

  @Test
  void anHourWithoutTheHouseCostsNobodyTheirTimeToAnswer() {
    line.at("09:00");
    line.slack.answersWith(new Delivery.RetryAfter(Duration.ofSeconds(30), "503"));
    line.post("1", "varmepumpe?");
    line.at("09:31").at("10:02");
    line.slack.well();
    line.at("10:03");
    assertThat(line.nudged()).containsExactly("ana");

    line.at("10:32");
    assertThat(line.nudged()).containsExactly("ana");
    line.at("10:33");
    assertThat(line.nudged()).containsExactly("ana", "ben");
  }

  @Test
  void whoLeavesBeforeTheNudgeArrivesIsNotWaitedFor() {
    line.at("09:00");
    line.slack.answersWith(new Delivery.RetryAfter(Duration.ofMinutes(40), "503"));
    line.post("1", "varmepumpe?").leaves("ana");
    line.slack.well();

    line.at("09:31");

    assertThat(line.nudged()).containsExactly("ben");
  }

  @Test
  void aPostWhoseDeletionComesFirstNeverReachesAnybody() {
    line.at("09:00").delete("1").post("1", "varmepumpe?");

    assertThat(line.slack.all()).isEmpty();
    assertThat(line.maybeTicket("1")).isEmpty();
  }

  @Test
  void aNudgeThatIsOverBeforeItWentOutIsNeverSent() {
    line.at("09:00");
    line.slack.answersWith(new Delivery.RetryAfter(Duration.ofSeconds(30), "503"));
    line.post("1", "elendig varmepumpe").delete("1");

    line.slack.well();
    line.pass(Duration.ofMinutes(1));

    assertThat(line.slack.all()).isEmpty();
  }
}
