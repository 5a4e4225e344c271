package no.grenselos.app.demo;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import no.grenselos.app.config.ConfigFiles;

/**
 * A house with so many experts on one topic, and a queue.
 *
 * @param hours when they are at work, as the file says it
 */
record TestHouse(Path folder, int experts, String hours) {
  private static final String DAYS = "days: [mon, tue, wed, thu, fri, sat, sun]";
  private static final String ALWAYS = "{" + DAYS + ", from: \"00:00\", to: \"23:59\", zone: UTC}";

  /** From 08:00 to 16:00, also on Sundays. */
  static final String BY_DAY = "{" + DAYS + ", from: \"08:00\", to: \"16:00\", zone: Europe/Oslo}";

  /** A line of the main file: what a node that died had in hand is soon taken up. */
  static final String BRISK = "lease: 3s\n";

  /** Writes the files of one whose people are always at work into the folder. */
  static TestHouse in(Path folder, int experts) throws IOException {
    return in(folder, experts, ALWAYS);
  }

  /** The same of one whose people have those hours. */
  static TestHouse in(Path folder, int experts, String hours) throws IOException {
    TestHouse house = new TestHouse(folder, experts, hours);
    Files.createDirectories(folder.resolve("topics"));
    Files.writeString(folder.resolve("grenselos.yml"), main(""));
    Files.writeString(folder.resolve("experts.yml"), house.people());
    Files.writeString(folder.resolve("routes.yml"), ROUTES);
    Files.writeString(folder.resolve("topics/pumps.yml"), TOPIC);
    return house;
  }

  ConfigFiles files() {
    return ConfigFiles.read(folder);
  }

  /**
   * With a store, a chat and a feed on the playground, and brisk.
   *
   * @param store as the file says it
   */
  void connect(URI slackApi, URI network, String store) throws IOException {
    connect(slackApi, network, store, BRISK);
  }

  /**
   * The same with other lines, and not brisk unless they say so.
   *
   * @param more lines as the file says them
   */
  void connect(URI slackApi, URI network, String store, String more) throws IOException {
    String parts =
        more
            + """
            store: {%s}
            chats:
              slack: {mode: http, api: "%s"}
            feeds:
              - {name: net, mastodon: {server: "%s", hashtags: [fjell], poll: 1s, since: 1h}}
            """
                .formatted(store, slackApi, network);
    Files.writeString(folder.resolve("grenselos.yml"), main(parts));
  }

  private static String main(String parts) {
    return """
    company: Fjellvarme
    language: en
    time-zone: Europe/Oslo
    accounts: ["mastodon:@fjellvarme"]
    fallback-channel: "#desk"
    encoder: none
    storm: {posts: 100000}
    """
        + parts;
  }

  private String people() {
    String expert =
        """
          - id: e%1$d
            name: Expert %1$d
            slack: U0EXPERT%1$03d
            topics: [pumps]
            hours: %2$s
            cap: {day: 900, week: 900}
            speaks: en
        """;
    String each =
        IntStream.range(0, experts)
            .mapToObj(i -> expert.formatted(i, hours))
            .collect(Collectors.joining());
    return "experts:\n"
        + each
        + """
        teams:
          - id: desk
            name: Desk
            channel: "#desk"
            hours: %s
            members:
              - {name: Dina Desk, slack: U0DESK}
              - {name: Dag Desk, slack: U0DAG}
        """
            .formatted(hours);
  }

  private static final String ROUTES =
      """
      routes:
        - name: queue
          when: text:ticket
          lane: care
          channel: "#desk"
        - name: pumps
          topic: pumps
          lane: expert
      """;

  private static final String TOPIC =
      """
      id: pumps
      name: {en: Pumps, nb: Pumper}
      describe: {en: Heat pumps, nb: Varmepumper}
      keywords: [pump, pumps]
      phrases: ["heat pump"]
      examples:
        - My heat pump howls at night
        - Which heat pump is good in the cold?
      """;
}
