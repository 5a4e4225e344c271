package no.grenselos.app.demo;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import no.grenselos.app.config.ConfigFiles;
import no.grenselos.config.Secrets;

/** A configuration with every adapter that calls somebody, and a planted value for each secret. */
final class PlantedHouse {
  static final String SOL = "U0SOL";
  static final String DESK = "U0DESK";

  /** Those that the playground gives out itself. */
  private static final List<String> OF_THE_WORLD =
      List.of("MASTODON_TOKEN", "SLACK_BOT_TOKEN", "SLACK_SIGNING_SECRET", "TEAMS_APP_PASSWORD");

  private static final List<String> PLANTED =
      List.of(
          "X_BEARER_TOKEN",
          "X_USER_TOKEN",
          "X_CONSUMER_SECRET",
          "X_CLIENT_SECRET",
          "BLUESKY_APP_PASSWORD",
          "STACKEXCHANGE_KEY",
          "REDDIT_CLIENT_SECRET",
          "REDDIT_REFRESH_TOKEN",
          "YOUTUBE_API_KEY",
          "YOUTUBE_CLIENT_SECRET",
          "YOUTUBE_REFRESH_TOKEN",
          "FACEBOOK_PAGE_TOKEN",
          "FACEBOOK_APP_SECRET",
          "FACEBOOK_VERIFY_TOKEN",
          "WEBHOOK_SECRET",
          "WEBSUB_SECRET",
          "GRENSELOS_ASSISTANT_KEY",
          "GRENSELOS_DB_PASSWORD",
          "KAFKA_PASSWORD",
          "CRM_SECRET",
          "LOGIN_SECRET");

  private PlantedHouse() {}

  /** All of the application's environment: secrets by the names of their variables. */
  static Map<String, String> secrets(Secrets world, String calendar) {
    Map<String, String> secrets = new LinkedHashMap<>();
    for (String name : OF_THE_WORLD) secrets.put(name, world.find(name).orElseThrow().reveal());
    for (String name : PLANTED) secrets.put(name, planted(name));
    secrets.put("SOL_CALENDAR", calendar);
    return secrets;
  }

  private static String planted(String name) {
    return "planted." + name.toLowerCase(Locale.ROOT).replace('_', '.') + ".7f3a/+x";
  }

  /**
   * @param chats lines of {@code chats:}
   * @param others where all but the playground is
   * @param more lines of the main file
   */
  static ConfigFiles files(
      List<String> chats, URI network, URI own, String others, String store, String more) {
    String main =
        MAIN.formatted(own.getPort(), store, own, others, network)
            + more
            + "chats:\n  "
            + String.join("\n  ", chats)
            + "\n";
    return basis(others).with("grenselos.yml", main);
  }

  /**
   * To know who is in the house.
   *
   * @param others where the case system is
   */
  static ConfigFiles basis(String others) {
    String experts = EXPERTS.formatted(ALWAYS, Move.teamsId(SOL), Move.teamsId(DESK), others);
    return new ConfigFiles(
        "config",
        Map.of(
            "grenselos.yml", BASIS,
            "experts.yml", experts,
            "routes.yml", ROUTES,
            "topics/pumps.yml", PUMPS));
  }

  private static final String BASIS =
      """
      company: Fjellvarme
      fallback-channel: "slack:#desk"
      """;

  private static final String MAIN =
      """
      company: Fjellvarme
      language: en
      accounts: ["mastodon:@fjellvarme"]
      fallback-channel: "slack:#desk"
      storm: {posts: 100000}
      listen: 127.0.0.1
      port: %1$d
      store: {%2$s}
      encoder: {poison: {}}
      assistant: {url: "%4$s/v1", model: m, timeout: 2s}
      console:
        url: "%3$s"
        login:
          - name: house
            issuer: "%4$s"
            client-id: c
            client-secret: LOGIN_SECRET
            uris: {authorization: "%4$s/authorize", token: "%4$s/login-token", jwks: "%4$s/jwks"}
        roles: {admin: [kim@fjellvarme.example]}
      feeds:
        - {name: control-feed, mastodon: {server: "%5$s", hashtags: [fjell], notifications: true, poll: 1s, since: 1h}}
        - {name: x, x: {search: fjell, poll: 2s, api: "%4$s", account: fjell, webhook: true}}
        - {name: sky, bluesky: {handle: fjell.example, service: "%4$s", search: [fjell], poll: 2s}}
        - {name: hn, hackernews: {queries: [fjell], poll: 2s, search-api: "%4$s", item-api: "%4$s"}}
        - {name: so, stackexchange: {tags: [fjell], poll: 1m, api: "%4$s"}}
        - name: red
          reddit: {client-id: c, user-agent: "linux:fjell:v1 (by /u/fjell)", account: fjell, search: fjell, poll: 2s, api: "%4$s", auth: "%4$s"}
        - {name: tube, youtube: {videos: [abcdefghijk], client-id: c, account: UC0123456789abcdefghijkl, poll: 1m, api: "%4$s", auth: "%4$s"}}
        - {name: face, facebook: {page: "1", poll: 10s, api: "%4$s"}}
        - {name: insta, instagram: {account: "2", poll: 10s, api: "%4$s"}}
        - {name: rss, rss: {url: "%4$s/feed.xml", poll: 2s, websub: true}}
        - {name: tool, webhook: {}}
      """;

  private static final String ALWAYS =
      "hours: {days: [mon, tue, wed, thu, fri, sat, sun], from: \"00:00\", to: \"23:59\", zone:"
          + " UTC}";

  private static final String EXPERTS =
      """
      experts:
        - {id: sol, name: Sol, slack: U0SOL, teams: %2$s, topics: [pumps], speaks: en, calendar: SOL_CALENDAR, cap: {day: 900, week: 900}, %1$s}
      teams:
        - id: desk
          name: Desk
          channel: "slack:#desk"
          %1$s
          crm: {webhook: {url: "%4$s/crm", secret: CRM_SECRET}}
          members:
            - {name: Dina Desk, slack: U0DESK, teams: %3$s}
        - id: hall
          name: Hall
          channel: "teams:#hall"
          %1$s
          members:
            - {name: Dina Desk, slack: U0DESK, teams: %3$s}
      """;

  private static final String ROUTES =
      """
      routes:
        - name: hall
          when: text:hallway
          lane: care
          channel: "teams:#hall"
        - name: queue
          when: text:ticket
          lane: care
          channel: "slack:#desk"
        - name: pumps
          topic: pumps
          lane: expert
      """;

  private static final String PUMPS =
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
