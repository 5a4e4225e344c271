package no.grenselos.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import no.grenselos.mention.MentionEvent;
import no.grenselos.mention.MentionKind;
import no.grenselos.store.Inbox;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Posts of one conversation come in an order of their own. */
class ConversationOrderTest {
  private final TimeLine line = new TimeLine();

  @AfterEach
  void close() {
    line.close();
  }

  @Test
  void inOnePageWhatIsAnsweredGoesFirst() {
    line.at("09:00");
    line.take(
        line.reply("per", "3", "2", "Min varmepumpe også"),
        line.reply("ola", "2", "1", "Min varmepumpe bråker"),
        question("1"));

    line.settle().pass(Duration.ofSeconds(2)).pass(Duration.ofSeconds(10));

    assertThat(line.maybeTicket("1")).isPresent();
    assertThat(line.maybeTicket("2")).isEmpty();
    assertThat(line.maybeTicket("3")).isEmpty();
    assertThat(Texts.of(line.card("ana"))).contains("Min varmepumpe bråker", "Min varmepumpe også");
    assertThat(line.nudged()).containsExactly("ana");
  }

  @Test
  void aReplyWaitsWhileAnotherNodeWorksOnThePost() {
    line.at("09:00");
    line.take(question("1"), line.reply("ola", "2", "1", "Min varmepumpe bråker"));
    List<Inbox.Entry<MentionEvent>> others =
        line.store.write(
            books -> books.mentionInbox().lease(1, line.now(), line.now().plusSeconds(5)));
    assertThat(others)
        .singleElement()
        .satisfies(e -> assertThat(e.event().id().id()).isEqualTo("1"));

    line.settle();
    assertThat(line.maybeTicket("2")).isEmpty();

    line.pass(Duration.ofSeconds(5)).pass(Duration.ofSeconds(10));
    assertThat(line.maybeTicket("1")).isPresent();
    assertThat(line.maybeTicket("2")).isEmpty();
    assertThat(Texts.of(line.card("ana"))).contains("Min varmepumpe bråker");
  }

  @Test
  void postsThatAnswerEachOtherAreWaitedForNoLongerThanAMinuteOrTwo() {
    line.at("09:00");
    line.take(
        line.reply("ola", "1", "2", "Min varmepumpe bråker"),
        line.reply("per", "2", "1", "Min varmepumpe også"),
        line.reply("siv", "3", "3", "Og min varmepumpe?"));

    line.settle();
    for (int i = 0; i < 10; i++) line.pass(Duration.ofSeconds(10));

    assertThat(line.maybeTicket("1").isPresent()).isNotEqualTo(line.maybeTicket("2").isPresent());
    assertThat(line.maybeTicket("3")).isPresent();
    long left = line.store.read(books -> books.mentionInbox().waiting());
    assertThat(left).isZero();
  }

  @Test
  void aPostThatComesAfterItsReplyJoinsTheReplysTicket() {
    line.at("09:00").replyBy("ola", "2", "1", "1", "Min varmepumpe bråker");

    line.at("09:05").happens(question("1"));

    assertThat(line.maybeTicket("1")).isEmpty();
    assertThat(line.nudged()).containsExactly("ana");
    assertThat(Texts.of(line.card("ana"))).contains("Bråker varmepumpe mye?");
  }

  @Test
  void aReplyThatWasNobodysJoinsWhenItsPostComes() {
    line.at("09:00").replyBy("ola", "2", "1", "1", "Samme her");
    assertThat(line.nudged()).isEmpty();

    line.at("09:05").happens(question("1"));

    assertThat(line.maybeTicket("1")).isPresent();
    assertThat(Texts.of(line.card("ana"))).contains("Samme her");
  }

  @Test
  void aComplaintThatComesAfterAnExpertsReplyIsCustomerServicesAllTheSame() {
    line.at("09:00").replyBy("ola", "2", "1", "1", "Min varmepumpe bråker");

    line.at("09:05").post("1", "elendig service");

    assertThat(line.maybeTicket("1")).isPresent();
    assertThat(line.cards(TimeLine.CARE)).hasSize(1);
  }

  @Test
  void whatIsDeletedBeforeItsPostComesJoinsNothing() {
    line.at("09:00").replyBy("ola", "2", "1", "1", "Samme her").delete("2");

    line.at("09:05").happens(question("1"));

    assertThat(Texts.of(line.card("ana"))).doesNotContain("In the same conversation");
  }

  private MentionEvent question(String id) {
    return new MentionEvent.Posted(
        line.mention(id, "", "Bråker varmepumpe mye?", MentionKind.POST, null));
  }
}
