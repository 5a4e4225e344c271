package no.grenselos.app.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import no.grenselos.app.config.AppSettings;
import no.grenselos.app.config.Configuration;
import no.grenselos.app.wiring.Setup;
import no.grenselos.config.ConfigException;
import no.grenselos.config.ConfigProblem;
import no.grenselos.store.Backup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code grenselos backup --to FILE}: a copy of the store while the service runs. */
@Command(
    name = "backup",
    mixinStandardHelpOptions = true,
    description = "Copies the store of a service that runs, and looks the copy through.",
    footer = {
      "",
      "With SQLite the copy is made here; with PostgreSQL it says which commands make it. The",
      "folder config/ is yours to copy. How to restore: docs/backup.md.",
      "",
      "Example:",
      "  grenselos backup --to backup/grenselos-2026-11-27.db",
      "Exit code 2: the copy could not be made; FILE is never overwritten."
    })
public final class BackupCommand implements Callable<Integer> {
  private static final long MEGABYTE = 1_000_000;

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private ConfigOption config = new ConfigOption();

  @Option(names = "--to", required = true, paramLabel = "FILE", description = "a new file")
  private Path to = Path.of("");

  @Override
  public Integer call() {
    Setup setup = Setup.of(config.files(), entry -> {});
    Configuration configuration = Configuration.read(setup.files(), 1, setup.providers().known());
    refuseWithoutMain(setup, configuration);
    AppSettings.Part part = configuration.app().store();
    Backup backup =
        Objects.requireNonNull(setup.providers().stores().get(part.kind()))
            .backup(part.settings(), setup.secrets(), to);
    say(spec.commandLine().getOut(), backup);
    return 0;
  }

  private static void refuseWithoutMain(Setup setup, Configuration configuration) {
    List<ConfigProblem> problems =
        configuration.problems().found().stream()
            .filter(problem -> problem.file().equals(setup.files().main()))
            .toList();
    if (!problems.isEmpty()) throw new ConfigException(problems);
  }

  private static void say(PrintWriter out, Backup backup) {
    switch (backup) {
      case Backup.Made made -> {
        out.println("Copied to " + made.file() + ".");
        out.println(
            "Looked through: whole, schema version " + made.schema() + ", " + size(made.bytes()));
        out.println("It holds posts of people: keep it as you keep the store. Copy config/ too.");
      }
      case Backup.ByTools tools -> {
        tools.commands().forEach(out::println);
        out.println(tools.hint());
      }
    }
  }

  private static String size(long bytes) {
    return bytes < MEGABYTE ? bytes + " bytes" : bytes / MEGABYTE + " MB";
  }
}
