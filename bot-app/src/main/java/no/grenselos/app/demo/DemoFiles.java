package no.grenselos.app.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import no.grenselos.app.config.ConfigFiles;
import no.grenselos.expert.Handle;
import no.grenselos.route.RuleBook;

/**
 * The demo's configuration: the admin's own topics, people and routes, with another store, chats
 * and feeds, and offers short enough to watch them end.
 *
 * @param moved the files but the main one, with people and channels in the demo's houses
 * @param main the main file without chats and feeds, whose addresses are known later
 */
record DemoFiles(ConfigFiles moved, String main) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * @param book what the files say
   * @param offerFor replaces every other time an offer lasts, in whole seconds
   */
  static DemoFiles of(
      ConfigFiles files, RuleBook book, Houses houses, Path database, Duration offerFor) {
    String seconds = offerFor.toSeconds() + "s";
    RuleBook.House house = book.house();
    Move move = new Move(houses, book);
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
        """
            .formatted(
                quoted(house.company()),
                house.language().getLanguage(),
                house.zone(),
                accounts(house),
                quoted(move.channel(house.fallbackChannel())),
                seconds,
                admins(move.admins()),
                storm(house.storm()),
                quoted(database.toString()));
    ConfigFiles moved = move.files(files);
    String routes = moved.texts().getOrDefault("routes.yml", "");
    return new DemoFiles(
        moved.with(
            "routes.yml", routes.replaceAll("(?m)^(\\s*offer-for:\\s*)\\w+", "$1" + seconds)),
        main);
  }

  /** To know who is who, before there is anything to connect to. */
  ConfigFiles unconnected() {
    return moved.with("grenselos.yml", main);
  }

  /**
   * @param chats entries of {@code chats:}, each in one line of YAML
   * @param feeds entries of {@code feeds:}, the same
   */
  ConfigFiles connected(List<String> chats, List<String> feeds) {
    String parts =
        """
        chats:
        %s
        feeds:
        %s
        """
            .formatted(lines("  ", chats), lines("  - ", feeds));
    return moved.with("grenselos.yml", main + parts);
  }

  private static String lines(String before, List<String> entries) {
    return entries.stream().map(entry -> before + entry).collect(Collectors.joining("\n"));
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

  private static String admins(Map<String, List<Handle>> admins) {
    return admins.entrySet().stream()
        .map(admin -> "{name: " + quoted(admin.getKey()) + handles(admin.getValue()) + "}")
        .sorted()
        .collect(Collectors.joining(", ", "[", "]"));
  }

  private static String handles(List<Handle> handles) {
    return handles.stream()
        .map(handle -> ", " + handle.house() + ": " + quoted(handle.id()))
        .collect(Collectors.joining());
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
