package no.grenselos.app.bench;

import java.util.List;
import java.util.Objects;
import no.grenselos.app.wiring.Providers;
import no.grenselos.config.Node;
import no.grenselos.config.Problems;
import no.grenselos.config.Settings;
import no.grenselos.reading.TextEncoder;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** The packaged model, texts of fifteen word pieces; time for a batch of so many. */
@State(Scope.Benchmark)
public class EncoderSpeed {
  private static final int POSTS = 800;

  private final List<String> posts = EncoderBench.posts(POSTS);
  private @Nullable TextEncoder encoder;
  private int next;

  @Param({"1", "8"})
  public int batch;

  @Setup(Level.Trial)
  public void load() {
    Settings settings =
        new Settings(Node.Mapping.empty(), "encoder", new Problems(""))
            .with("batch", Integer.toString(batch));
    encoder =
        Objects.requireNonNull(Providers.installed().encoders().get("bge-small")).open(settings);
  }

  @Benchmark
  public List<float[]> encode() {
    int from = next;
    next = (next + batch) % POSTS;
    return encoder.encode(posts.subList(from, from + batch));
  }

  @TearDown(Level.Trial)
  public void close() {
    encoder.close();
  }
}
