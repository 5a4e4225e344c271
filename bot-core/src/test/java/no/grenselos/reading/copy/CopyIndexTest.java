package no.grenselos.reading.copy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import no.grenselos.mention.MentionId;
import no.grenselos.mention.Network;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CopyIndexTest {
  private static final Instant NOON = Instant.parse("2026-11-26T12:00:00Z");
  private static final String POST =
      "Strømmen er borte i hele bygda igjen, og ingen i kundeservice svarer på telefonen";

  private final CopyIndex index = new CopyIndex();

  @ParameterizedTest
  @ValueSource(
      strings = {
        POST,
        "RT @kari: Strømmen er borte i hele bygda igjen, og ingen i kundeservice svarer på telef…",
        "Strømmen er borte i hele bygda igjen, og ingen...",
        "STRØMMEN ER BORTE i hele bygda igjen og ingen i kundeservice svarer på telefonen 😡😡",
        "Strømmen er 🔥 borte i hele bygda igjen, og ingen i kundeservice svarer på telefonen"
            + " #fail",
        "Strømmen er borte i hele bygda igjen, og ingen i kundeservice svarer https://a.example/1",
        "Hørt på maken? «Strømmen er borte i hele bygda igjen, og ingen i kundeservice svarer på"
            + " telefonen» Slik har vi det hver eneste høst, kommunen gjør ingenting",
        "Strømmen var borte i hele bygda igjen, og ingen hos kundeservice svarer på mailen",
        "Str\u200Bømmen er borte i hele byg\u00ADda igjen, og ingen i kundeservice svarer via @app",
        "Strømmen er borte i hele bygda igjen og ingen i kundeservice tar telefonen"
      })
  void copiesJoinTheFirst(String copy) {
    add("first", POST);

    assertThat(add("copy", copy)).contains(id("first"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Strømmen er borte",
        "Hvorfor svarer ingen på telefonen hos dere?",
        "Vannet er borte i hele gata, og ingen i kommunen vet når det kommer tilbake",
        "Strømmen er dyr igjen, og ingen i regjeringen svarer på hvorfor"
      })
  void otherPostsWithTheSameWordsStayAlone(String other) {
    add("first", POST);

    assertThat(add("other", other)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Takk!", "Good morning", "Ja, helt enig der", "😀😀😀", "#a #b @c"})
  void tooShortTextsJoinNobody(String text) {
    add("first", text);

    assertThat(add("second", text)).isEmpty();
    assertThat(index.size()).isZero();
  }

  @Test
  void postsOfOneMouldAreDifferentOnceTheMouldIsKnown() {
    List<String> towns = List.of("Bergen", "Oslo", "Tromsø", "Bodø", "Molde", "Hamar", "Skien");
    List<Optional<MentionId>> leaders = new ArrayList<>();
    for (int i = 0; i < 70; i++) {
      String town = towns.get(i % 7);
      leaders.add(
          add("w" + i, "Været i " + town + " i dag: " + i + " grader og vind fra " + i * i));
    }

    assertThat(leaders.subList(7, 70)).filteredOn(Optional::isPresent).isEmpty();
  }

  @Test
  void aCopyOfACutCopyLeadsToTheOldest() {
    add("first", POST);
    add("cut", "Strømmen er borte i hele bygda igjen, og ingen i kundes…");

    assertThat(add("third", "Enig! Strømmen er borte i hele bygda igjen, og ingen i"))
        .contains(id("first"));
  }

  @Test
  void afterTwoDaysTheNextOldestLeads() {
    index.add(id("first"), POST, NOON);
    index.add(id("second"), POST, NOON.plus(Duration.ofHours(40)));

    Instant justIn = NOON.plus(Duration.ofHours(48)).minusMillis(1);
    assertThat(index.add(id("third"), POST, justIn)).contains(id("first"));
    assertThat(index.add(id("fourth"), POST, justIn.plusMillis(1))).contains(id("second"));
  }

  @Test
  void afterTwoQuietDaysNothingIsLeft() {
    index.add(id("first"), POST, NOON);

    assertThat(index.add(id("second"), POST, NOON.plus(Duration.ofHours(48)))).isEmpty();
    assertThat(index.size()).isOne();
  }

  @Test
  void timeThatRunsBackCountsAsNow() {
    index.add(id("first"), POST, NOON);
    index.add(id("second"), POST, NOON.minus(Duration.ofDays(9)));

    assertThat(index.add(id("third"), POST, NOON.plus(Duration.ofHours(47)))).contains(id("first"));
  }

  @Test
  void aForgottenPostLeadsNobody() {
    add("first", POST);
    add("second", POST);

    index.forget(id("first"));

    assertThat(add("third", POST)).contains(id("second"));
  }

  @Test
  void aFullWindowLetsTheOldestGo() {
    CopyIndex small = new CopyIndex(Duration.ofHours(1), 300);
    small.add(id("first"), POST, NOON);
    for (int i = 0; i < 300; i++) small.add(id("p" + i), numbered(i), NOON);

    assertThat(small.size()).isEqualTo(300);
    assertThat(small.add(id("copy"), POST, NOON)).isEmpty();
    assertThat(small.add(id("again"), numbered(200), NOON)).contains(id("p200"));
  }

  @Test
  void groupsOutliveTheGrowthOfTheWindow() {
    add("first", POST);
    for (int i = 0; i < 3_000; i++) add("p" + i, numbered(i));

    assertThat(add("copy", POST)).contains(id("first"));
    assertThat(add("again", numbered(7))).contains(id("p7"));
  }

  @Test
  void longTextsAreKnownByTheirBeginning() {
    String text = "Vi viser til brevet om nettleie fra selskapet ".repeat(220);
    add("first", text);

    assertThat(add("copy", "RT @x " + text)).contains(id("first"));
    assertThat(add("words", "a".repeat(10_000))).isEmpty();
  }

  @Test
  void thousandsWithTheSameOpeningAreToldApartAndTheirCopiesFound() {
    for (int i = 0; i < 5_000; i++) add("p" + i, opening(i));

    assertThat(add("copy", "RT @x: " + opening(77))).contains(id("p77"));
    assertThat(add("new", opening(9_999))).isEmpty();
  }

  @Test
  void windowsThatMakeNoSenseAreRefused() {
    assertThatThrownBy(() -> new CopyIndex(Duration.ZERO, 1_000)).hasMessageContaining("PT0S");
    assertThatThrownBy(() -> new CopyIndex(Duration.ofDays(1), 3)).hasMessageContaining("3");
  }

  private static String opening(int i) {
    return "Vi beklager at alle tog er forsinket i dag på grunn av " + numbered(i);
  }

  private static String numbered(int i) {
    return "sak%d meldt%d ved stasjon%d kilde%d time%d uke%d"
        .formatted(i, i * 3, i * 5, i * 7, i * 11, i * 13);
  }

  private Optional<MentionId> add(String id, String text) {
    return index.add(id(id), text, NOON);
  }

  private static MentionId id(String id) {
    return new MentionId(new Network("x"), id);
  }
}
