package no.grenselos.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import no.grenselos.chat.Card;
import no.grenselos.chat.ChatUser;
import no.grenselos.chat.Delivery;
import no.grenselos.chat.Part;
import no.grenselos.chat.Press;
import no.grenselos.chat.TicketAction;
import no.grenselos.expert.Cap;
import no.grenselos.ticket.TicketState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class NudgeTest {
  private TimeLine line = new TimeLine();

  @AfterEach
  void close() {
    line.close();
  }

  @Test
  void oneExpertIsAskedAndSeesThePostAndWhy() {
    line.at("09:00").post("1", "Bråker varmepumpe mye?");

    assertThat(line.nudged()).containsExactly("ana");
    Card card = line.card("ana");
    assertThat(card.headline()).isEqualTo("You know this topic: want to reply?");
    assertThat(card.parts())
        .contains(
            new Part.Post(
                "Kari (@kari)",
                URI.create("https://mastodon.example/@kari/1"),
                "Bråker varmepumpe mye?"));
    assertThat(card.toString()).contains("Because you said yes to Heat pumps", "“varmepumpe”");
    assertThat(line.buttons("ana")).containsExactly(Press.CLAIM, Press.PASS, Press.LATER);
  }

  @Test
  void nobodysTopicWakesNobody() {
    line.at("09:00").post("1", "Fin tur på fjellet i dag");

    assertThat(line.slack.all()).isEmpty();
    assertThat(line.maybeTicket("1")).isEmpty();
    assertThat(line.journal).anyMatch(e -> e.what().equals("mention.dropped"));
  }

  @Test
  void aClaimIsShownInTheSameCardAndNobodyElseIsAsked() {
    line.at("09:00").post("1", "varmepumpe?");
    line.at("09:10").does("ana", new TicketAction.Claim()).shows("ana", "It's yours. Thank you.");

    line.at("12:00");
    assertThat(line.nudged()).containsExactly("ana");
    assertThat(line.slack.all()).hasSize(1);
  }

  @Test
  void notMineAsksTheNextInTheirOwnLanguage() {
    line.at("09:00").post("1", "varmepumpe?");
    line.at("09:05").does("ana", new TicketAction.Pass(null, ""));

    line.shows("ana", "Thanks for saying so. I ask somebody else.")
        .shows("ben", "Dette kan du. Vil du svare?");
  }

  @Test
  void aNamedColleagueIsAskedFirst() {
    line.at("09:00").post("1", "varmepumpe?");
    ChatUser siri = new ChatUser(TimeLine.handle("siri"), "");
    line.at("09:05").does("ana", new TicketAction.Pass(siri, "hun kan lyd"));

    assertThat(line.nudged()).containsExactly("ana", "siri");
    line.shows("ana", "Thanks for saying so. I ask Siri Lund.");
    assertThat(line.card("siri").toString()).contains("Fordi Ana Moen sier at du kan dette.");
    line.at("09:06").does("siri", new TicketAction.Pass(null, ""));
    line.shows("ana", "Thanks for saying so. I ask somebody else.");
  }

  @Test
  void anOfferEndsAfterItsWorkingTimeAndTheNextIsAskedUntilNobodyIsLeft() {
    line.at("09:00").post("1", "varmepumpe?");
    line.at("09:29");
    assertThat(line.nudged()).containsExactly("ana");

    line.at("09:30").shows("ana", "Time went by, so I ask somebody else.");
    line.at("10:00").at("10:30");

    assertThat(line.nudged()).containsExactly("ana", "ben", "siri");
    line.shows(TimeLine.FALLBACK, "Jeg fant ingen å spørre. Er det noen her som vet?");
  }

  @Test
  void anOfferMadeLateGoesOnTheNextMorning() {
    line.at("15:45").post("1", "varmepumpe?");
    line.at("15:59").at("23:00");
    assertThat(line.nudged()).containsExactly("ana");

    line.nextDay().at("08:14");
    assertThat(line.nudged()).containsExactly("ana");
    line.at("08:15");
    assertThat(line.nudged()).containsExactly("ana", "ben");
  }

  @Test
  void outsideHoursItWaitsAndTheOldestIsOfferedFirst() {
    line.at("20:00").post("1", "varmepumpe en?").post("2", "varmepumpe to?");
    line.at("21:00").post("3", "varmepumpe tre?");
    assertThat(line.slack.all()).isEmpty();

    line.nextDay().at("08:00");

    assertThat(line.slack.all().stream().map(m -> m.card().parts().getFirst().toString()).toList())
        .satisfiesExactly(
            first -> assertThat(first).contains("en?"),
            second -> assertThat(second).contains("to?"),
            third -> assertThat(third).contains("tre?"));
  }

  @Test
  void nobodyGetsMoreThanTheirCap() {
    line.close();
    line = new TimeLine(new Cap(1, 2));
    line.at("09:00");
    for (int i = 1; i <= 5; i++) line.post("" + i, "varmepumpe?");
    assertThat(line.nudged()).containsExactlyInAnyOrder("ana", "ben", "siri");

    line.nextDay().at("08:00");
    assertThat(line.nudged()).hasSize(6);
    line.nextDay().at("08:00");
    assertThat(line.nudged()).hasSize(6);
  }

  @Test
  void laterAsksSomebodyElseAndComesBack() {
    line.at("09:00").post("1", "varmepumpe?");
    line.at("09:05").does("ana", new TicketAction.Later());
    line.at("09:06").does("ben", new TicketAction.Pass(null, ""));
    line.at("09:07").does("siri", new TicketAction.Pass(null, ""));
    assertThat(line.nudged()).containsExactly("ana", "ben", "siri");

    line.at("10:05");

    assertThat(line.nudged()).containsExactly("ana", "ben", "siri", "ana");
    line.shows("ana", "You know this topic: want to reply?");
  }

  @Test
  void releasingAsksSomebodyWhoWasNotAskedYet() {
    line.at("09:00").post("1", "varmepumpe?");
    line.at("09:05").does("ana", new TicketAction.Claim());
    line.at("09:06").does("ana", new TicketAction.Release());

    assertThat(line.nudged()).containsExactly("ana", "ben");
  }

  @Test
  void wrongTopicGoesToTheChannelAndNotToTheNextExpert() {
    line.at("09:00").post("1", "varmepumpe?");
    line.at("09:05").does("ana", new TicketAction.WrongTopic());

    assertThat(line.nudged()).containsExactly("ana");
    assertThat(line.slack.in(TimeLine.FALLBACK)).hasSize(1);
  }

  @Test
  void aMutedTopicIsNotAskedAgain() {
    line.at("09:00").post("1", "varmepumpe?");
    line.at("09:05").does("ana", new TicketAction.MuteTopic());
    line.at("09:10").post("2", "varmepumpe?").post("3", "varmepumpe?").post("4", "varmepumpe?");

    assertThat(line.nudged()).startsWith("ana", "ben").filteredOn("ana"::equals).hasSize(1);
  }

  @Test
  void takingBackNotMineGivesItToThemWhileItIsFree() {
    line.at("09:00").post("1", "varmepumpe?");
    line.at("09:05").does("ana", new TicketAction.Pass(null, ""));
    line.at("09:06").does("ana", new TicketAction.TakeBack(Press.PASS));
    assertThat(line.slack.whispers())
        .containsExactly("UANA: Somebody else is being asked already.");

    line.does("ben", new TicketAction.Pass(null, "")).does("siri", new TicketAction.Pass(null, ""));
    line.does("ana", new TicketAction.TakeBack(Press.PASS)).shows("ana", "It's yours. Thank you.");
  }

  @Test
  void aPersonWhoCannotBeReachedIsSkippedAndTheAdminSeesWhy() {
    line.slack.answersWith(new Delivery.Refused("user_disabled", "remove ana"));
    line.at("09:00").post("1", "varmepumpe?");
    line.slack.well();

    assertThat(line.journal)
        .anyMatch(e -> e.what().equals("card.refused") && e.detail().contains("remove ana"));
    assertThat(line.ticket("1").state()).isInstanceOf(TicketState.Open.class);
  }

  @Test
  void anEditShowsInTheCardAndADeleteTakesTheWordsAway() {
    line.at("09:00").post("1", "varmepumpe?").edit("1", "varmepumpe, hvilken?");
    assertThat(line.card("ana").parts().toString()).contains("hvilken");

    line.delete("1").shows("ana", "The post is gone outside, so there is nothing to answer");
    assertThat(line.card("ana").toString()).doesNotContain("hvilken", "Kari", "varmepumpe");
    assertThat(line.card("ana").buttons()).isEmpty();
  }

  @Test
  void ownPostsAndResharesNeverBecomeTickets() {
    line.at("09:00").post("1", "varmepumpe?").reshare("2", "1").reshare("3", "1");
    line.postBy("lyngheia", "4", "varmepumpe fra oss");

    assertThat(line.slack.all()).hasSize(1);
    assertThat(line.card("ana").toString()).contains("passed on 2 times");
    assertThat(line.maybeTicket("4")).isEmpty();
  }
}
