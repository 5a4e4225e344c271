package no.grenselos.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import no.grenselos.chat.TicketAction;
import no.grenselos.lesson.Lesson;
import no.grenselos.lesson.Lesson.Kind;
import no.grenselos.lesson.Pupil;
import no.grenselos.lesson.Taught;
import no.grenselos.mention.MentionId;
import no.grenselos.work.Equipment;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LearningTest {
  private final TimeLine line = new TimeLine();
  private final List<Taught> learned = new ArrayList<>();

  @AfterEach
  void close() {
    line.close();
  }

  @Test
  void aNewPupilLearnsEverythingInPagesAndThenWhatIsNew() {
    for (int i = 1; i <= 1_001; i++) teach("m" + i);
    Learning learning = learning(learned::addAll);

    assertThat(learning.round()).isZero();
    assertThat(learned).hasSize(500);
    assertThat(learning.round()).isZero();
    assertThat(learning.round()).isEqualTo(Learning.POLL);
    assertThat(learned)
        .extracting(Taught::number)
        .containsExactlyElementsOf(LongStream.rangeClosed(1, 1_001).boxed().toList());

    assertThat(learning.round()).isEqualTo(Learning.POLL);
    teach("new");
    learning.round();
    assertThat(learned).hasSize(1_002);
  }

  @Test
  void whatAPupilFailsOnComesAgain() {
    teach("1");
    AtomicInteger calls = new AtomicInteger();
    Learning learning =
        learning(fresh -> {
          if (calls.incrementAndGet() == 1) throw new IllegalStateException("not today");
          learned.addAll(fresh);
        });

    assertThatThrownBy(learning::round).hasMessage("not today");
    teach("2");
    learning.round();

    assertThat(learned).extracting(Taught::number).containsExactly(1L, 2L);
  }

  @Test
  void anActionOnOneNodeReachesThePupilsOfBothAndAFailingPupilStopsNothing() throws Exception {
    line.at("09:00").post("1", "varmepumpe?");
    BlockingQueue<Lesson> here = new LinkedBlockingQueue<>();
    BlockingQueue<Lesson> there = new LinkedBlockingQueue<>();
    AtomicInteger failures = new AtomicInteger(2);
    Desk one = desk(fresh -> fresh.forEach(taught -> here.add(taught.lesson())));
    Desk other =
        desk(fresh -> {
          if (failures.getAndDecrement() > 0) throw new IllegalStateException("not today");
          fresh.forEach(taught -> there.add(taught.lesson()));
        });

    List<Engine> nodes =
        List.of(
            Engine.start(one, List.of(), List.of(), List.of(line.slack), "one"),
            Engine.start(other, List.of(), List.of(), List.of(line.slack), "other"));
    try {
      one.happened(line.event("ana", new TicketAction.Claim()));
      assertThat(next(here).kind()).isEqualTo(Kind.CLAIMED);
      assertThat(next(there).kind()).isEqualTo(Kind.CLAIMED);
      assertThat(failures.get()).as("it failed twice before").isNegative();

      one.happened(line.event("ana", new TicketAction.Answered(null)));
      assertThat(next(there).kind()).isEqualTo(Kind.ANSWERED);
    } finally {
      nodes.forEach(Engine::close);
    }
  }

  /** Without the time line's journal, which is for one thread. */
  private Desk desk(Pupil pupil) {
    Equipment e = line.node(pupil);
    return new Desk(
        new Equipment(
            e.store(),
            e.rules(),
            e.outside(),
            e.channelHouse(),
            e.clock(),
            entry -> {},
            pupil,
            e.lease()));
  }

  private static Lesson next(BlockingQueue<Lesson> lessons) throws InterruptedException {
    Lesson lesson = lessons.poll(20, TimeUnit.SECONDS);
    if (lesson == null) throw new AssertionError("no lesson in time");
    return lesson;
  }

  private Learning learning(Pupil pupil) {
    return new Learning(desk(pupil).room());
  }

  private void teach(String mention) {
    MentionId id = new MentionId(ScriptedNetwork.NAME, mention);
    Lesson lesson =
        new Lesson(
            Kind.NOBODYS, id, null, null, null, "grenselos", "", "sampled", null, line.now());
    line.store.write(books -> books.lessons().add(lesson));
  }
}
