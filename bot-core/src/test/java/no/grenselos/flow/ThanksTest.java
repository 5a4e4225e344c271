package no.grenselos.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import no.grenselos.chat.Card;
import no.grenselos.chat.Part;
import no.grenselos.chat.ReplyAction;
import no.grenselos.chat.TicketAction;
import no.grenselos.mention.MentionEvent;
import no.grenselos.mention.MentionId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ThanksTest {
  private final TimeLine line = new TimeLine();

  @AfterEach
  void close() {
    line.close();
  }

  /** Ana answers Kari; the answer is post r1 outside. */
  private void answered() {
    line.at("09:00").post("1", "Bråker varmepumpe mye?");
    line.does("ana", new TicketAction.Claim());
    line.does("ana", new ReplyAction.Reply("Nei, som et kjøleskap."));
    line.shows("ana", "Your answer is out. Thank you for going there.");
  }

  @Test
  void theExpertHearsOfThanksOnceInTheSameCard() {
    answered();
    line.at("10:00").replyBy("kari", "2", "r1", "r1", "@lyngheia Tusen takk! 🙏");

    Card card = line.card("ana");
    assertThat(card.toString()).contains("They thanked you:");
    assertThat(card.parts().stream().filter(Part.Post.class::isInstance))
        .extracting(part -> ((Part.Post) part).text())
        .containsExactly("Bråker varmepumpe mye?", "@lyngheia Tusen takk! 🙏");
    assertThat(line.slack.all()).hasSize(1);
    assertThat(line.slack.whispers()).isEmpty();
    assertThat(line.maybeTicket("2")).isEmpty();
    int edits = line.slack.all().getFirst().versions().size();
    line.edit("2", "@lyngheia Tusen takk! 🙏 ");
    line.at("11:00");
    assertThat(line.slack.all().getFirst().versions()).hasSize(edits);
  }

  @Test
  void thanksInTheSameThreadCountToo() {
    answered();
    line.replyBy("kari", "2", "1", "1", "takk for svar");

    assertThat(line.card("ana").toString()).contains("They thanked you:", "takk for svar");
  }

  @Test
  void thanksByOthersOrBeforeTheAnswerAreNotThanksForIt() {
    line.at("09:00").post("1", "Bråker varmepumpe mye?");
    line.replyBy("kari", "2", "1", "1", "Takk for varmepumpe i fjor");
    line.does("ana", new TicketAction.Claim()).does("ana", new TicketAction.Answered(null));
    line.replyBy("odd", "3", "1", "1", "takk for svar");

    assertThat(line.card("ana").toString()).doesNotContain("They thanked you");
  }

  @Test
  void whoeverSaysMoreThanThanksWaitsForSomebody() {
    answered();
    for (String text :
        List.of(
            "Takk, men varmepumpe virker fortsatt ikke",
            "Takk for ingenting, varmepumpe er død",
            "Thanks, how loud is a varmepumpe at night?",
            "Takk, elendig varmepumpe")) {
      String id = "m" + text.hashCode();
      line.replyBy("kari", id, "r1", "r1", text);
      assertThat(lookedAfter(id)).as(text).isTrue();
    }

    assertThat(line.card("ana").toString()).doesNotContain("They thanked you");
  }

  /** By a ticket of its own, or by the one that came back. */
  private boolean lookedAfter(String id) {
    MentionId post = new MentionId(ScriptedNetwork.NAME, id);
    return line.maybeTicket(id).isPresent()
        || line.store.read(books -> books.care().followed(post)).isPresent();
  }

  @Test
  void aQuestionUnderTheAnswerIsTheirsAgainInTheSameCard() {
    answered();
    line.replyBy("kari", "2", "r1", "r1", "Gjelder det en eldre varmepumpe også?");

    Card own = line.slack.in(TimeLine.with("ana")).getFirst().card();
    assertThat(own.toString()).contains("Wrote again", "Gjelder det en eldre varmepumpe også?");
  }

  @Test
  void likesAreCountedByAuthorAndOthersAndNameNobody() {
    answered();
    for (String fan : List.of("kari", "odd", "solveig", "odd")) {
      line.happens(
          new MentionEvent.Liked(new MentionId(ScriptedNetwork.NAME, "r1"), fan, line.now()));
    }
    line.happens(
        new MentionEvent.Liked(new MentionId(ScriptedNetwork.NAME, "other"), "odd", line.now()));

    String card = line.card("ana").toString();
    assertThat(card).contains("They like the answer.", "2 others like it too.");
    assertThat(card).doesNotContain("solveig");
  }

  @Test
  void thanksAreTakenAwayWithThePostThatSaidThem() {
    answered();
    line.replyBy("kari", "2", "r1", "r1", "Tusen takk");
    line.delete("2");
    line.does("ana", new TicketAction.Answered(null)).edit("1", "Bråker varmepumpe?");

    assertThat(line.card("ana").toString())
        .contains("They thanked you:")
        .doesNotContain("Tusen takk");
  }

  @Test
  void thanksForACaseOfCustomerServiceStandInItsCard() {
    line.at("09:00").post("1", "elendig service");
    line.does("ida", TimeLine.CARE, new TicketAction.Claim());
    line.does("ida", TimeLine.CARE, new ReplyAction.Reply("Vi ordner det."));
    line.replyBy("kari", "2", "r1", "r1", "Takk, supert!");

    assertThat(line.card(TimeLine.CARE).toString()).contains("De sa takk:", "Takk, supert!");
    assertThat(line.slack.in(TimeLine.CARE)).hasSize(1);
  }
}
