package no.grenselos.app.command;

import java.time.Clock;
import no.grenselos.app.config.ConfigFiles;
import no.grenselos.app.config.Configuration;
import no.grenselos.app.wiring.Providers;
import no.grenselos.app.wiring.RulesInForce;
import no.grenselos.config.ConfigException;
import no.grenselos.flow.Rules;
import picocli.CommandLine.Option;

/** {@code --config DIR}, and what is read from there. */
public final class ConfigOption {
  @Option(
      names = "--config",
      paramLabel = "DIR",
      defaultValue = "config",
      description = "folder with grenselos.yml and the rest (default: ${DEFAULT-VALUE})")
  private String folder = "config";

  /**
   * @throws ConfigException when the folder cannot be read
   */
  public ConfigFiles files() {
    return ConfigFiles.read(CallersFolder.resolve(folder), folder);
  }

  /**
   * The rules as the files have them, without a store.
   *
   * @throws ConfigException with every problem of the files
   */
  Rules rules(Clock clock) {
    Configuration configuration = Configuration.read(files(), 1, Providers.installed().known());
    configuration.refuseIfBroken();
    return RulesInForce.make(configuration.book(), clock);
  }
}
