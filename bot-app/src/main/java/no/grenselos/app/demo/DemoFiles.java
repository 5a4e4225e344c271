package no.grenselos.app.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import no.grenselos.app.config.ConfigFiles;
import no.grenselos.route.RuleBook;

/**
 * The demo's configuration: the admin's own topics, people and routes, with another store, chat and
 * feeds, and offers short enough to watch them end.
 */
final class DemoFiles {
  private static final ObjectMapper JSON = new ObjectMapper();

  private DemoFiles() {}

  /**
   * @param feeds entries of {@code feeds:}, each in one line of YAML
   * @param offerFor replaces every other time an offer lasts, in whole seconds
   */
  static ConfigFiles of(
      ConfigFiles files,
      RuleBook.House house,
      Path database,
      URI slack,
      List<String> feeds,
      Duration offerFor) {
    String seconds = offerFor.toSeconds() + "s";
    String main =
        """
        company: %s
        language: %s
        time-zone: %s
        accounts: %s
        fallback-channel: %s
        offer-for: %s
        admins: %s
        storm: %s
        port: 0
        store: {sqlite: {file: %s}}
        chats:
          slack: {mode: http, api: %s}
        feeds:
        %s
        """
            .formatted(
                quoted(house.company()),
                house.language().getLanguage(),
                house.zone(),
                accounts(house),
                quoted(house.fallbackChannel()),
                seconds,
                admins(house),
                storm(house.storm()),
                quoted(database.toString()),
                quoted(slack.toString()),
                feeds.stream().map(feed -> "  - " + feed).collect(Collectors.joining("\n")));
    String routes = files.texts().getOrDefault("routes.yml", "");
    return files
        .with("grenselos.yml", main)
        .with("routes.yml", routes.replaceAll("(?m)^(\\s*offer-for:\\s*)\\w+", "$1" + seconds));
  }

  /** The playground's network: our hashtags in one feed, and what is said to us in another. */
  static String mastodon(URI network, String... tags) {
    return "{name: demo, mastodon: {server: %s, hashtags: [%s], notifications: true, since: 1h}}"
        .formatted(quoted(network.toString()), quoted(String.join(" ", tags)));
  }

  private static String accounts(RuleBook.House house) {
    return house.accounts().stream()
        .map(account -> quoted(account.network() + ":@" + account.handle()))
        .collect(Collectors.joining(", ", "[", "]"));
  }

  private static String admins(RuleBook.House house) {
    return house.admins().entrySet().stream()
        .map(admin ->
            "{name: %s, %s: %s}"
                .formatted(
                    quoted(admin.getValue()), admin.getKey().house(), quoted(admin.getKey().id())))
        .sorted()
        .collect(Collectors.joining(", ", "[", "]"));
  }

  private static String storm(RuleBook.Storm storm) {
    return "{posts: %d, within: %ds, fresh: %ds}"
        .formatted(storm.posts(), storm.within().toSeconds(), storm.fresh().toSeconds());
  }

  static String quoted(String text) {
    try {
      return JSON.writeValueAsString(text);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The house's own account on Mastodon. */
  static String company(RuleBook.House house) {
    return house.accounts().stream()
        .filter(account -> account.network().name().equals("mastodon"))
        .map(account -> account.handle())
        .findFirst()
        .orElseThrow(() ->
            new IllegalStateException(
                "the demo needs the company's Mastodon account under accounts: in grenselos.yml"));
  }
}
