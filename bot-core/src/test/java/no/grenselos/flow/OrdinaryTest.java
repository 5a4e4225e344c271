package no.grenselos.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import no.grenselos.lesson.Lesson;
import no.grenselos.lesson.Lesson.Kind;
import no.grenselos.lesson.Taught;
import no.grenselos.mention.MentionId;
import no.grenselos.mention.MentionKind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The sample of posts that are nobody's. */
class OrdinaryTest {
  private final TimeLine line = new TimeLine();

  @AfterEach
  void close() {
    line.close();
  }

  @Test
  void aboutOneInTwentyIsChosenByItsIdAlone() {
    long chosen = IntStream.range(0, 10_000).filter(i -> chosen("11418" + i)).count();

    assertThat(chosen).isBetween(400L, 600L);
    assertThat(chosen("114181")).isEqualTo(chosen("114181"));
  }

  @Test
  void anOrdinaryPostOfTheSampleTeachesOnceWhatIsNobodys() {
    String id = anyChosen(0);
    line.at("09:00").post(id, "Fin tur på fjellet").edit(id, "Fin tur på fjellet i dag");
    line.post(notChosen(), "Fin tur på fjellet");

    assertThat(taught())
        .singleElement()
        .satisfies(taught -> {
          assertThat(taught.lesson().kind()).isEqualTo(Kind.NOBODYS);
          assertThat(taught.text()).isEqualTo("Fin tur på fjellet");
          assertThat(taught.lesson().topic()).isNull();
        });
  }

  @Test
  void whatConcernsSomebodyOrIsOurOwnOrEmptyIsNoSample() {
    line.at("09:00").post(anyChosen(0), "varmepumpe?");
    line.postBy("lyngheia", anyChosen(1), "Fin tur");
    line.post(anyChosen(2), " ");
    line.reshare(anyChosen(3), "77");

    assertThat(taught()).isEmpty();
  }

  @Test
  void anEditThatMakesItSomebodysTakesItBack() {
    String id = anyChosen(0);
    line.at("09:00").post(id, "Fin tur på fjellet").edit(id, "Fin tur med varmepumpe");

    assertThat(taught())
        .extracting(taught -> taught.lesson().kind())
        .containsExactly(Kind.NOBODYS, Kind.TAKEN_BACK);
    assertThat(line.nudged()).containsExactly("ana");
  }

  @Test
  void aDeletedOneIsForgotten() {
    String id = anyChosen(0);
    line.at("09:00").post(id, "Fin tur på fjellet").delete(id);

    assertThat(taught())
        .extracting(taught -> taught.lesson().kind())
        .containsExactly(Kind.NOBODYS, Kind.FORGOTTEN);
  }

  @Test
  void atMostFiveAnHourAreTaken() {
    line.at("09:00");
    for (int i = 0; i < 9; i++) line.post(anyChosen(i), "Fin tur");
    assertThat(taught()).hasSize(Ordinary.AN_HOUR);

    line.pass(Duration.ofHours(1)).post(anyChosen(9), "Fin tur");
    assertThat(taught()).hasSize(Ordinary.AN_HOUR + 1);
  }

  @Test
  void whenTheSampleIsFullTheOldestGivesWay() {
    line.store.write(books -> {
      for (int i = 0; i < Ordinary.IN_USE; i++) books.lessons().add(old("old" + i));
      return true;
    });

    line.at("09:00").post(anyChosen(0), "Fin tur");

    List<Taught> inUse =
        line.store.read(books -> books.lessons().newest(Kind.NOBODYS, 0, Integer.MAX_VALUE));
    assertThat(inUse).hasSize(Ordinary.IN_USE);
    assertThat(inUse.getFirst().lesson().mention().id()).isEqualTo(anyChosen(0));
    assertThat(inUse.getLast().number()).isEqualTo(2);
  }

  private Lesson old(String id) {
    return new Lesson(
        Kind.NOBODYS,
        new MentionId(ScriptedNetwork.NAME, id),
        null,
        null,
        null,
        "grenselos",
        "",
        "sampled",
        null,
        line.now().minus(Duration.ofDays(1)));
  }

  private boolean chosen(String id) {
    return Ordinary.chosen(line.mention(id, "", "x", MentionKind.POST, null));
  }

  private String anyChosen(int nth) {
    return IntStream.range(0, 10_000)
        .mapToObj(String::valueOf)
        .filter(this::chosen)
        .skip(nth)
        .findFirst()
        .orElseThrow();
  }

  private String notChosen() {
    return IntStream.range(0, 100)
        .mapToObj(String::valueOf)
        .filter(id -> !chosen(id))
        .findFirst()
        .orElseThrow();
  }

  private List<Taught> taught() {
    return line.store.read(books -> books.lessons().after(0, 500));
  }
}
