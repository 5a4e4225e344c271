package no.grenselos.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import no.grenselos.expert.ExpertId;
import no.grenselos.lesson.Lesson;
import no.grenselos.lesson.Lesson.Kind;
import no.grenselos.lesson.Taught;
import no.grenselos.mention.Mention;
import no.grenselos.mention.MentionId;
import no.grenselos.mention.SamplePost;
import no.grenselos.reading.Language;
import no.grenselos.reading.Reader;
import no.grenselos.reading.Topic;
import no.grenselos.reading.TopicId;
import no.grenselos.reading.meaning.Meanings;
import org.junit.jupiter.api.Test;

class SchoolingTest {
  private static final Instant START = Instant.parse("2026-11-23T08:00:00Z");
  private static final Clock CLOCK = Clock.fixed(START, ZoneOffset.UTC);
  private static final Meanings MEANINGS = Encoders.meanings(Optional.empty());
  private static final TopicId HEAT = new TopicId("heat");
  private static final String RATTLES = "Compressor rattles whenever frost arrives";
  private static final List<Topic> TOPICS = List.of(topic("heat"), topic("solar"));

  private final List<Runnable> tasks = new ArrayList<>();
  private final List<Reader> readers = new ArrayList<>();
  private final List<Taught> log = new ArrayList<>();

  @Test
  void aLessonChangesTheReaderAtOnceAndTheModelsOnceForABurst() {
    Schooling schooling = school(TOPICS);

    for (int i = 1; i <= 5; i++) schooling.learn(List.of(taught(Kind.CLAIMED, "" + i, RATTLES)));

    assertThat(readers).hasSize(5);
    assertThat(topicsOf(readers.getLast())).containsExactly(HEAT);
    assertThat(tasks).hasSize(1);
    assertThat(schooling.finding().text()).isEqualTo("5 lessons count, up to 5; learning them");
    later();
    assertThat(readers).hasSize(6);
    assertThat(topicsOf(readers.getLast())).containsExactly(HEAT);
    assertThat(schooling.finding().text()).matches("5 lessons count, up to 5; state [0-9a-f]{8}");
  }

  @Test
  void pagesOfOtherSizesComeToTheSameState() {
    for (int i = 0; i < 30; i++) {
      taught(i % 4 == 0 ? Kind.LESS_LIKE_THIS : Kind.CLAIMED, "" + i, "post number " + i);
    }

    Schooling all = school(TOPICS);
    all.learn(log);
    later();
    Schooling bits = school(TOPICS);
    for (Taught one : log) {
      bits.learn(List.of(one));
      if (one.number() % 7 == 0) later();
    }
    later();
    Schooling anew = new Schooling(MEANINGS, CLOCK, (wait, task) -> {}, new Breather(() -> 0));
    anew.learn(log);
    anew.reader(TOPICS);

    assertThat(bits.finding()).isEqualTo(all.finding());
    assertThat(anew.finding()).isEqualTo(all.finding());
  }

  @Test
  void whatIsForgottenLeavesTheStateThatWouldBeWithoutIt() {
    Schooling never = school(TOPICS);
    never.learn(List.of(taught(Kind.CLAIMED, "1", RATTLES)));
    later();
    Schooling forgot = school(TOPICS);
    forgot.learn(log);
    forgot.learn(List.of(taught(Kind.ANSWERED, "2", "my name is Kari")));
    later();
    String before = state(forgot);
    Lesson erased = Lesson.forgotten(MentionId.parse("mastodon:2"), "kari", START.plusSeconds(9));
    forgot.learn(List.of(new Taught(3, erased, "", Language.UNKNOWN, true)));
    later();

    assertThat(before).isNotEqualTo(state(never));
    assertThat(state(forgot)).isEqualTo(state(never));
  }

  @Test
  void aForgottenPostThatTaughtNothingIsNoCopysOriginalAnyMoreAndCostsNoLearning() {
    Schooling schooling = school(TOPICS);
    schooling.learn(List.of(taught(Kind.CLAIMED, "1", RATTLES)));
    later();
    Reader reader = readers.getLast();
    String before = state(schooling);
    String words = "our neighbours have a blue boat with five masts and no captain";
    reader.read(post("8", words));
    assertThat(reader.read(post("9", words)).copyOf()).isNotNull();
    int made = readers.size();

    Instant then = START.plusSeconds(9);
    for (int i = 0; i < 2; i++) {
      Lesson erased = Lesson.forgotten(MentionId.parse("mastodon:" + (8 + i)), "grenselos", then);
      schooling.learn(List.of(new Taught(2 + i, erased, "", Language.UNKNOWN, true)));
    }

    assertThat(tasks).isEmpty();
    assertThat(readers).hasSize(made);
    assertThat(state(schooling)).isEqualTo(before);
    assertThat(schooling.finding().text()).contains("up to 3");
    assertThat(reader.read(post("10", words)).copyOf()).isNull();
  }

  @Test
  void aBookWithOtherTopicsGetsAReaderThatHasLearned() {
    Schooling schooling = school(List.of(topic("solar")));
    schooling.learn(List.of(taught(Kind.MORE_LIKE_THIS, "1", RATTLES)));
    later();

    assertThat(topicsOf(readers.getLast())).isEmpty();
    assertThat(topicsOf(schooling.reader(TOPICS))).containsExactly(HEAT);
  }

  @Test
  void topicsThatAreOnlyTriedAreReadByAllThatIsKnownAndNotLearnedAbout() {
    Schooling schooling = school(List.of(topic("solar")));
    schooling.learn(List.of(taught(Kind.MORE_LIKE_THIS, "1", RATTLES)));
    later();
    String before = state(schooling);
    List<List<Topic>> told = new ArrayList<>();
    schooling.tell((about, reader) -> told.add(about));

    Reader tried = schooling.beside(TOPICS);

    assertThat(topicsOf(tried)).containsExactly(HEAT);
    assertThat(state(schooling)).isEqualTo(before);
    schooling.learn(List.of(taught(Kind.MORE_LIKE_THIS, "2", RATTLES)));
    later();
    assertThat(told).isNotEmpty().containsOnly(List.of(topic("solar")));
  }

  @Test
  void whoClaimedAPostIsKnownForItsLike() {
    Schooling schooling = school(TOPICS);
    schooling.learn(List.of(taught(Kind.CLAIMED, "1", RATTLES)));

    assertThat(schooling.of(SamplePost.saying(RATTLES).mention(), HEAT, START))
        .hasValueSatisfying(known -> assertThat(known.of(new ExpertId("ana")).mass()).isPositive());
  }

  @Test
  void aLessonThatComesWhileModelsAreMadeIsInTheNextOnes() {
    Schooling schooling = school(TOPICS);
    schooling.learn(List.of(taught(Kind.CLAIMED, "1", "something else entirely")));
    schooling.tell((about, reader) -> {
      readers.add(reader);
      if (log.size() == 1) schooling.learn(List.of(taught(Kind.CLAIMED, "2", RATTLES)));
    });

    later();
    assertThat(topicsOf(readers.getLast())).containsExactly(HEAT);
    later();
    assertThat(schooling.finding().text()).startsWith("2 lessons count, up to 2; state ");
  }

  @Test
  void aLessonThatComesWhileModelsAreMadeWaitsUntilThatIsRestedFrom() {
    List<Duration> waits = new ArrayList<>();
    AtomicLong nanos = new AtomicLong();
    Schooling schooling =
        new Schooling(
            MEANINGS,
            CLOCK,
            (wait, task) -> {
              waits.add(wait);
              tasks.add(task);
            },
            new Breather(nanos::get));
    schooling.reader(TOPICS);
    schooling.learn(List.of(taught(Kind.CLAIMED, "1", "something else entirely")));
    schooling.tell((about, reader) -> {
      if (log.size() > 1) return;
      schooling.learn(List.of(taught(Kind.CLAIMED, "2", RATTLES)));
      nanos.addAndGet(Duration.ofSeconds(1).toNanos());
    });

    later();
    later();
    Duration rest = Duration.ofSeconds(Breather.REST);
    assertThat(waits).containsExactly(Schooling.GATHERED, Schooling.GATHERED, rest);
    assertThat(schooling.finding().text()).endsWith("learning them");
    nanos.addAndGet(rest.toNanos());
    later();
    assertThat(schooling.finding().text()).startsWith("2 lessons count, up to 2; state ");
  }

  private Schooling school(List<Topic> topics) {
    Schooling schooling =
        new Schooling(MEANINGS, CLOCK, (wait, task) -> tasks.add(task), new Breather(() -> 0));
    schooling.reader(topics);
    schooling.tell((about, reader) -> readers.add(reader));
    return schooling;
  }

  private static Mention post(String id, String text) {
    Mention m = SamplePost.saying(text).mention();
    return new Mention(
        new MentionId(m.network(), id),
        m.revision(),
        id,
        m.link(),
        m.author(),
        text,
        m.kind(),
        m.language(),
        null,
        null,
        m.replyWay(),
        m.publishedAt());
  }

  private void later() {
    List<Runnable> due = List.copyOf(tasks);
    tasks.clear();
    due.forEach(Runnable::run);
  }

  private static String state(Schooling schooling) {
    String text = schooling.finding().text();
    return text.substring(text.indexOf("state"));
  }

  private static List<TopicId> topicsOf(Reader reader) {
    return reader
        .read(SamplePost.saying("my compressor rattles whenever the frost arrives").mention())
        .topics()
        .stream()
        .map(score -> score.topic())
        .toList();
  }

  private Taught taught(Kind kind, String post, String text) {
    Lesson lesson = lesson(kind, post);
    Taught taught = new Taught(log.size() + 1, lesson, text, Language.UNKNOWN, true);
    log.add(taught);
    return taught;
  }

  private static Lesson lesson(Kind kind, String post) {
    return new Lesson(
        kind,
        MentionId.parse("mastodon:" + post),
        HEAT,
        new ExpertId("ana"),
        null,
        "ana",
        "",
        "e",
        null,
        START);
  }

  private static Topic topic(String id) {
    return new Topic(
        new TopicId(id),
        Map.of("en", id),
        Map.of(),
        List.of(),
        List.of(id + " pump"),
        List.of(),
        List.of());
  }
}
