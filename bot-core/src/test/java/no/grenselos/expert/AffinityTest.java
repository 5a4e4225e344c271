package no.grenselos.expert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import no.grenselos.mention.MentionId;
import no.grenselos.mention.Network;
import no.grenselos.reading.TopicId;
import org.junit.jupiter.api.Test;

class AffinityTest {
  private static final Instant NOW = Instant.parse("2026-11-23T11:00:00Z");
  private static final TopicId HEAT = new TopicId("heat-pumps");
  private static final String NOISE = "My heat pump makes a humming noise at night";
  private static final String HUM = "Why is the heat pump humming so loudly at night?";
  private static final String BILL = "The invoice for October was charged twice";
  private static final ExpertId ANA = new ExpertId("ana");
  private static final ExpertId BEN = new ExpertId("ben");

  private final Affinity affinity = new Affinity();

  @Test
  void whoAnsweredOneLikeItStandsAboveWhoAnsweredSomethingElse() {
    affinity.learn(did(ANA, Did.Kind.ANSWERED, "1", NOISE, 10));
    affinity.learn(did(BEN, Did.Kind.ANSWERED, "2", BILL, 10));

    assertThat(standing(ANA, HUM).mass()).isGreaterThan(3 * standing(BEN, HUM).mass());
    assertThat(standing(ANA, HUM).because()).isEqualTo("answered 1 like this in November");
    assertThat(standing(BEN, HUM).because()).isEmpty();
  }

  @Test
  void meaningFindsWhatWordsDoNot() {
    affinity.learn(meant(ANA, "1", "Varmepumpa bråker", 1, 0));
    affinity.learn(meant(BEN, "2", "Fakturaen er feil", 0.4f, 0.9165f));

    Standings standings =
        affinity.standings(post("9"), Gist.of("Noisy compressor", vector(1, 0)), null, NOW);

    assertThat(standings.of(ANA).mass()).isGreaterThan(50 * standings.of(BEN).mass());
  }

  @Test
  void aDeedCountsHalfAfterItsHalfLife() {
    affinity.learn(did(ANA, Did.Kind.ANSWERED, "1", NOISE, 0));
    double fresh = standing(ANA, HUM).mass();

    double later =
        affinity
            .standings(post("9"), Gist.of(HUM), HEAT, NOW.plus(Affinity.HALF_LIFE))
            .of(ANA)
            .mass();

    assertThat(later).isEqualTo(fresh / 2);
  }

  @Test
  void aPassCountsAgainstThemOnPostsLikeItOnly() {
    affinity.learn(did(ANA, Did.Kind.PASSED, "1", NOISE, 1));

    assertThat(standing(ANA, HUM).mass()).isNegative();
    assertThat(standing(ANA, HUM).because()).isEqualTo("passed on 1 like this");
    assertThat(standing(ANA, "Do you deliver to Svalbard?").mass()).isZero();
  }

  @Test
  void beingNamedByAColleagueCountsFor() {
    affinity.learn(did(BEN, Did.Kind.NAMED_BY_OTHER, "1", NOISE, 1));

    assertThat(standing(BEN, HUM).mass()).isPositive();
    assertThat(standing(BEN, HUM).because()).isEqualTo("a colleague named them for one like this");
  }

  @Test
  void reasonsNameTheYearWhenItWasAnotherOne() {
    affinity.learn(did(ANA, Did.Kind.ANSWERED, "1", NOISE, 330));
    affinity.learn(did(ANA, Did.Kind.ANSWERED, "2", NOISE, 360));
    affinity.learn(did(ANA, Did.Kind.PASSED, "3", NOISE, 3));

    assertThat(standing(ANA, HUM).because())
        .isEqualTo("answered 2 like this, the last in December 2025, passed on 1");
  }

  @Test
  void nothingIsKnownAtFirst() {
    assertThat(standing(ANA, "")).isEqualTo(Standing.UNKNOWN);
  }

  @Test
  void aPostWithoutWordsIsLikeNothing() {
    affinity.learn(did(ANA, Did.Kind.ANSWERED, "1", "🎉", 1));

    assertThat(standing(ANA, "").mass()).isBetween(0.0, Affinity.ALIKE);
  }

  @Test
  void theSameDeedTwiceIsOne() {
    Did once = did(ANA, Did.Kind.CLAIMED, "1", NOISE, 1);
    affinity.learn(List.of(once, once));

    assertThat(standing(ANA, HUM).tried()).isEqualTo(1);
  }

  @Test
  void orderDoesNotMatter() {
    List<Did> deeds = many();
    List<Did> shuffled = new ArrayList<>(deeds);
    Collections.shuffle(shuffled, new Random(7));

    assertThat(after(shuffled)).isEqualTo(after(deeds));
  }

  @Test
  void forgettingAnExpertLeavesWhatWouldBeWithoutThem() {
    affinity.learn(many());

    affinity.forget(ANA);

    assertThat(affinity.standings(post("9"), Gist.of(HUM), HEAT, NOW))
        .isEqualTo(after(many().stream().filter(did -> !did.expert().equals(ANA)).toList()));
  }

  @Test
  void forgettingAPostLeavesWhatWouldBeWithoutIt() {
    affinity.learn(many());

    affinity.forget(post("4"));
    affinity.forget(post("never seen"));

    assertThat(affinity.standings(post("9"), Gist.of(HUM), HEAT, NOW))
        .isEqualTo(after(many().stream().filter(did -> !did.post().equals(post("4"))).toList()));
  }

  @Test
  void undoingADeedLeavesWhatWasBefore() {
    affinity.learn(many());
    Did more = did(BEN, Did.Kind.ANSWERED, "4", BILL, 0);

    affinity.learn(more);
    affinity.unlearn(more);

    assertThat(affinity.standings(post("9"), Gist.of(HUM), HEAT, NOW)).isEqualTo(after(many()));
  }

  private static Standings after(List<Did> deeds) {
    Affinity rebuilt = new Affinity();
    rebuilt.learn(deeds);
    return rebuilt.standings(post("9"), Gist.of(HUM), HEAT, NOW);
  }

  private static List<Did> many() {
    List<Did> deeds = new ArrayList<>();
    List<String> texts = List.of(NOISE, BILL, "Can the heat pump cool in summer?", HUM);
    for (int i = 0; i < 40; i++) {
      ExpertId who = new ExpertId(List.of("ana", "ben", "cat").get(i % 3));
      Did.Kind kind = Did.Kind.values()[i % Did.Kind.values().length];
      deeds.add(did(who, kind, String.valueOf(i % 11), texts.get(i % 11 % 4), i));
    }
    return deeds;
  }

  private Standing standing(ExpertId expert, String text) {
    return affinity.standings(post("9"), Gist.of(text), HEAT, NOW).of(expert);
  }

  private static Did did(ExpertId who, Did.Kind kind, String post, String text, int daysAgo) {
    Instant at = NOW.minus(Duration.ofDays(daysAgo));
    return new Did(who, kind, post(post), null, Gist.of(text), at);
  }

  private static Did meant(ExpertId who, String post, String text, float x, float y) {
    Gist gist = Gist.of(text, vector(x, y));
    return new Did(who, Did.Kind.ANSWERED, post(post), null, gist, NOW);
  }

  private static float[] vector(float x, float y) {
    return new float[] {x, y};
  }

  private static MentionId post(String id) {
    return new MentionId(new Network("mastodon"), id);
  }
}
