package no.grenselos.app.demo.fault;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import no.grenselos.app.config.ConfigFiles;

/**
 * The files of a house whose people are always at work: sixty experts on one topic. Each may be
 * written to once a second in Slack, so that Slack's pace is not what is measured.
 */
final class FaultHouse {
  static final int EXPERTS = 60;

  private static final String ALWAYS =
      "hours: {days: [mon, tue, wed, thu, fri, sat, sun], from: \"00:00\", to: \"23:59\", zone:"
          + " UTC}";

  private FaultHouse() {}

  /**
   * @param store the entry of {@code store:}, in one line of YAML
   */
  static ConfigFiles files(Surroundings around, String store) {
    return new ConfigFiles(
        "bench",
        Map.of(
            "grenselos.yml",
            main(around, store),
            "experts.yml",
            people(),
            "routes.yml",
            "routes:\n  - {name: pumps, topic: pumps, lane: expert}\n",
            "topics/pumps.yml",
            TOPIC));
  }

  /** The offer's time never ends here, so a second nudge about a post is always a mistake. */
  private static String main(Surroundings around, String store) {
    return """
    company: Fjellvarme
    language: en
    time-zone: Europe/Oslo
    accounts: ["mastodon:@fjellvarme"]
    fallback-channel: "#desk"
    offer-for: 7d
    encoder: none
    storm: {posts: 100000}
    store: {%s}
    chats:
      slack: {mode: http, api: "%s"}
    feeds:
      - {name: net, mastodon: {server: "%s", hashtags: [%s], poll: 1s, since: 1h}}
    """
        .formatted(store, around.slackApi(), around.network(), Surroundings.HASHTAG);
  }

  private static String people() {
    return IntStream.range(0, EXPERTS)
        .mapToObj(i ->
            """
              - id: e%1$d
                name: Expert %1$d
                slack: %2$s
                topics: [pumps]
                %3$s
                cap: {day: 900, week: 900}
                speaks: en
            """
                .formatted(i, Surroundings.expert(i), ALWAYS))
        .collect(Collectors.joining("", "experts:\n", team()));
  }

  private static String team() {
    return """
    teams:
      - id: desk
        name: Desk
        channel: "#desk"
        %s
        members:
          - {name: Dina Desk, slack: U0DESK}
    """
        .formatted(ALWAYS);
  }

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
