package no.grenselos.feed.bluesky;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import no.grenselos.config.Settings;

/**
 * What to hear of from the stream of everything.
 *
 * @param hosts tried in turn
 */
record JetstreamSettings(List<JetstreamHost> hosts, Words words) {
  private static final List<String> PUBLIC =
      List.of(
          "jetstream1.us-east.bsky.network",
          "jetstream2.us-east.bsky.network",
          "jetstream1.us-west.bsky.network",
          "jetstream2.us-west.bsky.network");

  /** Reads the mapping, where there is one. */
  static Optional<JetstreamSettings> read(Settings settings) {
    if (!settings.has("jetstream")) return Optional.empty();
    Settings part = settings.part("jetstream");
    List<String> named = part.texts("hosts");
    List<JetstreamHost> hosts =
        (named.isEmpty() ? PUBLIC : named).stream().flatMap(name -> host(name, part)).toList();
    List<String> words = part.texts("words").stream().map(String::strip).toList();
    if (words.isEmpty()) part.problem("words", "name at least one word to look for");
    for (String word : words) {
      if (!Words.isOne(word)) {
        part.problem(
            "words", "\"" + word + "\" is no word of 1 to " + Words.LONGEST + " characters");
      }
    }
    if (words.size() > Words.MOST) part.problem("words", "at most " + Words.MOST + " words");
    part.finish();
    return Optional.of(new JetstreamSettings(hosts, new Words(words)));
  }

  private static Stream<JetstreamHost> host(String name, Settings part) {
    Optional<JetstreamHost> host = JetstreamHost.parse(name);
    if (host.isEmpty()) {
      part.problem(
          "hosts",
          "\""
              + name
              + "\" is no address such as "
              + PUBLIC.getFirst()
              + " or"
              + " wss://jetstream.example/xrpc/network.bsky.jetstream.subscribeEvents");
    }
    return host.stream();
  }
}
