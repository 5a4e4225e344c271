package no.grenselos.app.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.concurrent.Callable;
import no.grenselos.app.config.ConfigFiles;
import no.grenselos.app.config.Configuration;
import no.grenselos.app.forecast.ReportJson;
import no.grenselos.app.forecast.ReportTable;
import no.grenselos.app.forecast.Tryout;
import no.grenselos.app.wiring.Setup;
import no.grenselos.forecast.Report;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code grenselos dry-run}: what a draft of the rules would come to. */
@Command(
    name = "dry-run",
    mixinStandardHelpOptions = true,
    description =
        "Tries rules on stored posts: what would go elsewhere, and who would be asked how often.",
    footer = {
      "",
      "The files are the draft; they are compared with the newest revision in the store. Changes",
      "nothing, and may run beside the service.",
      "",
      "Examples:",
      "  grenselos dry-run --days 30",
      "  grenselos dry-run --rules draft/routes.yml --json",
      "",
      "Exit codes: 0 tried, 1 the files have problems, 2 could not run."
    })
public final class DryRunCommand implements Callable<Integer> {
  private static final int MOST_DAYS = 366;

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private ConfigOption config = new ConfigOption();

  @Option(
      names = "--days",
      paramLabel = "N",
      description = "how far to look back, 1 to 366 (default: ${DEFAULT-VALUE})")
  private int days = 30;

  @Option(
      names = "--rules",
      paramLabel = "DIR|FILE",
      description = "a folder like config/, or a routes.yml to take the place of the one there")
  private @Nullable String rules;

  @Option(names = "--json", description = "the whole report as JSON, on one line")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    if (days < 1 || days > MOST_DAYS) {
      throw new ParameterException(spec.commandLine(), "--days must be 1 to " + MOST_DAYS);
    }
    Setup setup = Setup.of(config.files(), entry -> {});
    ConfigFiles draft = draft(setup.files());
    Configuration configuration = Configuration.read(setup.files(), 1, setup.providers().known());
    Report report = Tryout.of(setup, configuration, draft, days);
    if (json) {
      spec.commandLine().getOut().println(JsonLine.of(ReportJson.of(report)));
    } else {
      ZoneId zone = configuration.book().house().zone();
      ReportTable.of(report, zone).forEach(spec.commandLine().getOut()::println);
    }
    return 0;
  }

  private ConfigFiles draft(ConfigFiles files) throws IOException {
    if (rules == null) return files;
    Path path = CallersFolder.resolve(rules);
    if (Files.isDirectory(path)) return ConfigFiles.read(path, rules);
    if (!Files.isRegularFile(path)) {
      throw new ParameterException(
          spec.commandLine(), "--rules " + rules + " is neither a folder nor a file");
    }
    return files.with("routes.yml", new String(Files.readAllBytes(path), StandardCharsets.UTF_8));
  }
}
