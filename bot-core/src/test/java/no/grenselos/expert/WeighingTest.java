package no.grenselos.expert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import no.grenselos.mention.MentionId;
import no.grenselos.mention.Network;
import no.grenselos.reading.Language;
import no.grenselos.reading.TopicId;
import org.junit.jupiter.api.Test;

class WeighingTest {
  private static final TopicId HEAT = new TopicId("heat-pumps");
  private static final Instant MONDAY_NOON = Instant.parse("2026-11-23T11:00:00Z");
  private static final Standing SEASONED = new Standing(30, 20, "answered 6 like this in March");
  private static final Standing SOME = new Standing(10, 20, "answered 2 like this in March");

  private final Expert ana = expert("ana", Set.of());
  private final Expert ben = expert("ben", Set.of());

  @Test
  void whoAnsweredMostLikeItIsAskedFirstAndToldWhy() {
    Ranking ranking = rank(notTheirTurn(), Map.of(), Map.of("ana", SOME, "ben", SEASONED));

    assertThat(ranking.best()).contains(ben);
    assertThat(ranking.fits())
        .extracting(Candidacy.Fit::reason)
        .containsExactly(
            "answered 6 like this in March, not asked this week",
            "answered 2 like this in March, not asked this week");
  }

  @Test
  void scoresAreSharesWhileNobodyWasAsked() {
    Ranking ranking = rank(notTheirTurn(), Map.of(), Map.of("ana", SOME, "ben", SEASONED));

    assertThat(ranking.fits().stream().mapToDouble(Candidacy.Fit::score).sum())
        .isBetween(0.999, 1.001);
  }

  @Test
  void aNewcomerWhoOwnsTheTopicStandsAboveWhoKnowsOtherThings() {
    Standing unrelated = new Standing(-2, 10, "passed on 2 like this");

    Ranking ranking = rank(notTheirTurn(), Map.of(), Map.of("ana", unrelated));

    assertThat(ranking.best()).contains(ben);
    assertThat(ranking.fits().getFirst().reason()).isEqualTo("owns the topic, not asked this week");
  }

  @Test
  void theTopicDoesNotRestOnOneWhileAnotherOwnerIsIdle() {
    Map<String, Standing> known = Map.of("ana", SOME, "ben", SEASONED);

    assertThat(rank(notTheirTurn(), Map.of(ben.id(), new Load(0, 1)), known).best()).contains(ana);
  }

  @Test
  void theRoomUnderTheCapDecidesBetweenTwoWhoWereAsked() {
    Map<ExpertId, Load> loads = Map.of(ana.id(), new Load(0, 1), ben.id(), new Load(0, 2));

    assertThat(rank(notTheirTurn(), loads, Map.of("ana", SOME, "ben", SOME)).best()).contains(ana);
  }

  @Test
  void aNewcomerComesFirstOnOnePostInEight() {
    long turns =
        IntStream.range(0, 800)
            .mapToObj(i -> rank(post(i), Map.of(), Map.of("ana", SEASONED)))
            .filter(ranking -> ranking.best().equals(Optional.of(ben)))
            .count();

    assertThat(turns).isBetween(70L, 130L);
  }

  @Test
  void aTurnIsSaidAndIsTheSameEachTime() {
    MentionId turn =
        IntStream.range(0, 800)
            .mapToObj(WeighingTest::post)
            .filter(id -> best(id).contains("it is their turn"))
            .findFirst()
            .orElseThrow();

    assertThat(best(turn))
        .isEqualTo(best(turn))
        .isEqualTo("owns the topic, not asked this week, and it is their turn");
  }

  @Test
  void nobodyBusyOrKnownGetsATurn() {
    Map<String, Standing> known = Map.of("ana", SOME, "ben", SEASONED);

    assertThat(IntStream.range(0, 100).mapToObj(i -> rank(post(i), Map.of(), known)))
        .allSatisfy(ranking -> assertThat(ranking.best()).contains(ben));
  }

  @Test
  void whoAnswersInTheLanguageComesBeforeWhoOnlyReadsIt() {
    Expert dane = expert("dan", Set.of("da"));
    Expert norwegian = expert("are", Set.of("nb"));

    Ranking ranking =
        Ranking.of(
            List.of(norwegian, dane),
            situation("da", Map.of()),
            new Standings(notTheirTurn(), Map.of()));

    assertThat(ranking.best()).contains(dane);
  }

  @Test
  void whoIsLeftOutIsLeftOutAllTheSame() {
    Ranking ranking =
        rank(notTheirTurn(), Map.of(ben.id(), new Load(1, 1)), Map.of("ben", SEASONED));

    assertThat(ranking.best()).contains(ana);
    assertThat(ranking.leftOut()).extracting(Candidacy.LeftOut::expert).containsExactly(ben);
  }

  private String best(MentionId post) {
    return rank(post, Map.of(), Map.of("ana", SEASONED)).fits().getFirst().reason();
  }

  private Ranking rank(MentionId post, Map<ExpertId, Load> loads, Map<String, Standing> known) {
    Map<ExpertId, Standing> standings = new HashMap<>();
    known.forEach((id, standing) -> standings.put(new ExpertId(id), standing));
    return Ranking.of(List.of(ana, ben), situation("nb", loads), new Standings(post, standings));
  }

  private static Ranking.Situation situation(String language, Map<ExpertId, Load> loads) {
    return new Ranking.Situation(HEAT, new Language(language), loads, Map.of(), MONDAY_NOON);
  }

  /** A post on which no newcomer comes first. */
  private MentionId notTheirTurn() {
    return IntStream.range(0, 800)
        .mapToObj(WeighingTest::post)
        .filter(id -> !best(id).contains("turn"))
        .findFirst()
        .orElseThrow();
  }

  private static MentionId post(int id) {
    return new MentionId(new Network("mastodon"), "11" + id);
  }

  private static Expert expert(String id, Set<String> languages) {
    Hours hours =
        new Hours(
            EnumSet.allOf(DayOfWeek.class),
            LocalTime.of(8, 0),
            LocalTime.of(16, 0),
            ZoneId.of("Europe/Oslo"));
    return new Expert(
        new ExpertId(id),
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
