package no.grenselos.store;

import static no.grenselos.store.Samples.HEAT_PUMPS;
import static no.grenselos.store.Samples.T0;
import static no.grenselos.store.Samples.after;
import static no.grenselos.store.Samples.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import no.grenselos.expert.ExpertId;
import no.grenselos.lesson.Lesson;
import no.grenselos.lesson.Lesson.Kind;
import no.grenselos.lesson.Taught;
import no.grenselos.mention.MentionId;
import no.grenselos.reading.Language;
import no.grenselos.reading.TopicId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What {@link Lessons} promises. */
public interface LessonsContract extends StoreUnderTest {
  @Test
  default void lessonsComeBackInOrderWithTheWordsTheyAreAbout() {
    post("1", "", "Bråker den?");
    Lesson claimed = lesson(Kind.CLAIMED, id("1"), HEAT_PUMPS, "e1");
    Lesson named =
        new Lesson(
            Kind.NAMED,
            id("1"),
            null,
            new ExpertId("ana"),
            new ExpertId("ben"),
            "ana",
            Samples.HOSTILE.replace("\u0000", "").replace("\uD83D ", ""),
            "e2",
            null,
            after(60));

    assertThat(add(claimed)).isTrue();
    assertThat(add(named)).isTrue();

    assertThat(since(0))
        .containsExactly(
            new Taught(1, claimed, "Bråker den?", new Language("nb"), true),
            new Taught(2, named, "Bråker den?", new Language("nb"), true));
    assertThat(since(1)).extracting(Taught::number).containsExactly(2L);
    assertThat(since(2)).isEmpty();
    assertThat(reading(b -> b.lessons().after(0, 1)).result()).hasSize(1);
    assertThat(reading(b -> b.lessons().latest(1)).result())
        .extracting(Taught::lesson)
        .containsExactly(named);
  }

  @Test
  default void theSameCauseTeachesOnce() {
    assertThat(add(lesson(Kind.PASSED, id("1"), HEAT_PUMPS, "e1"))).isTrue();
    assertThat(add(lesson(Kind.PASSED, id("1"), HEAT_PUMPS, "e1"))).isFalse();
    assertThat(add(lesson(Kind.PASSED, id("1"), null, "e1"))).isTrue();
    assertThat(add(lesson(Kind.PASSED, id("1"), null, "e1"))).as("no topic twice").isFalse();
    assertThat(add(lesson(Kind.PASSED, id("2"), HEAT_PUMPS, "e1"))).isTrue();
    assertThat(add(lesson(Kind.CLAIMED, id("1"), HEAT_PUMPS, "e1"))).isTrue();
    assertThat(add(lesson(Kind.PASSED, id("1"), HEAT_PUMPS, "e2"))).isTrue();

    assertThat(numbers()).as("no gap where nothing was added").containsExactly(1L, 2L, 3L, 4L, 5L);
    assertThat(reading(b -> b.lessons().counts()).result())
        .containsExactlyInAnyOrderEntriesOf(Map.of(Kind.PASSED, 4L, Kind.CLAIMED, 1L));
  }

  @Test
  default void oneOf16ThreadsTeachesTheSameCause() {
    assertThat(Race.of(16, i -> add(lesson(Kind.CLAIMED, id("1"), HEAT_PUMPS, "e1"))))
        .containsOnlyOnce(true);
  }

  @Test
  default void takingBackSaysSoAndHappensOnce() {
    add(lesson(Kind.MORE_LIKE_THIS, id("1"), HEAT_PUMPS, "e1"));

    assertThat(takeBack(1)).isTrue();
    assertThat(takeBack(1)).isFalse();
    assertThat(takeBack(2)).as("what takes back cannot be taken back").isFalse();
    assertThat(takeBack(99)).isFalse();

    assertThat(since(0)).extracting(Taught::inForce).containsExactly(false, true);
    Lesson back = since(1).getFirst().lesson();
    assertThat(back.kind()).isEqualTo(Kind.TAKEN_BACK);
    assertThat(back.undoes()).isEqualTo(1);
    assertThat(back.topic()).isEqualTo(HEAT_PUMPS);
    assertThat(back.who()).isEqualTo("ben");
    assertThat(reading(b -> b.lessons().about(id("1"))).result())
        .extracting(t -> t.lesson().kind())
        .containsExactly(Kind.TAKEN_BACK);
  }

  @Test
  default void oneOf16ThreadsTakesALessonBack() {
    add(lesson(Kind.MORE_LIKE_THIS, id("1"), HEAT_PUMPS, "e1"));

    assertThat(Race.of(16, i -> takeBack(1))).containsOnlyOnce(true);
    assertThat(numbers()).containsExactly(1L, 2L);
  }

  @Test
  default void anErasedMentionLeavesNoWordsAndSaysSo() {
    post("1", "", "secret words");
    post("2", "", "other words");
    add(lesson(Kind.PASSED, id("1"), HEAT_PUMPS, "e1"));
    add(lesson(Kind.CLAIMED, id("2"), HEAT_PUMPS, "e2"));

    boolean forgotten =
        write(books -> {
          books.mentions().erase(id("1"), T0);
          return books.lessons().forget(id("1"), "grenselos", T0);
        });

    assertThat(forgotten).isTrue();
    List<Taught> all = since(0);
    assertThat(all).extracting(Taught::text).containsExactly("", "other words", "");
    assertThat(all).extracting(Taught::inForce).containsExactly(false, true, true);
    assertThat(all.getFirst().lesson().reason()).isEmpty();
    assertThat(all.getFirst().language()).isEqualTo(Language.UNKNOWN);
    assertThat(all.getLast().lesson().kind()).isEqualTo(Kind.FORGOTTEN);
    assertThat(writing(b -> b.lessons().forget(id("1"), "grenselos", T0)).result()).isFalse();
    assertThat(takeBack(1)).isFalse();
  }

  @Test
  default void thereIsNothingToForgetWhereNothingWasTaught() {
    assertThat(writing(b -> b.lessons().forget(id("1"), "grenselos", T0)).result()).isFalse();
    assertThat(since(0)).isEmpty();
  }

  @Test
  default void aLessonKeepsTheWordsItWasGivenAbout() {
    post("1", "", "before");
    add(lesson(Kind.CLAIMED, id("1"), HEAT_PUMPS, "e1"));
    post("1", "r2", "after");
    add(lesson(Kind.ANSWERED, id("1"), HEAT_PUMPS, "e2"));
    add(lesson(Kind.CLAIMED, id("9"), HEAT_PUMPS, "e3"));

    assertThat(since(0)).extracting(Taught::text).containsExactly("before", "after", "");
  }

  @Test
  default void theNewestOfAKindAreFoundWithoutWhatWasTakenBack() {
    for (int i = 1; i <= 5; i++) add(lesson(Kind.NOBODYS, id("" + i), null, "sample"));
    add(lesson(Kind.PASSED, id("1"), HEAT_PUMPS, "e1"));
    takeBack(4);

    assertThat(reading(b -> b.lessons().newest(Kind.NOBODYS, 1, 2)).result())
        .extracting(Taught::number)
        .containsExactly(3L, 2L);
    assertThat(reading(b -> b.lessons().find(4)).result().orElseThrow().inForce()).isFalse();
    assertThat(reading(b -> b.lessons().find(40)).result()).isEmpty();
  }

  @Test
  default void whatIsRolledBackUsesNoNumber() {
    assertThatThrownBy(() ->
            change(books -> {
              books.lessons().add(lesson(Kind.CLAIMED, id("1"), HEAT_PUMPS, "e1"));
              throw new IllegalStateException("stop");
            }))
        .hasMessage("stop");

    add(lesson(Kind.CLAIMED, id("1"), HEAT_PUMPS, "e1"));
    assertThat(numbers()).containsExactly(1L);
  }

  @Test
  default void whoReadsOnAfterTheHighestNumberMissesNothingWhileOthersWrite() throws Exception {
    int writers = 8;
    int each = 25;
    List<Long> seen = Collections.synchronizedList(new ArrayList<>());
    try (ExecutorService reader = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<?> reading = reader.submit(() -> follow(seen, writers * each));
      Race.of(writers, w -> teach(w, each));
      reading.get();
    }

    assertThat(seen).hasSize(writers * each).isSorted().doesNotHaveDuplicates();
  }

  /** Other tables are written behind the lesson, so that transactions end in another order. */
  private boolean teach(int writer, int lessons) {
    for (int i = 0; i < lessons; i++) {
      String cause = writer + "-" + i;
      change(books -> {
        books.lessons().add(lesson(Kind.CLAIMED, id(cause), HEAT_PUMPS, cause));
        for (int k = 0; k < (writer % 4) * 5; k++)
          books.audit().add(new AuditLog.Entry(T0, "ana", "a.b", null, ""));
      });
    }
    return true;
  }

  private void follow(List<Long> seen, int all) {
    long last = 0;
    while (seen.size() < all) {
      for (Taught taught : since(last)) {
        last = taught.number();
        seen.add(last);
      }
    }
  }

  private boolean post(String id, String revision, String text) {
    return write(books ->
        books
            .mentions()
            .add(Samples.mention(id, revision, text), Samples.understood(), Samples.ask(), T0));
  }

  private boolean add(Lesson lesson) {
    return write(books -> books.lessons().add(lesson));
  }

  private boolean takeBack(long number) {
    return write(books -> books.lessons().takeBack(number, "ben", after(120)));
  }

  private List<Taught> since(long number) {
    return read(books -> books.lessons().after(number, 500));
  }

  private List<Long> numbers() {
    return since(0).stream().map(Taught::number).toList();
  }

  private static Lesson lesson(Kind kind, MentionId on, @Nullable TopicId topic, String cause) {
    return new Lesson(
        kind, on, topic, new ExpertId("ana"), null, "ana", "because", cause, null, T0);
  }
}
