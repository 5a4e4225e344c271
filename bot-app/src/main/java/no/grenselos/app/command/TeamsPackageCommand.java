package no.grenselos.app.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import no.grenselos.app.config.ChatPart;
import no.grenselos.app.config.ConfigFiles;
import no.grenselos.app.wiring.Providers;
import no.grenselos.chat.AppPackage;
import no.grenselos.chat.ChatProvider;
import no.grenselos.config.ConfigException;
import no.grenselos.config.Problems;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code grenselos teams package}: the app package that a Teams admin uploads. */
@Command(
    name = "package",
    mixinStandardHelpOptions = true,
    description =
        "Makes the app package for Teams from chats.teams in grenselos.yml. Needs no password and"
            + " calls nobody.",
    footer = {
      "",
      "Examples:",
      "  grenselos teams package --host grenselos.example",
      "  grenselos teams package --host grenselos.example --app-version 1.0.1 --out teams.zip",
      "Exit code 1: nothing was written. The same settings make the same file, byte by byte."
    })
public final class TeamsPackageCommand implements Callable<Integer> {
  private static final String HOUSE = "teams";
  private static final String USUAL = "grenselos-teams.zip";
  private static final String HOST = "([A-Za-z0-9-]{1,63}\\.)+[A-Za-z][A-Za-z0-9-]{0,62}";

  /** Teams takes three numbers and nothing behind them. */
  private static final String VERSION = "\\d{1,5}\\.\\d{1,5}\\.\\d{1,5}";

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private ConfigOption config = new ConfigOption();

  @Option(
      names = "--out",
      paramLabel = "FILE",
      defaultValue = USUAL,
      description = "where to write it (default: ${DEFAULT-VALUE}); what is there is replaced")
  private String out = USUAL;

  @Option(
      names = "--host",
      paramLabel = "HOST",
      description = "the public host name under which Teams reaches /in/teams")
  private @Nullable String host;

  @Option(
      names = "--app-version",
      paramLabel = "N.N.N",
      description = "of the package (default: of Grenselos); Teams takes none twice")
  private @Nullable String version;

  @Override
  public Integer call() {
    if (host != null && !host.matches(HOST)) {
      throw wrong("--host must be a bare host name, as grenselos.example; it is \"" + host + "\"");
    }
    if (version != null && !version.matches(VERSION)) {
      throw wrong("--app-version must be three numbers, as 1.0.1; it is \"" + version + "\"");
    }
    Optional<AppPackage> made = made(config.files());
    return made.isPresent() ? write(made.get()) : fail("This build has no part for Teams.", 2);
  }

  /**
   * @throws ConfigException with everything that is missing
   */
  private Optional<AppPackage> made(ConfigFiles files) {
    Problems problems = new Problems(files.folder());
    ChatPart part = ChatPart.read(files, HOUSE, problems);
    AppPackage.Order order =
        new AppPackage.Order(
            part.company(),
            version == null ? VersionCommand.bare() : version,
            host == null ? "" : host);
    Optional<AppPackage> made =
        Optional.<ChatProvider>ofNullable(Providers.installed().chats().get(HOUSE))
            .flatMap(provider -> provider.appPackage(part.settings(), order));
    problems.throwIfAny();
    return made;
  }

  private int write(AppPackage made) {
    Path file = CallersFolder.target(out);
    try {
      Files.write(file, PlainZip.of(made.files()));
    } catch (IOException e) {
      return fail(file + " cannot be written: " + e + ". Nothing was written.", 1);
    }
    PrintWriter said = spec.commandLine().getOut();
    said.println("Wrote " + file.toAbsolutePath().normalize() + ". What to do with it:");
    made.next().forEach(step -> said.println("- " + step));
    return 0;
  }

  private int fail(String why, int code) {
    spec.commandLine().getErr().println(why);
    return code;
  }

  private ParameterException wrong(String why) {
    return new ParameterException(spec.commandLine(), why);
  }
}
