package no.grenselos.flow;

import static org.assertj.core.api.Assertions.assertThat;

import no.grenselos.chat.TicketAction;
import no.grenselos.ticket.TicketState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Others spread the words of a post that has a ticket. */
class CopyTest {
  private static final String LONG =
      "Vet noen om en varmepumpe fra Lyngheia bråker mye om natta når det er kaldt ute";

  private final TimeLine line = new TimeLine();

  @AfterEach
  void close() {
    line.close();
  }

  @Test
  void aCopyByAnotherIsReachOfTheFirst() {
    line.at("09:00").post("1", LONG);

    line.postBy("ola", "2", LONG + " #rt1").postBy("per", "3", LONG + " #rt1");

    assertThat(line.maybeTicket("2")).isEmpty();
    assertThat(line.nudged()).containsExactly("ana");
    assertThat(Texts.of(line.card("ana"))).contains("passed on 2 times");
  }

  @Test
  void aCopyOfAnAnsweredPostAsksNobodyAnew() {
    line.at("09:00").post("1", LONG);
    line.does("ana", new TicketAction.Claim()).does("ana", new TicketAction.Answered(null));

    line.postBy("ola", "2", LONG + " #rt1");

    assertThat(line.maybeTicket("2")).isEmpty();
    assertThat(line.ticket("1").state()).isInstanceOf(TicketState.Answered.class);
  }

  @Test
  void aShortTextIsEverybodysOwn() {
    line.at("09:00").post("1", "Hva koster en varmepumpe?");

    line.postBy("ola", "2", "Hva koster en varmepumpe? #rt1");

    assertThat(line.maybeTicket("2")).isPresent();
  }

  @Test
  void whoSaysMoreThanTheCopySaysSomething() {
    line.at("09:00").post("1", LONG);

    line.postBy("ola", "2", LONG + " #rt1 Min har stått og bråket i tre uker nå");

    assertThat(line.maybeTicket("2")).isPresent();
  }

  @Test
  void aCopiedComplaintIsSeenInTheCardToo() {
    line.at("09:00").post("1", LONG + ", elendig");

    line.postBy("ola", "2", LONG + ", elendig #rt1");

    assertThat(line.maybeTicket("2")).isEmpty();
    assertThat(Texts.of(line.card(TimeLine.CARE))).contains("Sier det samme", "delt én gang");
  }

  @Test
  void aComplaintThatCopiesAnExpertsQuestionIsCustomerServices() {
    line.at("09:00").post("1", LONG);

    line.postBy("ola", "2", LONG + ", elendig #rt1");

    assertThat(line.maybeTicket("2")).isPresent();
  }

  @Test
  void theAuthorWhoSaysItAllAgainHasTheSameTicket() {
    line.at("09:00").post("1", LONG);

    line.postBy("kari", "2", LONG + " #rt1");

    assertThat(line.maybeTicket("2")).isEmpty();
    assertThat(Texts.of(line.card("ana"))).contains("Wrote again").doesNotContain("passed on");
  }

  @Test
  void aCopyOfWhatIsGoneIsAPostLikeAnother() {
    line.at("09:00").post("1", LONG).delete("1");

    line.postBy("ola", "2", LONG + " #rt1");

    assertThat(line.maybeTicket("2")).isPresent();
  }

  @Test
  void aCopyThatIsEditedCountsOnce() {
    line.at("09:00").post("1", LONG).postBy("ola", "2", LONG + " #rt1");

    line.edit("2", LONG + "! #rt1");

    assertThat(line.maybeTicket("2")).isEmpty();
  }
}
