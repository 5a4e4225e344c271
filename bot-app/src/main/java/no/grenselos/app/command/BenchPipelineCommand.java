package no.grenselos.app.command;

import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import no.grenselos.app.bench.PipelineBench;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code grenselos bench pipeline}: posts a second all the way to the chat house, as JSON. */
@Command(
    name = "pipeline",
    mixinStandardHelpOptions = true,
    description = "Measures posts from the network's answer to chat; figures as JSON, last line.",
    footer = {
      "",
      "A network (X) and a chat house (Slack) stand on this machine, and a house with made-up",
      "routes, experts and posts is read, decided and asked by the service as it runs. Needs no",
      "account and no network. For PostgreSQL name an empty database whose name has \"bench\" in",
      "it; the user is grenselos, or the one that --user names, the password"
          + " GRENSELOS_DB_PASSWORD.",
      "",
      "Examples:",
      "  grenselos bench pipeline --store sqlite --routes 1000 --experts 1000 --encoder needed",
      "  grenselos bench pipeline --rate 500 --seconds 60",
      "  grenselos bench pipeline --store postgres --url jdbc:postgresql://127.0.0.1/bench"
    })
final class BenchPipelineCommand implements Callable<Integer> {
  private static final int LEAST_ROUTES = 21;
  private static final int MOST_RATE = 100_000;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--store", paramLabel = "ENGINE", description = "sqlite (default) or postgres")
  private Engine store = Engine.sqlite;

  @Option(
      names = "--url",
      paramLabel = "URL",
      description = "of an empty PostgreSQL database, as jdbc:postgresql://127.0.0.1/bench")
  private @Nullable String url;

  @Option(names = "--user", paramLabel = "NAME", description = "PostgreSQL's (default: grenselos)")
  private String user = "grenselos";

  @Option(names = "--routes", paramLabel = "N", description = "21 or more (default: 1000)")
  private int routes = 1_000;

  @Option(names = "--experts", paramLabel = "N", description = "1 to 100000 (default: 1000)")
  private int experts = 1_000;

  @Option(
      names = "--encoder",
      paramLabel = "WHICH",
      description = "which posts it reads: on (all, default), off (none), needed")
  private Encoder encoder = Encoder.on;

  @Option(
      names = "--batch",
      paramLabel = "N",
      description = "texts the encoder reads in one run, 1 to 64 (default: 1, as configured)")
  private int batch = 1;

  @Option(
      names = "--max-tokens",
      paramLabel = "N",
      description = "word pieces of a post that it reads, 8 to 512 (default: 128, as configured)")
  private int maxTokens = 128;

  @Option(
      names = "--one-in",
      paramLabel = "N",
      description = "of so many posts one is for us and is told of in chat (default: 500)")
  private int oneIn = 500;

  @Option(
      names = "--stored",
      paramLabel = "N",
      description = "posts in the store before, 0 to 10000000 (default: 0)")
  private int stored;

  @Option(
      names = "--rate",
      paramLabel = "N",
      description = "posts a second; 0 for as fast as it goes (default: 0)")
  private int rate;

  @Option(
      names = "--warm-up",
      paramLabel = "N",
      description = "seconds before that do not count (default: 20)")
  private int warmUp = 20;

  @Option(names = "--seconds", paramLabel = "N", description = "how long (default: 30)")
  private int seconds = 30;

  /** As typed. */
  enum Engine {
    sqlite,
    postgres
  }

  /** As typed. */
  enum Encoder {
    on,
    off,
    needed
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    check();
    try (Scratch scratch = Scratch.make("grenselos-bench")) {
      PipelineBench.Plan plan =
          new PipelineBench.Plan(
              scratch.folder(),
              Optional.ofNullable(url).map(address -> new PipelineBench.Server(address, user)),
              routes,
              experts,
              PipelineBench.Encoding.valueOf(encoder.name().toUpperCase(Locale.ROOT)),
              batch,
              maxTokens,
              oneIn,
              stored,
              rate,
              Duration.ofSeconds(warmUp),
              Duration.ofSeconds(seconds));
      spec.commandLine().getOut().println(line(PipelineBench.run(plan)));
      return 0;
    }
  }

  private void check() {
    if (routes < LEAST_ROUTES) throw wrong("--routes must be " + LEAST_ROUTES + " or more");
    if (experts < 1 || experts > 100_000) throw wrong("--experts must be 1 to 100000");
    if (batch < 1 || batch > 64) throw wrong("--batch must be 1 to 64");
    if (maxTokens < 8 || maxTokens > 512) throw wrong("--max-tokens must be 8 to 512");
    if (oneIn < 1) throw wrong("--one-in must be 1 or more");
    if (stored < 0 || stored > 10_000_000) throw wrong("--stored must be 0 to 10000000");
    if (rate < 0 || rate > MOST_RATE) throw wrong("--rate must be 0 to " + MOST_RATE);
    if (warmUp < 0 || seconds < 1) throw wrong("--warm-up must be 0 or more, --seconds 1 or more");
    if (store == Engine.sqlite && url != null) throw wrong("--url is for --store postgres");
    if (store == Engine.sqlite) return;
    if (url == null || !url.startsWith("jdbc:postgresql://")) {
      throw wrong(
          "--store postgres needs --url jdbc:postgresql://host/database, an empty one: this"
              + " command brings no server of its own");
    }
    // posts are made up and people are asked: never where a house works
    if (!url.substring(url.lastIndexOf('/')).contains("bench")) {
      throw wrong("--url must name a database with \"bench\" in its name, which is written to");
    }
  }

  private ParameterException wrong(String text) {
    return new ParameterException(spec.commandLine(), text);
  }

  private String line(PipelineBench.Figures figures) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("posts_per_s", Math.round(figures.postsPerS()));
    line.put("p50_ms", Math.round(figures.p50Millis()));
    line.put("p99_ms", Math.round(figures.p99Millis()));
    line.put("cpu", Math.round(figures.cores() * 100) / 100.0);
    line.put("rss_mb", Memory.residentMegabytes());
    line.put("max_ms", Math.round(figures.maxMillis()));
    line.put("timed", figures.timed());
    line.put("cpu_ms_per_post", Math.round(1e5 * figures.cores() / figures.postsPerS()) / 100.0);
    line.put("posts", figures.posts());
    line.put("backlog", figures.backlog());
    line.put("tickets", figures.tickets());
    line.put("chat_calls", figures.calls());
    line.put("lost", figures.lost());
    line.put("doubled", figures.doubled());
    line.put("store", store);
    line.put("routes", routes);
    line.put("experts", experts);
    line.put("encoder", encoder);
    line.put("batch", batch);
    line.put("max_tokens", maxTokens);
    line.put("stored", stored);
    line.put("rate", rate);
    return JsonLine.of(line);
  }
}
