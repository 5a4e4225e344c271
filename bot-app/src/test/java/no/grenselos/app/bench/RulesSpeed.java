package no.grenselos.app.bench;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import no.grenselos.mention.Mention;
import no.grenselos.reading.Reading;
import no.grenselos.route.Decision;
import no.grenselos.route.Router;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** Deciding about a post by many routes; the mix is that of {@link RulesBench}. */
@State(Scope.Benchmark)
public class RulesSpeed {
  private final Clock clock = Clock.fixed(Instant.parse("2026-11-23T12:00:00Z"), ZoneOffset.UTC);
  private final Reading reading = RulesBench.norwegian();
  private List<Mention> posts = List.of();
  private @Nullable Router router;
  private int next;

  @Param({"1000", "10000"})
  public int routes;

  @Setup(Level.Trial)
  public void load() {
    Vocabulary words = new Vocabulary(20261123);
    router = Router.of(RulesBench.book(1, RuleMix.rules(routes, words)), clock);
    posts = RulesBench.posts(words);
  }

  @Benchmark
  public Decision decide() {
    return router.decide(posts.get(next++ % posts.size()), reading);
  }

  @TearDown(Level.Trial)
  public void close() {
    router.close();
  }
}
