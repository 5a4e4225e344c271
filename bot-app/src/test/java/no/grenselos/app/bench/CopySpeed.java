package no.grenselos.app.bench;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import no.grenselos.mention.MentionId;
import no.grenselos.mention.Network;
import no.grenselos.reading.copy.CopyIndex;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Looking a post up among those of 48 hours, and putting it there. */
@State(Scope.Benchmark)
public class CopySpeed {
  private static final Network NETWORK = new Network("bench");
  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
  private static final int FRESH = 1 << 14;

  private final Vocabulary words = new Vocabulary(20261126);
  private final List<String> fresh = new ArrayList<>();
  private CopyIndex index = new CopyIndex();
  private int added;

  /** In the window; the oldest leaves for each that comes where it is a million. */
  @Param({"100000", "1000000"})
  public int posts;

  @Setup(Level.Trial)
  public void fill() {
    index = new CopyIndex();
    for (int i = 0; i < posts; i++) add(words.text());
    for (int i = 0; i < FRESH; i++) fresh.add(words.text());
  }

  @Benchmark
  public Optional<MentionId> lookUp() {
    return add(fresh.get(added % FRESH));
  }

  private Optional<MentionId> add(String text) {
    return index.add(new MentionId(NETWORK, Integer.toString(added++)), text, NOON);
  }
}
