package no.grenselos.app.bench;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import no.grenselos.expert.Cap;
import no.grenselos.expert.Expert;
import no.grenselos.expert.ExpertId;
import no.grenselos.expert.Handle;
import no.grenselos.expert.Hours;
import no.grenselos.expert.Load;
import no.grenselos.expert.Ranking;
import no.grenselos.expert.Standing;
import no.grenselos.expert.Standings;
import no.grenselos.mention.MentionId;
import no.grenselos.mention.Network;
import no.grenselos.reading.Language;
import no.grenselos.reading.TopicId;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Ranking a thousand experts of one topic, every tenth of them at the cap; far more than any. */
@State(Scope.Benchmark)
public class ExpertsSpeed {
  private static final int EXPERTS = 1_000;
  private static final TopicId TOPIC = new TopicId("power");
  private static final Hours WORKING =
      new Hours(
          Set.of(DayOfWeek.values()), LocalTime.of(8, 0), LocalTime.of(16, 0), ZoneId.of("UTC"));

  private final List<Expert> experts = experts();
  private final Ranking.Situation situation = situation(experts);
  private final Standings standings = standings(experts);

  @Benchmark
  public Ranking rank1000() {
    return Ranking.of(experts, situation, standings);
  }

  private static List<Expert> experts() {
    List<Expert> experts = new ArrayList<>();
    for (int i = 0; i < EXPERTS; i++) {
      experts.add(
          new Expert(
              new ExpertId("expert-" + i),
              "Expert " + i,
              "",
              List.of(new Handle("slack", "U" + (100_000 + i))),
              Set.of(TOPIC),
              Set.of(),
              WORKING,
              Cap.DEFAULT,
              Locale.of("nb")));
    }
    return experts;
  }

  private static Ranking.Situation situation(List<Expert> experts) {
    Map<ExpertId, Load> loads = new HashMap<>();
    for (int i = 0; i < EXPERTS; i++) {
      loads.put(experts.get(i).id(), new Load(i % 10 == 0 ? 1 : 0, i % 10 == 0 ? 1 : i % 3));
    }
    Instant noon = Instant.parse("2026-11-23T12:00:00Z");
    return new Ranking.Situation(TOPIC, new Language("nb"), loads, Map.of(), noon);
  }

  private static Standings standings(List<Expert> experts) {
    Map<ExpertId, Standing> known = new HashMap<>();
    for (int i = 0; i < EXPERTS; i += 2) {
      known.put(experts.get(i).id(), new Standing(i % 7, i % 11, "answered " + i % 7));
    }
    return new Standings(new MentionId(new Network("bench"), "1"), known);
  }
}
