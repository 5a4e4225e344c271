package no.grenselos.app.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import no.grenselos.app.demo.fault.FaultsBench;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code grenselos bench faults}: what is lost or doubled when nodes are killed, as JSON. */
@Command(
    name = "faults",
    mixinStandardHelpOptions = true,
    description =
        "Kills the service at random moments; what was lost or doubled as JSON, last line.",
    footer = {
      "",
      "The service runs as a process of its own on an empty store and is killed (SIGKILL) while it",
      "works and while it starts; a network and Slack stand on this machine and live on. Lost are",
      "posts that concern somebody and that no message in Slack is about; doubled are posts with",
      "more than one message, however the second came about. Edits of a message are not counted.",
      "Exit code 1 when anything was lost or doubled. Some seconds a kill.",
      "",
      "Examples:",
      "  grenselos bench faults --kills 200",
      "  grenselos bench faults --kills 50 --store postgres --nodes 3 \\",
      "    --url jdbc:postgresql://127.0.0.1:5432/scratch --user grenselos"
    })
final class BenchFaultsCommand implements Callable<Integer> {
  private static final int TOLD = 10;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--kills", paramLabel = "N", description = "how many kills (default: 20)")
  private int kills = 20;

  @Option(
      names = "--seed",
      paramLabel = "S",
      description = "of the dice that say which node is killed when (default: 1)")
  private long seed = 1;

  @Option(names = "--store", paramLabel = "STORE", description = "sqlite (default) or postgres")
  private String store = "sqlite";

  @Option(
      names = "--url",
      paramLabel = "URL",
      description = "of an empty database of PostgreSQL; its password: GRENSELOS_DB_PASSWORD")
  private @Nullable String url;

  @Option(names = "--user", paramLabel = "NAME", description = "of that database")
  private String user = "postgres";

  @Option(
      names = "--nodes",
      paramLabel = "N",
      description = "processes on one store (default: 1); more than one needs postgres")
  private int nodes = 1;

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (kills < 1 || nodes < 1 || nodes > 10) {
      throw wrong("--kills must be more than 0, --nodes 1 to 10");
    }
    try (Scratch scratch = Scratch.make("grenselos-bench")) {
      FaultsBench.Figures figures =
          FaultsBench.run(
              new FaultsBench.Plan(scratch.folder(), store(scratch.folder()), nodes, kills, seed),
              this::tell);
      spec.commandLine().getOut().println(line(figures));
      return figures.lost() + figures.doubled() == 0 ? 0 : 1;
    }
  }

  /** The entry of {@code store:}. */
  private String store(Path folder) {
    return switch (store) {
      case "sqlite" -> sqlite(folder.resolve("bench.db"));
      case "postgres" -> postgres();
      default -> throw wrong("--store must be sqlite or postgres");
    };
  }

  private String sqlite(Path file) {
    if (nodes > 1) throw wrong("--nodes above 1 needs --store postgres");
    return "sqlite: {file: \"" + file + "\"}";
  }

  private String postgres() {
    if (url == null) throw wrong("--store postgres needs --url of an empty database");
    return "postgres: {url: \"" + url + "\", user: \"" + user + "\"}";
  }

  private void tell(int killed) {
    if (killed % TOLD == 0) spec.commandLine().getErr().println(killed + " of " + kills + " kills");
  }

  private ParameterException wrong(String text) {
    return new ParameterException(spec.commandLine(), text);
  }

  private static String line(FaultsBench.Figures figures) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("mentions", figures.mentions());
    line.put("kills", figures.kills());
    line.put("lost", figures.lost());
    line.put("doubled", figures.doubled());
    line.put("longest_stall_s", figures.longestStall().toSeconds());
    return JsonLine.of(line);
  }
}
