package no.grenselos.app.config;

import no.grenselos.config.Problems;
import no.grenselos.config.Settings;

/**
 * What the main file says of one chat house, whatever else of the configuration is broken or not
 * written yet.
 *
 * @param company as people say it
 * @param settings empty where the house is not named; what is missing is reported there
 */
public record ChatPart(String company, Settings settings) {
  public static ChatPart read(ConfigFiles files, String house, Problems problems) {
    Settings main = Yaml.read(files, ConfigFiles.MAIN, problems);
    return new ChatPart(main.text("company"), main.part("chats").part(house));
  }
}
