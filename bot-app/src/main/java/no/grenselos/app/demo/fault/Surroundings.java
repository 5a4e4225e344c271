package no.grenselos.app.demo.fault;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.grenselos.playground.Playground;
import no.grenselos.playground.PlaygroundOptions;
import no.grenselos.playground.network.Account;
import no.grenselos.playground.network.Network;
import no.grenselos.playground.network.Status;
import no.grenselos.playground.network.http.NetworkPart;
import no.grenselos.playground.slack.PlaySlack;
import no.grenselos.playground.slack.workspace.Shown;
import no.grenselos.playground.slack.workspace.SlackApp;
import no.grenselos.playground.slack.workspace.SlackChannel;
import no.grenselos.playground.slack.workspace.SlackSeed;
import no.grenselos.playground.slack.workspace.SlackUser;

/**
 * What stands around the service and lives on when it is killed: a network on which posts appear,
 * and Slack with its limits, in this process and on loopback. It remembers all that was offered and
 * all that was shown.
 */
final class Surroundings implements AutoCloseable {
  static final String HASHTAG = "fjell";

  private static final String TOKEN = "bench-token";
  private static final String WRITER = "kari";

  /** The feed asks every second, which a real server allows for five minutes only. */
  private static final int REQUESTS = 1_000_000;

  /** One post in so many concerns nobody. */
  private static final int OTHERS = 5;

  private static final int MOST_WAITING = 60;

  private static final Pattern NUMBER = Pattern.compile("no\\. (\\d+)\\b");

  private final Playground playground;
  private int posts;

  private Surroundings(Playground playground) {
    this.playground = playground;
  }

  static Surroundings open() {
    NetworkPart network = new NetworkPart(REQUESTS, Duration.ofMinutes(5));
    PlaygroundOptions options =
        new PlaygroundOptions(0, Clock.systemUTC(), List.of(new PlaySlack(workspace()), network));
    Playground playground = Playground.start(options);
    playground.slack().weather().enforceRateLimits(true);
    Surroundings around = new Surroundings(playground);
    Network people = around.people();
    people.join(WRITER, "Kari", "nb", 1, false);
    Account company = people.join("fjellvarme", "Fjellvarme", "nb", 1, false);
    people.tokens().grant(TOKEN, company, "read", "write");
    return around;
  }

  private static SlackSeed workspace() {
    SlackApp app = SlackApp.usual().named("Grenselos");
    List<SlackUser> users = new ArrayList<>(List.of(SlackUser.of("U0DESK", "dina", "Dina Desk")));
    for (int i = 0; i < FaultHouse.EXPERTS; i++) {
      users.add(SlackUser.of(expert(i), "expert" + i, "Expert " + i));
    }
    return SlackSeed.small()
        .app(app)
        .users(users)
        .channels(List.of(SlackChannel.open("desk", app.botUser(), "U0DESK")));
  }

  /** The Slack id of the expert of that number. */
  static String expert(int number) {
    return "U0EXPERT%03d".formatted(number);
  }

  URI slackApi() {
    return playground.slackApi();
  }

  URI network() {
    return playground.network();
  }

  /** What the service needs in its environment. */
  Map<String, String> secrets() {
    SlackApp.Secrets slack = playground.slack().seed().app().secrets();
    return Map.of(
        "MASTODON_TOKEN", TOKEN,
        "SLACK_BOT_TOKEN", slack.botToken(),
        "SLACK_SIGNING_SECRET", slack.signingSecret());
  }

  /**
   * Kari writes once more, unless too many of her posts wait already: a machine that is slow would
   * else be measured by its backlog. Of five posts four ask what the experts know. By one thread.
   */
  void post() {
    long shown =
        playground.slack().posts().stream()
            .filter(one -> one.kind() == Shown.Kind.POSTED && !one.payload("card").isEmpty())
            .count();
    if (posts - posts / OTHERS - shown >= MOST_WAITING) return;
    String words =
        posts % OTHERS == OTHERS - 1
            ? "Nothing but weather here today"
            : "Does a heat pump howl at night?";
    Status unused = people().post(WRITER, words + " #" + HASHTAG + " no. " + posts++);
  }

  /** What was offered and shown so far. */
  Witnessed witnessed() {
    Witnessed witnessed = new Witnessed();
    for (Status status : people().statuses()) {
      Matcher number = NUMBER.matcher(status.text());
      if (number.find()) {
        boolean ours = status.text().contains("heat pump");
        witnessed.offered(number.group(1), ours, status.createdAt());
      }
    }
    for (Shown shown : playground.slack().posts()) {
      if (shown.kind() != Shown.Kind.POSTED || shown.payload("card").isEmpty()) continue;
      Matcher number = NUMBER.matcher(shown.message().toString());
      if (number.find()) witnessed.nudged(number.group(1), shown.at());
    }
    return witnessed;
  }

  private Network people() {
    return playground.part(NetworkPart.class).network();
  }

  @Override
  public void close() {
    playground.close();
  }
}
