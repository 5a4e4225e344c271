package no.grenselos.app.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.grenselos.app.config.ConfigFiles;
import no.grenselos.app.config.Configuration;
import no.grenselos.app.wiring.Encoders;
import no.grenselos.app.wiring.RulesInForce;
import no.grenselos.app.wiring.Setup;
import no.grenselos.app.wiring.WarmUp;
import no.grenselos.app.wiring.WatchedEncoder;
import no.grenselos.config.ConfigException;
import no.grenselos.reading.meaning.Meanings;
import no.grenselos.revise.RouteCase;
import no.grenselos.work.Rules;
import picocli.CommandLine.Option;

/** {@code --config DIR}, and what is read from there. */
public final class ConfigOption {
  private static final String USUAL = "config";

  @Option(
      names = "--config",
      paramLabel = "DIR",
      defaultValue = USUAL,
      description = "folder with grenselos.yml and the rest (default: ${DEFAULT-VALUE})")
  private String folder = USUAL;

  /**
   * @throws ConfigException when the folder cannot be read
   */
  public ConfigFiles files() {
    return ConfigFiles.read(folder(), folder);
  }

  /** Where the files are. */
  Path folder() {
    return CallersFolder.resolve(folder);
  }

  /**
   * The same; no files where there is no folder and none was asked for.
   *
   * @throws ConfigException when the folder cannot be read
   */
  ConfigFiles filesIfAny() {
    boolean none = folder.equals(USUAL) && !Files.exists(CallersFolder.resolve(folder));
    return none ? new ConfigFiles(folder, Map.of()) : files();
  }

  /**
   * The rules as the files have them, without a store. Close them when they are no longer needed.
   *
   * @throws ConfigException with every problem of the files
   */
  OpenRules rules(Clock clock) {
    return rules(files(), clock);
  }

  /**
   * The same of these files.
   *
   * @throws ConfigException with every problem of the files
   */
  static OpenRules rules(ConfigFiles files, Clock clock) {
    Setup setup = Setup.of(files, entry -> {});
    Configuration configuration = Configuration.read(setup.files(), 1, setup.providers().known());
    Optional<WatchedEncoder> encoder = Encoders.open(setup, configuration.app());
    configuration.refuseIfBroken();
    WarmUp.reading(encoder);
    Meanings meanings = Encoders.meanings(encoder, configuration.words().lexicon());
    Rules rules = RulesInForce.make(configuration.book(), clock, meanings);
    return new OpenRules(rules, configuration.cases(), encoder);
  }

  /** Rules, their suite, and the encoder they read with. */
  record OpenRules(Rules rules, List<RouteCase> cases, Optional<WatchedEncoder> encoder)
      implements AutoCloseable {
    @Override
    public void close() {
      rules.router().close();
      encoder.ifPresent(WatchedEncoder::close);
    }
  }
}
