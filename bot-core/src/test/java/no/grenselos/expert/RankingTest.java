package no.grenselos.expert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import no.grenselos.reading.Language;
import no.grenselos.reading.TopicId;
import org.junit.jupiter.api.Test;

class RankingTest {
  private static final TopicId HEAT = new TopicId("heat-pumps");
  private static final Instant MONDAY_NOON = Instant.parse("2026-11-23T11:00:00Z");
  private static final Instant TUESDAY_EIGHT = Instant.parse("2026-11-24T07:00:00Z");
  private final Expert ana = expert("ana", Set.of("nb", "en"), 16);
  private final Expert ben = expert("ben", Set.of(), 16);
  private final Expert cat = expert("cat", Set.of("en"), 16);

  @Test
  void theOneWithTheFewestNudgesIsAskedFirst() {
    Ranking ranking =
        Ranking.of(List.of(ana, ben), at(Map.of(id("ana"), new Load(0, 2)), Map.of()));

    assertThat(ranking.best()).contains(ben);
    assertThat(ranking.fits())
        .extracting(fit -> fit.expert().id())
        .containsExactly(id("ben"), id("ana"));
    assertThat(ranking.fits().getLast().reason())
        .isEqualTo("owns the topic, asked 2 times this week");
  }

  @Test
  void equalsAreRankedByIdSoThatTwoNodesAgree() {
    assertThat(Ranking.of(List.of(ben, ana), at(Map.of(), Map.of())).best()).contains(ana);
  }

  @Test
  void whoDidNotSayYesToTheTopicIsNotEvenLeftOut() {
    Ranking ranking =
        Ranking.of(
            List.of(ana),
            new Ranking.Situation(
                new TopicId("solar"), new Language("nb"), Map.of(), Map.of(), MONDAY_NOON));

    assertThat(ranking.fits()).isEmpty();
    assertThat(ranking.leftOut()).isEmpty();
  }

  @Test
  void outsideTheirHoursTheyMightBeAskedAtTheNextOpening() {
    Expert early = expert("early", Set.of(), 11);

    Ranking ranking = Ranking.of(List.of(early), at(Map.of(), Map.of()));

    assertThat(ranking.best()).isEmpty();
    assertThat(ranking.leftOut())
        .containsExactly(new Candidacy.LeftOut(early, "outside their hours", TUESDAY_EIGHT));
    assertThat(ranking.nextChance()).contains(TUESDAY_EIGHT);
  }

  @Test
  void atTheDaysCapTheyMightBeAskedTomorrow() {
    Ranking ranking = Ranking.of(List.of(ana), at(Map.of(id("ana"), new Load(1, 1)), Map.of()));

    assertThat(ranking.leftOut())
        .containsExactly(
            new Candidacy.LeftOut(ana, "at their cap: 1 today, 1 this week", TUESDAY_EIGHT));
  }

  @Test
  void atTheWeeksCapNobodyIsAsked() {
    assertThat(Ranking.of(List.of(ana), at(Map.of(id("ana"), new Load(0, 3)), Map.of())).best())
        .isEmpty();
  }

  @Test
  void whoAskedToWaitIsLeftOutUntilThen() {
    Instant later = MONDAY_NOON.plusSeconds(3600);

    Ranking ranking = Ranking.of(List.of(ana), at(Map.of(), Map.of(id("ana"), later)));

    assertThat(ranking.leftOut())
        .containsExactly(new Candidacy.LeftOut(ana, "asked to wait", later));
  }

  @Test
  void whoWasAskedBeforeIsOutForGood() {
    Ranking ranking = Ranking.of(List.of(ana), at(Map.of(), Map.of(id("ana"), Instant.MAX)));

    assertThat(ranking.leftOut())
        .containsExactly(new Candidacy.LeftOut(ana, "asked before about this post", null));
    assertThat(ranking.nextChance()).isEmpty();
  }

  @Test
  void norwegianIsOneLanguageAndNeighboursAreUnderstood() {
    assertThat(asked(ana, "nn")).isTrue();
    assertThat(asked(ana, "sv")).isTrue();
    assertThat(asked(cat, "nb")).isFalse();
    assertThat(asked(cat, "de")).isTrue();
    assertThat(asked(ben, "pl")).isTrue();
    assertThat(asked(cat, "und")).isTrue();
  }

  private boolean asked(Expert expert, String language) {
    return Ranking.of(
            List.of(expert),
            new Ranking.Situation(HEAT, new Language(language), Map.of(), Map.of(), MONDAY_NOON))
        .best()
        .isPresent();
  }

  private static Ranking.Situation at(Map<ExpertId, Load> loads, Map<ExpertId, Instant> notBefore) {
    return new Ranking.Situation(HEAT, new Language("nb"), loads, notBefore, MONDAY_NOON);
  }

  private static ExpertId id(String id) {
    return new ExpertId(id);
  }

  private static Expert expert(String id, Set<String> languages, int until) {
    Hours hours =
        new Hours(
            EnumSet.allOf(DayOfWeek.class),
            LocalTime.of(8, 0),
            LocalTime.of(until, 0),
            ZoneId.of("Europe/Oslo"));
    return new Expert(
        id(id),
        id,
        "",
        List.of(new Handle("slack", "U" + id)),
        Set.of(HEAT),
        languages,
        hours,
        Cap.DEFAULT,
        Locale.ENGLISH);
  }
}
