package no.grenselos.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import no.grenselos.chat.ChatEvent;
import no.grenselos.chat.ChatUser;
import no.grenselos.chat.Delivery;
import no.grenselos.chat.Press;
import no.grenselos.chat.ReplyAction;
import no.grenselos.chat.TicketAction;
import no.grenselos.expert.ExpertId;
import no.grenselos.lesson.Lesson;
import no.grenselos.lesson.Lesson.Kind;
import no.grenselos.lesson.Taught;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What deeds teach. */
class LessonTest {
  private final TimeLine line = new TimeLine();

  @AfterEach
  void close() {
    line.close();
  }

  @Test
  void aClaimAndAnAnswerTeachWhatThePostSaidAndWhoItSuits() {
    line.at("09:00").post("1", "varmepumpe?");
    line.at("09:10").does("ana", new TicketAction.Claim());
    line.does("ana", new TicketAction.Claim());
    line.does("ana", new TicketAction.Answered(null));
    line.does("ana", new TicketAction.Answered(URI.create("https://mastodon.example/@us/2")));

    assertThat(kinds()).containsExactly(Kind.CLAIMED, Kind.ANSWERED);
    assertThat(taught())
        .allSatisfy(taught -> {
          assertThat(taught.text()).isEqualTo("varmepumpe?");
          assertThat(taught.lesson().topic()).isEqualTo(TimeLine.HEAT_PUMPS);
          assertThat(taught.lesson().expert()).isEqualTo(new ExpertId("ana"));
          assertThat(taught.lesson().who()).isEqualTo("ana");
        });
  }

  @Test
  void aReplyTeachesWhenItIsOut() {
    line.at("09:00").post("1", "varmepumpe?");
    line.does("ana", new TicketAction.Claim());
    line.does("ana", new ReplyAction.Reply("Ja, men lite."));

    assertThat(kinds()).containsExactly(Kind.CLAIMED, Kind.ANSWERED);
  }

  @Test
  void notMineTeachesItsReasonAndWhoKnowsBetter() {
    line.at("09:00").post("1", "varmepumpe?");
    ChatUser siri = new ChatUser(TimeLine.handle("siri"), "");
    line.at("09:05").does("ana", new TicketAction.Pass(siri, "hun kan lyd"));

    assertThat(kinds()).containsExactly(Kind.PASSED, Kind.NAMED);
    assertThat(lessons().getFirst().reason()).isEqualTo("hun kan lyd");
    assertThat(lessons().getLast().named()).isEqualTo(new ExpertId("siri"));
    assertThat(lessons().getLast().who()).isEqualTo("ana");
  }

  @Test
  void wrongTopicAndNoMoreOfItTeach() {
    line.at("09:00").post("1", "varmepumpe?");
    line.does("ana", new TicketAction.WrongTopic());
    line.post("2", "varmepumpe igjen?").does("ben", new TicketAction.MuteTopic());

    assertThat(kinds()).containsExactly(Kind.WRONG_TOPIC, Kind.PASSED);
    assertThat(lessons().getLast().reason()).isEqualTo(Lesson.MUTED);
  }

  @Test
  void noWordInTimeTeachesThatTheyDidNotReact() {
    line.at("09:00").post("1", "varmepumpe?");
    line.at("09:30");

    assertThat(lessons())
        .singleElement()
        .satisfies(lesson -> {
          assertThat(lesson.kind()).isEqualTo(Kind.LAPSED);
          assertThat(lesson.expert()).isEqualTo(new ExpertId("ana"));
          assertThat(lesson.who()).isEqualTo("grenselos");
        });
  }

  @Test
  void whoNeverGotTheNudgeIsNotTakenForSilent() {
    line.slack.answersWith(new Delivery.Refused("no such person", "ask them"));
    line.at("09:00").post("1", "varmepumpe?");
    line.at("09:30").at("10:30");

    assertThat(lessons()).isEmpty();
  }

  @Test
  void givingBackTakesTheClaimBackAndTakingAfterAllTheSilence() {
    line.at("09:00").post("1", "varmepumpe?");
    line.at("09:10").does("ana", new TicketAction.Claim());
    line.at("09:20").does("ana", new TicketAction.Release());
    line.at("09:50");
    line.at("09:55").does("ben", new TicketAction.Claim());

    assertThat(kinds())
        .containsExactly(Kind.CLAIMED, Kind.TAKEN_BACK, Kind.LAPSED, Kind.TAKEN_BACK, Kind.CLAIMED);
    assertThat(taught().get(1).lesson().undoes()).isEqualTo(1);
    assertThat(taught().get(3).lesson().undoes()).isEqualTo(3);
    assertThat(taught()).filteredOn(Taught::inForce).extracting(Taught::number).contains(5L);
  }

  @Test
  void handingOverNamesTheColleagueAndAnAnswerTakenBackCountsNoMore() {
    line.at("09:00").post("1", "varmepumpe?");
    line.does("ana", new TicketAction.Claim());
    ChatUser ben = new ChatUser(TimeLine.handle("ben"), "");
    line.does("ana", new TicketAction.HandOver(ben));
    line.does("ben", new TicketAction.Answered(null));
    line.does("ben", new TicketAction.TakeBack(Press.ANSWERED));

    assertThat(kinds())
        .containsExactly(Kind.CLAIMED, Kind.TAKEN_BACK, Kind.NAMED, Kind.ANSWERED, Kind.TAKEN_BACK);
    assertThat(lessons().get(2).named()).isEqualTo(new ExpertId("ben"));
  }

  @Test
  void eachDeletedPostIsForgottenOnceAndTeachesNothingAfterwards() {
    line.at("09:00").post("1", "varmepumpe?").post("2", "varmepumpe to?");
    line.does("ana", new TicketAction.Claim());
    line.delete("1").delete("2").delete("9");
    line.delete("2");

    // also what taught nothing: nodes read it of late
    assertThat(kinds()).containsExactly(Kind.CLAIMED, Kind.FORGOTTEN, Kind.FORGOTTEN);
    assertThat(taught()).extracting(Taught::text).containsOnly("");
    assertThat(taught().getFirst().inForce()).isFalse();
  }

  @Test
  void theSameEventTeachesOnce() {
    line.at("09:00").post("1", "varmepumpe?");
    ChatUser ana = new ChatUser(TimeLine.handle("ana"), "");
    ChatEvent.On on =
        new ChatEvent.On.Message(line.slack.in(TimeLine.with("ana")).getFirst().ref());
    ChatEvent event =
        new ChatEvent("Ev1", ana, on, new TicketAction.Pass(null, ""), line.ticket("1").openedAt());

    line.desk.happened(event);
    line.settle();
    line.desk.happened(event);
    line.settle();

    assertThat(kinds()).containsExactly(Kind.PASSED);
    assertThat(lessons().getFirst().cause()).isEqualTo("Ev1");
  }

  private List<Taught> taught() {
    return line.store.read(books -> books.lessons().after(0, 500));
  }

  private List<Lesson> lessons() {
    return taught().stream().map(Taught::lesson).toList();
  }

  private List<Kind> kinds() {
    return lessons().stream().map(Lesson::kind).toList();
  }
}
