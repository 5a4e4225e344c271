package no.grenselos.lesson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import no.grenselos.lesson.Lesson.Kind;
import no.grenselos.mention.MentionId;
import no.grenselos.reading.Language;
import no.grenselos.reading.TopicId;
import no.grenselos.reading.topic.LabelledText;
import no.grenselos.reading.topic.Teaching;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LedgerTest {
  private static final TopicId HEAT = new TopicId("heat");
  private static final TopicId SOLAR = new TopicId("solar");
  private static final Set<TopicId> KNOWN = Set.of(HEAT, SOLAR);
  private static final Instant START = Instant.parse("2026-03-02T08:00:00Z");

  private final List<Taught> log = new ArrayList<>();

  @Test
  void whatWasTakenIsAnExampleAndWhatIsNotWantedTeachesSilence() {
    taught(Kind.CLAIMED, "1", HEAT, "the pump hums");
    taught(Kind.LESS_LIKE_THIS, "2", HEAT, "pumpkin soup");
    taught(Kind.NOBODYS, "3", null, "nice weather");
    taught(Kind.PASSED, "4", HEAT, "who knows");

    Teaching teaching = teaching();

    assertThat(texts(teaching.examples())).containsExactly("the pump hums");
    assertThat(texts(teaching.against())).containsExactly("pumpkin soup");
    assertThat(texts(teaching.outcomes()))
        .containsExactly("the pump hums", "pumpkin soup", "nice weather");
    assertThat(teaching.outcomes().get(1).topics()).isEmpty();
  }

  @Test
  void whatIsTakenBackCountsNoMore() {
    taught(Kind.CLAIMED, "1", HEAT, "the pump hums");
    back(1);

    assertThat(teaching()).isEqualTo(Teaching.NONE);
  }

  @Test
  void whatIsForgottenLeavesWhatWouldBeWithoutIt() {
    taught(Kind.CLAIMED, "1", HEAT, "the pump hums");
    Teaching before = teaching();
    taughtAt(START.plusSeconds(9_000_000), Kind.CLAIMED, "2", HEAT, "my name is Kari");
    log.add(
        new Taught(
            3,
            Lesson.forgotten(MentionId.parse("mastodon:2"), "kari", START.plusSeconds(9_900_000)),
            "",
            Language.UNKNOWN,
            true));

    assertThat(teaching()).isEqualTo(before);
  }

  @Test
  void theLatestLessonOnAPostAndTopicDecides() {
    taught(Kind.CLAIMED, "1", HEAT, "the pump hums");
    taught(Kind.WRONG_TOPIC, "1", HEAT, "the pump hums");

    assertThat(teaching().examples()).isEmpty();
    assertThat(texts(teaching().against())).containsExactly("the pump hums");

    taught(Kind.MORE_LIKE_THIS, "1", HEAT, "the pump hums");
    assertThat(texts(teaching().examples())).containsExactly("the pump hums");
    assertThat(teaching().against()).isEmpty();
  }

  @Test
  void aPostMayBeOneTopicsAndNotAnothers() {
    taught(Kind.CLAIMED, "1", SOLAR, "panels for the pump");
    taught(Kind.WRONG_TOPIC, "1", HEAT, "panels for the pump");

    assertThat(teaching().examples().getFirst().topics()).containsExactly(SOLAR);
    assertThat(teaching().against().getFirst().topics()).containsExactly(HEAT);
    assertThat(teaching().outcomes()).hasSize(1);
  }

  @Test
  void aLessonCountsHalfAfterItsHalfLife() {
    taught(Kind.CLAIMED, "1", HEAT, "the pump hums");
    taughtAt(START.plus(Ledger.HALF_LIFE), Kind.CLAIMED, "2", HEAT, "it drips");
    taughtAt(START.plus(Ledger.HALF_LIFE.multipliedBy(40)), Kind.CLAIMED, "3", HEAT, "late");

    List<LabelledText> examples = teaching().examples();

    assertThat(examples.get(2).weight()).isEqualTo(1);
    assertThat(examples.get(1).weight()).isEqualTo(0.05);
    log.removeLast();
    assertThat(teaching().examples().getFirst().weight()).isCloseTo(0.5, within(1e-9));
  }

  @Test
  void unknownTopicsAndErasedTextsTeachNothing() {
    taught(Kind.CLAIMED, "1", new TopicId("gone"), "the pump hums");
    taught(Kind.LESS_LIKE_THIS, "2", new TopicId("gone"), "it drips");
    taught(Kind.CLAIMED, "3", HEAT, " ");

    assertThat(teaching()).isEqualTo(Teaching.NONE);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7, 100})
  void pagesOfAnySizeGiveTheSameAsAllAtOnce(int page) {
    for (int i = 0; i < 40; i++) {
      Kind kind = i % 3 == 0 ? Kind.LESS_LIKE_THIS : Kind.CLAIMED;
      taught(kind, "" + i % 11, i % 2 == 0 ? HEAT : SOLAR, "post " + i % 11);
      if (i % 9 == 8) back(i - 2);
    }
    Ledger ledger = new Ledger();

    for (int from = 0; from < log.size(); from += page) {
      ledger.take(log.subList(from, Math.min(log.size(), from + page)));
      ledger.take(log.subList(0, from)); // heard twice
    }

    assertThat(ledger.teaching(KNOWN)).isEqualTo(teaching());
    assertThat(ledger.last()).isEqualTo(log.size());
  }

  @Test
  void ofATopicTheLatestTwoHundredTeach() {
    for (int i = 0; i < 230; i++) taught(Kind.CLAIMED, "" + i, HEAT, "post " + i);

    assertThat(texts(teaching().examples()))
        .hasSize(200)
        .startsWith("post 30")
        .endsWith("post 229");
  }

  @Test
  void aLongPostIsCutBetweenCharacters() {
    taught(Kind.CLAIMED, "1", HEAT, "a".repeat(999) + "😀".repeat(9));

    assertThat(texts(teaching().examples())).containsExactly("a".repeat(999));
  }

  private Teaching teaching() {
    Ledger ledger = new Ledger();
    ledger.take(log);
    return ledger.teaching(KNOWN);
  }

  private static List<String> texts(List<LabelledText> labels) {
    return labels.stream().map(LabelledText::text).toList();
  }

  private void taught(Kind kind, String post, @Nullable TopicId topic, String text) {
    taughtAt(START, kind, post, topic, text);
  }

  private void taughtAt(Instant at, Kind kind, String post, @Nullable TopicId topic, String text) {
    MentionId id = MentionId.parse("mastodon:" + post);
    Lesson lesson = new Lesson(kind, id, topic, null, null, "ana", "", "e", null, at);
    log.add(new Taught(log.size() + 1, lesson, text, Language.UNKNOWN, true));
  }

  private void back(long number) {
    Lesson lesson = log.get((int) number - 1).lesson().takenBack(number, "ana", START);
    log.add(new Taught(log.size() + 1, lesson, "", Language.UNKNOWN, true));
  }
}
