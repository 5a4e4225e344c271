package no.grenselos.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import no.grenselos.chat.Card;
import no.grenselos.chat.ChatEvent;
import no.grenselos.chat.ReplyAction;
import no.grenselos.chat.TicketAction;
import no.grenselos.expert.Absence;
import no.grenselos.expert.Expert;
import no.grenselos.expert.Level;
import no.grenselos.expert.Manner;
import no.grenselos.lesson.Pupil;
import no.grenselos.route.RuleBook;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Tuesday 15 September 2026 is where the line begins; letters come on Friday at two, if chosen. */
class LetterTest {
  private TimeLine line = new TimeLine(book -> wanting(book, DayOfWeek.FRIDAY, Level.POST));

  @AfterEach
  void close() {
    line.close();
  }

  private void untilFriday() {
    line.nextDay().nextDay().nextDay();
  }

  @Test
  void theLetterTellsWhatOneDidWhatCameOfItAndWhatWaits() {
    line.at("09:00").post("1", "Bråker varmepumpe mye?");
    line.does("ana", new TicketAction.Claim());
    line.does("ana", new ReplyAction.Reply("Nei, som et kjøleskap."));
    line.replyBy("kari", "2", "r1", "r1", "Tusen takk");
    line.post("3", "Hvor står en varmepumpe best?");
    untilFriday();
    line.at("13:59");
    assertThat(letters("ana")).isEmpty();

    line.at("14:00");

    Card letter = letters("ana").getFirst();
    assertThat(letter.headline()).isEqualTo("Your week out there");
    assertThat(letter.toString())
        .contains(
            "You answered one post.",
            "Bråker varmepumpe mye?",
            "One person said thanks:",
            "Tusen takk",
            "One post on your topics waits",
            "Hvor står en varmepumpe best?",
            "Only you see this.");
    assertThat(letters("ben").getFirst().headline()).isEqualTo("Uka di der ute");
    assertThat(letters("ben").getFirst().toString())
        .contains("Ett innlegg om temaene dine venter")
        .doesNotContain("svarte", "Ana");
  }

  @Test
  void whatWaitsCanBeTakenFromTheLetter() {
    line.at("15:00").post("1", "varmepumpe?");
    untilFriday();
    line.at("14:00");

    ChatEvent.On.About on = (ChatEvent.On.About) letters("siri").getFirst().more().getFirst().on();
    line.does("siri", on.subject(), new TicketAction.Claim());

    line.shows("siri", "Den er din. Takk.");
  }

  @Test
  void thereIsNoLetterWhenThereIsNothingToTell() {
    line.at("09:00").post("1", "varmepumpe?");
    line.does("ana", new TicketAction.Claim()).does("ana", new TicketAction.Answered(null));
    untilFriday();
    line.at("14:00");

    assertThat(letters("ana")).hasSize(1);
    assertThat(letters("ben")).isEmpty();
  }

  @Test
  void oneLetterAWeekAlsoWithTwoNodesAndAfterARestart() throws InterruptedException {
    line.at("09:00").post("1", "varmepumpe?");
    line.does("ana", new TicketAction.Claim()).does("ana", new TicketAction.Answered(null));
    untilFriday();
    line.at("13:00");
    Rounds other =
        new Rounds(new Desk(line.node(Pupil.NOBODY)), List.of(line.slack), Runnable::run);
    line.clock().pass(Duration.ofHours(1));
    while (other.timers().isZero()) other.errands();
    line.settle();
    line.at("15:30").post("2", "varmepumpe til?");

    assertThat(letters("ana")).hasSize(1);
    for (int day = 0; day < 7; day++) line.nextDay();
    line.at("14:00");
    assertThat(letters("ana")).hasSize(2);
  }

  @Test
  void whoeverIsNeverNudgedGetsPostsToRead() {
    line.close();
    line = new TimeLine(book -> wanting(book, DayOfWeek.FRIDAY, Level.WATCH));
    for (int i = 1; i <= 9; i++)
      line.at("0" + i + ":00").post("p" + i, "varmepumpe nummer " + i + "?");
    untilFriday();
    line.at("14:00");

    assertThat(letters("ana").getFirst().headline()).isEqualTo("Worth reading on your topics");
    assertThat(letters("ana").getFirst().toString()).contains("9 posts came.", "And one more.");
    assertThat(letters("ben").getFirst().headline()).isEqualTo("Verdt å lese om temaene dine");
    assertThat(letters("ben").getFirst().more()).isEmpty();
  }

  @Test
  void whoLeftTheRuleBookGetsNone() {
    line.at("09:00").post("1", "varmepumpe?");
    line.does("ana", new TicketAction.Claim()).does("ana", new TicketAction.Answered(null));
    line.leaves("ana");
    untilFriday();
    line.at("14:00");

    assertThat(letters("ana")).isEmpty();
  }

  @Test
  void theDayIsTheirsToChoose() {
    line.at("09:00").post("1", "varmepumpe?");
    line.does("ana", new TicketAction.Claim()).does("ana", new TicketAction.Answered(null));
    line.under(book -> wanting(book, DayOfWeek.MONDAY, Level.POST));
    untilFriday();
    line.at("14:00");
    assertThat(letters("ana")).isEmpty();

    untilFriday();
    line.at("14:00");
    assertThat(letters("ana")).hasSize(1);
  }

  @Test
  void whoWantsNoneGetsNone() {
    line.close();
    line = new TimeLine(book -> wanting(book, null, Level.POST));
    line.at("09:00").post("1", "varmepumpe?");
    untilFriday();
    line.at("14:00");

    assertThat(letters("ana")).isEmpty();
  }

  private static RuleBook wanting(RuleBook book, @Nullable DayOfWeek day, Level level) {
    Manner manner = new Manner(level, Set.of(), false, day, Absence.NONE);
    return new RuleBook(
        book.revision() + 1,
        book.house(),
        book.routes(),
        book.silences(),
        book.topics(),
        book.experts().stream()
            .map(e ->
                new Expert(
                    e.id(),
                    e.name(),
                    e.title(),
                    e.handles(),
                    e.topics(),
                    e.languages(),
                    e.hours(),
                    e.cap(),
                    e.speaks(),
                    manner))
            .toList(),
        book.teams());
  }

  private List<Card> letters(String who) {
    return line.slack.in(TimeLine.with(who)).stream()
        .filter(shown ->
            line.store
                .read(books -> books.placements().find(shown.id()))
                .filter(card -> card.subject().toString().startsWith("digest:" + who))
                .isPresent())
        .map(ScriptedHouse.Shown::card)
        .toList();
  }
}
