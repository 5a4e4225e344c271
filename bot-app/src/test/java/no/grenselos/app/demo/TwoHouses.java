package no.grenselos.app.demo;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import no.grenselos.app.config.ConfigFiles;
import no.grenselos.app.config.Configuration;
import no.grenselos.app.wiring.Setup;
import no.grenselos.playground.PlaygroundOptions;
import no.grenselos.route.RuleBook;
import org.jspecify.annotations.Nullable;

/**
 * A house with people in Slack and in Teams, always at work: Sol prefers Slack, Tora prefers Teams,
 * and the desk's channel is in Teams. The application can be stopped and started on the same
 * database, with the same world around it.
 */
final class TwoHouses implements AutoCloseable {
  static final String SOL = "U0SOL";
  static final String TORA = "U0TORA";
  static final String DESK = "U0DESK";
  static final Duration LONGEST = Duration.ofSeconds(30);

  private static final DemoScript PEOPLE =
      new DemoScript(
          List.of(
              new DemoScript.Person("fjellvarme", "Fjellvarme", 1),
              new DemoScript.Person("kari", "Kari", 1),
              new DemoScript.Person("ola", "Ola", 1)),
          List.of(),
          DemoScript.load().answers());

  private final World world;
  private final Setup setup;
  private final List<Screen> screens = new ArrayList<>();
  private final List<Inside> inside;
  private @Nullable Service service;

  private TwoHouses(World world, Setup setup) {
    this.world = world;
    this.setup = setup;
    this.inside = world.inside();
  }

  static TwoHouses open(Path folder) throws Exception {
    TestHouse.in(folder.resolve("config"), 1);
    ConfigFiles own =
        ConfigFiles.read(folder.resolve("config"))
            .with("experts.yml", EXPERTS)
            .with("routes.yml", ROUTES)
            .with("topics/wells.yml", WELLS);
    Path database = folder.resolve("grenselos.db");
    DemoFiles files = DemoFiles.of(own, book(own), Houses.BOTH, database, Duration.ofMinutes(30));
    RuleBook book = book(files.unconnected());
    PlaygroundOptions options = new PlaygroundOptions(0, Clock.systemUTC(), List.of());
    World world = World.open(PEOPLE, book, "fjellvarme", options, Houses.BOTH);
    List<String> feeds = List.of(DemoFiles.mastodon(world.playground().network(), "fjell"));
    Setup setup =
        new Setup(
            files.connected(world.chats(), feeds),
            BriskFeeds.providers(),
            world.secrets(),
            Clock.systemUTC(),
            entry -> {},
            true);
    TwoHouses houses = new TwoHouses(world, setup);
    Service first = houses.start();
    world.letIn(first.grenselos(), false);
    return houses;
  }

  private static RuleBook book(ConfigFiles files) {
    Configuration read = Configuration.read(files, 1, BriskFeeds.providers().known());
    read.refuseIfBroken();
    return read.book();
  }

  Service start() {
    Service started = Service.start(setup, world);
    service = started;
    return started;
  }

  void stop() {
    if (service != null) service.close();
    service = null;
  }

  World world() {
    return world;
  }

  void post(String words) {
    post("kari", words);
  }

  void post(String account, String words) {
    world.network().post(account, words + " #fjell");
  }

  /** All that was shown so far with these words, the newest version of each message. */
  List<Screen> shown(String words) {
    for (Inside house : inside) {
      for (Screen fresh : house.news()) {
        screens.removeIf(old -> old.key().equals(fresh.key()));
        screens.add(fresh);
      }
    }
    return screens.stream().filter(one -> one.content().toString().contains(words)).toList();
  }

  /** Waits for a card with these words before that person alone. */
  Screen nudge(String house, String owner, String words) throws InterruptedException {
    return await(
        house,
        words,
        one -> one.house().equals(house) && one.isDirect() && one.owner().equals(owner));
  }

  /** Waits for a card with these words in the channel of that house. */
  Screen inChannel(String house, String words) throws InterruptedException {
    return await(
        house,
        words,
        one -> one.house().equals(house) && !one.isDirect() && one.post().isPresent());
  }

  /** Waits for it in that house, woken by each change there; throws when it does not come. */
  Screen await(String house, String words, Wanted wanted) throws InterruptedException {
    List<Screen> found = new ArrayList<>();
    BooleanSupplier came =
        () -> {
          shown(words).stream().filter(wanted::is).findFirst().ifPresent(found::add);
          return !found.isEmpty();
        };
    boolean inTime =
        house.equals(Houses.IN_SLACK)
            ? world.playground().slack().await(all -> came.getAsBoolean(), LONGEST)
            : world.playground().teams().await(all -> came.getAsBoolean(), LONGEST);
    if (!inTime) throw new AssertionError("not shown: " + words + "; but " + shown(words));
    return found.getFirst();
  }

  @FunctionalInterface
  interface Wanted {
    boolean is(Screen screen);
  }

  static String inTeams(String slackId) {
    return Move.teamsId(slackId);
  }

  @Override
  public void close() {
    stop();
    world.close();
  }

  private static final String ALWAYS =
      "hours: {days: [mon, tue, wed, thu, fri, sat, sun], from: \"00:00\", to: \"23:59\", zone:"
          + " UTC}";

  private static final String EXPERTS =
      """
      experts:
        - {id: sol, name: Sol, slack: U0SOL, topics: [pumps], speaks: en, cap: {day: 900, week: 900}, %1$s}
        - {id: tora, name: Tora, slack: U0TORA, topics: [wells], speaks: en, cap: {day: 900, week: 900}, %1$s}
      teams:
        - id: desk
          name: Desk
          channel: "#desk"
          %1$s
          members:
            - {name: Dina Desk, slack: U0DESK}
      """
          .formatted(ALWAYS);

  private static final String ROUTES =
      """
      routes:
        - name: queue
          when: text:ticket
          lane: care
          channel: "#desk"
          go-on: true
        - name: pumps
          topic: pumps
          lane: expert
        - name: wells
          topic: wells
          lane: expert
      """;

  private static final String WELLS =
      """
      id: wells
      name: {en: Wells, nb: Brønner}
      describe: {en: Energy wells, nb: Energibrønner}
      keywords: [well, wells]
      phrases: ["energy well"]
      examples:
        - How deep must an energy well be?
        - Our energy well is dry
      """;
}
