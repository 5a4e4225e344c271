package no.grenselos.app.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import no.grenselos.app.config.ConfigFiles;

/**
 * Public sources for the demo with the internet.
 *
 * @param entries of {@code feeds:}, each in one line of YAML
 */
record LiveFeeds(List<String> entries) {
  private static final String EVERYBODY_ALWAYS =
      "{days: [mon, tue, wed, thu, fri, sat, sun], from: \"00:00\", to: \"23:59\", zone:"
          + " Europe/Oslo}";

  LiveFeeds {
    entries = List.copyOf(entries);
  }

  /**
   * @param tags each {@code TAG@SERVER}
   * @param feeds addresses
   * @param wrong makes the exception for an argument that is neither
   */
  static LiveFeeds of(
      List<String> tags, List<String> feeds, Function<String, RuntimeException> wrong) {
    List<String> entries = new ArrayList<>();
    for (String tag : tags) {
      int at = tag.indexOf('@');
      if (at < 1 || at == tag.length() - 1) {
        throw wrong.apply("--tag " + tag + ": must be TAG@SERVER, as heatpump@mastodon.example");
      }
      String name = tag.substring(0, at).replaceFirst("^#", "");
      entries.add(
          "{name: tag-%d, mastodon: {server: %s, hashtags: [%s], poll: 20s}}"
              .formatted(
                  entries.size() + 1,
                  DemoFiles.quoted(tag.substring(at + 1)),
                  DemoFiles.quoted(name)));
    }
    for (String feed : feeds) {
      entries.add(
          "{name: feed-%d, rss: {url: %s, poll: 2m}}"
              .formatted(entries.size() + 1, DemoFiles.quoted(feed)));
    }
    return new LiveFeeds(entries);
  }

  /**
   * Real time has nights and weekends; whoever tries this then wants to see nudges all the same.
   */
  static ConfigFiles alwaysAtWork(ConfigFiles files) {
    String people = files.texts().getOrDefault("experts.yml", "");
    return files.with(
        "experts.yml", people.replaceAll("hours: \\{[^}]*\\}", "hours: " + EVERYBODY_ALWAYS));
  }
}
