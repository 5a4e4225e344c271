package no.grenselos.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import no.grenselos.chat.ReplyAction;
import no.grenselos.chat.TicketAction;
import no.grenselos.expert.Colleague;
import no.grenselos.ticket.TicketState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Somebody answers, or quotes, a post that has a ticket. */
class ConversationTest {
  private static final Colleague ANA = new Colleague("ana", "Ana Moen");

  private final TimeLine line = new TimeLine();

  @AfterEach
  void close() {
    line.close();
  }

  @Test
  void aReplyToAnOfferedPostIsShownInItsCardAndAsksNobody() {
    line.at("09:00").post("1", "Bråker varmepumpe mye?");

    line.replyBy("ola", "2", "1", "1", "Lurer på det om varmepumpe selv");

    assertThat(line.maybeTicket("2")).isEmpty();
    assertThat(line.nudged()).containsExactly("ana");
    assertThat(Texts.of(line.card("ana")))
        .contains("In the same conversation", "Lurer på det om varmepumpe selv");
    assertThat(line.slack.whispers()).isEmpty();
  }

  @Test
  void aQuoteJoinsAndSoDoesAReplyToIt() {
    line.at("09:00").post("1", "Bråker varmepumpe mye?");

    line.quoteBy("ola", "2", "1", "Er varmepumpe bra?");
    line.replyBy("per", "3", "2", "2", "Min varmepumpe er bra");

    assertThat(line.maybeTicket("2")).isEmpty();
    assertThat(line.maybeTicket("3")).isEmpty();
    assertThat(line.nudged()).containsExactly("ana");
    assertThat(Texts.of(line.card("ana"))).contains("Er varmepumpe bra?", "Min varmepumpe er bra");
  }

  @Test
  void theAuthorsQuoteOfTheirOwnPostIsTheSameConversation() {
    claimed();

    line.quoteBy("kari", "2", "1", "Ingen som vet om varmepumpe?");

    assertThat(line.maybeTicket("2")).isEmpty();
    assertThat(Texts.of(line.card("ana"))).contains("Wrote again");
    assertThat(line.slack.whispers()).singleElement().asString().endsWith("and it is yours.");
  }

  @Test
  void whoeverHasThePostIsToldOfOthersOnceAnHour() {
    claimed();

    line.replyBy("ola", "2", "1", "1", "Godt spørsmål");
    line.at("09:10").replyBy("per", "3", "1", "1", "Følger");
    assertThat(line.slack.whispers())
        .singleElement()
        .asString()
        .startsWith("UANA: ola (https://mastodon.example/@kari/2) wrote in the conversation of")
        .doesNotContain("Godt spørsmål");

    line.at("10:05").replyBy("siv", "4", "1", "1", "Jeg også");
    assertThat(line.slack.whispers()).hasSize(2);
    assertThat(Texts.of(line.card("ana"))).contains("Godt spørsmål", "Følger", "Jeg også");
  }

  @Test
  void theNewestThreeAreShownAndTheOthersCounted() {
    line.at("09:00").post("1", "Bråker varmepumpe mye?");

    for (int i = 2; i <= 6; i++) line.replyBy("ola", "" + i, "1", "1", "svar nummer " + i);

    assertThat(Texts.of(line.card("ana")))
        .contains("2 more posts joined before", "svar nummer 4", "svar nummer 6")
        .doesNotContain("svar nummer 3");
  }

  @Test
  void praiseIsShownAndCallsNobody() {
    claimed();

    line.replyBy("ola", "2", "1", "1", "tusen takk til varmepumpe");

    assertThat(Texts.of(line.card("ana"))).contains("tusen takk til varmepumpe");
    assertThat(line.slack.whispers()).isEmpty();
  }

  @Test
  void whoAsksOnUnderOurAnswerIsForWhoeverGaveIt() {
    published();

    line.at("11:00").replyBy("ola", "2", "r1", "r1", "Gjelder det gammel varmepumpe også?");

    assertThat(line.maybeTicket("2")).isEmpty();
    assertThat(line.ticket("1").state()).isEqualTo(new TicketState.Claimed(ANA, line.now()));
    assertThat(line.nudged()).containsExactly("ana");
    assertThat(line.slack.whispers())
        .singleElement()
        .asString()
        .startsWith("UANA: ola (")
        .endsWith("and it is yours again.");
  }

  @Test
  void whatNobodyNeedsToAnswerIsToldAndLeavesTheAnswerAsItIs() {
    published();

    line.at("11:00").replyBy("ola", "2", "r1", "r1", "Godt å vite");

    assertThat(line.ticket("1").state()).isInstanceOf(TicketState.Answered.class);
    assertThat(line.slack.whispers()).hasSize(1);
    assertThat(Texts.of(line.card("ana"))).contains("Godt å vite");
  }

  @Test
  void whoAsksOnWhenTheAnswererWentHomeDoesNotWaitForThem() {
    published();

    line.at("19:00").replyBy("ola", "2", "r1", "r1", "Og gammel varmepumpe?");

    assertThat(line.maybeTicket("2")).isPresent();
    assertThat(line.ticket("1").state()).isInstanceOf(TicketState.Answered.class);
    assertThat(line.slack.whispers()).isEmpty();
  }

  @Test
  void whatTheCompanyWritesJoinsNothingAndLeadsToTheTicketAllTheSame() {
    claimed();
    line.replyBy("lyngheia", "2", "1", "1", "Vi ser på varmepumpe");
    assertThat(Texts.of(line.card("ana"))).doesNotContain("Vi ser på varmepumpe");

    line.replyBy("ola", "3", "2", "2", "Bra med varmepumpe");

    assertThat(line.maybeTicket("2")).isEmpty();
    assertThat(line.maybeTicket("3")).isEmpty();
    assertThat(Texts.of(line.card("ana"))).contains("Bra med varmepumpe");
  }

  @Test
  void anAnswerFromAColleaguesOwnAccountIsKnownByItsAddress() {
    claimed();
    URI where = URI.create("https://mastodon.example/@kari/2");
    line.does("ana", new TicketAction.Answered(where));

    line.replyBy("anaprivat", "2", "1", "1", "En varmepumpe bråker lite");
    line.replyBy("ola", "3", "2", "2", "Takk, da kjøper jeg");

    assertThat(line.maybeTicket("2")).isEmpty();
    assertThat(line.nudged()).containsExactly("ana");
    assertThat(Texts.of(line.card("ana")))
        .contains("Takk, da kjøper jeg")
        .doesNotContain("En varmepumpe bråker lite");
  }

  @Test
  void anothersComplaintUnderAnExpertsPostIsCustomerServices() {
    claimed();

    line.replyBy("ola", "2", "1", "1", "elendig service");

    assertThat(line.maybeTicket("2")).isPresent();
    assertThat(line.cards(TimeLine.CARE)).hasSize(1);
  }

  @Test
  void anothersComplaintUnderAComplaintJoinsIt() {
    line.at("09:00").post("1", "elendig service");

    line.replyBy("ola", "2", "1", "1", "elendig service her også");

    assertThat(line.maybeTicket("2")).isEmpty();
    assertThat(Texts.of(line.card(TimeLine.CARE))).contains("elendig service her også");
  }

  @Test
  void afterAnEndWithoutAnswerOthersGoTheirOrdinaryWay() {
    line.at("09:00").post("1", "Bråker varmepumpe mye?");
    line.does("ana", new TicketAction.NotWorthAnswering());

    line.replyBy("ola", "2", "1", "1", "Hva koster varmepumpe?");

    assertThat(line.maybeTicket("2")).isPresent();
  }

  @Test
  void anAuthorWhoTookThePostAwayBeginsAnew() {
    claimed();
    line.delete("1");

    line.replyBy("kari", "2", "1", "1", "Og hva med varmepumpe nå?");

    assertThat(line.maybeTicket("2")).isPresent();
  }

  @Test
  void editsShowAndDeletesTakeAwayWhatJoined() {
    claimed();
    line.replyBy("kari", "2", "1", "1", "Og om vinteren?");

    line.edit("2", "Og om sommeren?");
    assertThat(Texts.of(line.card("ana")))
        .contains("Og om sommeren?")
        .doesNotContain("Og om vinteren?");
    assertThat(line.slack.whispers()).hasSize(1);

    line.delete("2");
    assertThat(Texts.of(line.card("ana"))).doesNotContain("Og om sommeren?");
  }

  private void claimed() {
    line.at("09:00").post("1", "Bråker varmepumpe mye?");
    line.does("ana", new TicketAction.Claim());
  }

  private void published() {
    claimed();
    line.does("ana", new ReplyAction.Reply("Nei, som et kjøleskap."));
    assertThat(line.pass(Duration.ZERO).ticket("1").state())
        .isInstanceOf(TicketState.Answered.class);
  }
}
