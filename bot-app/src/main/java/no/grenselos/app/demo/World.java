package no.grenselos.app.demo;

import java.text.Normalizer;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import no.grenselos.config.Secret;
import no.grenselos.config.Secrets;
import no.grenselos.expert.Expert;
import no.grenselos.expert.Handle;
import no.grenselos.expert.Team;
import no.grenselos.playground.Playground;
import no.grenselos.playground.PlaygroundOptions;
import no.grenselos.playground.network.Account;
import no.grenselos.playground.network.Network;
import no.grenselos.playground.network.http.NetworkPart;
import no.grenselos.playground.slack.PlaySlack;
import no.grenselos.playground.slack.workspace.SlackApp;
import no.grenselos.playground.slack.workspace.SlackChannel;
import no.grenselos.playground.slack.workspace.SlackSeed;
import no.grenselos.playground.slack.workspace.SlackUser;
import no.grenselos.route.RuleBook;

/** The playground, peopled: outside the script's accounts, inside the staff of the rule book. */
final class World implements AutoCloseable {
  private static final String SLACK = "slack";

  /** The demo asks more often than an application may ask a real server. */
  private static final int REQUESTS = 1_000_000;

  private final Playground playground;
  private final String company;

  private World(Playground playground, String company) {
    this.playground = playground;
    this.company = company;
  }

  /**
   * @param company the house's own account on the network
   * @param port of the page; 0 for any
   */
  static World open(DemoScript script, RuleBook book, String company, Clock clock, int port) {
    List<no.grenselos.playground.stage.Part> parts =
        List.of(new PlaySlack(workspace(book)), new NetworkPart(REQUESTS, Duration.ofMinutes(5)));
    World world = new World(Playground.start(new PlaygroundOptions(port, clock, parts)), company);
    script.people().forEach(world::join);
    return world;
  }

  private void join(DemoScript.Person person) {
    Account account = network().join(person.acct(), person.name(), "nb", person.followers(), false);
    network().tokens().grant(token(person.acct()), account, "read", "write");
  }

  /** What an account shows at the network's API. */
  static String token(String acct) {
    return "demo-token-of-" + acct;
  }

  Playground playground() {
    return playground;
  }

  PlaySlack slack() {
    return playground.part(PlaySlack.class);
  }

  Network network() {
    return playground.part(NetworkPart.class).network();
  }

  String company() {
    return company;
  }

  /** What the application must know to be let in on both sides. */
  Secrets secrets() {
    SlackApp.Secrets slack = slack().seed().app().secrets();
    Map<String, String> known =
        Map.of(
            "MASTODON_TOKEN", token(company),
            "SLACK_BOT_TOKEN", slack.botToken(),
            "SLACK_APP_TOKEN", slack.appToken(),
            "SLACK_SIGNING_SECRET", slack.signingSecret());
    return name -> Optional.ofNullable(known.get(name)).map(Secret::new);
  }

  private static SlackSeed workspace(RuleBook book) {
    SlackApp app = SlackApp.usual().named("Grenselos");
    Map<String, SlackUser> users = new LinkedHashMap<>();
    for (Expert expert : book.experts()) {
      id(expert.handles())
          .ifPresent(id ->
              users.put(
                  id, user(id, expert.name()).title(expert.title()).locale(tag(expert.speaks()))));
    }
    String language = tag(book.house().language());
    List<SlackChannel> channels = new ArrayList<>();
    for (Team team : book.teams()) {
      List<String> members = new ArrayList<>(List.of(app.botUser()));
      team.members().entrySet().stream()
          .filter(member -> member.getKey().house().equals(SLACK))
          .sorted(Map.Entry.comparingByValue())
          .forEach(member -> {
            String id = member.getKey().id();
            users.putIfAbsent(id, user(id, member.getValue()).title(team.name()).locale(language));
            members.add(id);
          });
      channels.add(
          SlackChannel.open(team.channel().replaceFirst("^#", ""), members.toArray(String[]::new)));
    }
    book.house()
        .admins()
        .forEach((handle, name) -> {
          if (handle.house().equals(SLACK)) {
            users.putIfAbsent(handle.id(), user(handle.id(), name).locale(language));
          }
        });
    return SlackSeed.small()
        .app(app)
        .team("T0GRENSELOS", book.house().company())
        .users(List.copyOf(users.values()))
        .channels(channels);
  }

  private static String tag(Locale language) {
    return language.getLanguage().equals("en") ? "en-GB" : "nb-NO";
  }

  private static Optional<String> id(List<Handle> handles) {
    return handles.stream()
        .filter(handle -> handle.house().equals(SLACK))
        .map(Handle::id)
        .findFirst();
  }

  private static SlackUser user(String id, String name) {
    String plain =
        Normalizer.normalize(name.toLowerCase(Locale.ROOT).replace('ø', 'o'), Normalizer.Form.NFKD)
            .replaceAll("\\p{M}", "");
    return SlackUser.of(id, plain.replaceAll("[^a-z0-9]+", "."), name);
  }

  @Override
  public void close() {
    playground.close();
  }
}
