package no.grenselos.app.bench;

import java.nio.file.Path;
import no.grenselos.app.config.ConfigFiles;
import no.grenselos.app.config.Configuration;
import no.grenselos.app.wiring.Providers;

/** The configuration of a service to be measured: the admin's rules, and a main file of ours. */
final class HouseFiles {
  private HouseFiles() {}

  /**
   * @param files of the main file only the fallback channel is kept
   * @param folder for the database
   * @param more lines of the main file: the feeds
   */
  static ConfigFiles of(ConfigFiles files, Path folder, BenchHouse house, String more) {
    String main =
        """
        company: Bench
        language: nb
        time-zone: Europe/Oslo
        fallback-channel: "%s"
        store: {sqlite: {file: "%s"}}
        encoder: none
        chats:
          %s
        %s
        """
            .formatted(fallbackChannel(files), database(folder), house.settings(), more);
    return files.with("grenselos.yml", main);
  }

  static Path database(Path folder) {
    return folder.resolve("bench.db");
  }

  private static String fallbackChannel(ConfigFiles files) {
    Configuration configuration = Configuration.read(files, 1, Providers.installed().known());
    configuration.refuseIfBroken();
    return configuration.book().house().fallbackChannel();
  }
}
