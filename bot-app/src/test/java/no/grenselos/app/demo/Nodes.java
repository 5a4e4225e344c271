package no.grenselos.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import no.grenselos.app.config.AppSettings;
import no.grenselos.app.config.Configuration;
import no.grenselos.app.wiring.LoggingJournal;
import no.grenselos.app.wiring.Setup;
import no.grenselos.mention.MentionId;
import no.grenselos.store.Books;
import no.grenselos.store.FeedStates;
import no.grenselos.store.Parked;
import no.grenselos.store.Store;
import org.jspecify.annotations.Nullable;

/**
 * Processes of the jar as it is shipped on one database, with a world around them that lives on
 * while they are killed.
 */
final class Nodes implements AutoCloseable {
  /** What a start or a move may take on a machine with other work. */
  static final Duration LONGEST = Duration.ofMinutes(3);

  /** Each channel takes one message a second, so the work is spread over many people. */
  private static final int EXPERTS = 60;

  private final TestHouse house;
  private final World world;
  private final String more;
  private final List<Engine> databases = new ArrayList<>();
  private final List<AppProcess> all = new ArrayList<>();
  private @Nullable Store store;

  private Nodes(TestHouse house, World world, String more) {
    this.house = house;
    this.world = world;
    this.more = more;
  }

  /**
   * So many, which do not run yet, on a PostgreSQL of their own.
   *
   * @param more lines of the main file
   */
  static Nodes open(Path temp, int count, String more) throws Exception {
    return open(temp, count, more, Database.start(temp.resolve("postgres")), Map.of());
  }

  /**
   * So many, which do not run yet.
   *
   * @param more lines of the main file
   * @param database ends with them
   * @param environment of theirs, beside their secrets
   */
  static Nodes open(
      Path temp, int count, String more, Engine database, Map<String, String> environment)
      throws Exception {
    TestHouse house = TestHouse.in(temp.resolve("config"), EXPERTS);
    Nodes nodes = new Nodes(house, KillIT.open(house), more);
    nodes.use(database);
    for (int i = 0; i < count; i++) nodes.add(temp.resolve("node-" + i), environment);
    return nodes;
  }

  /** One that does not run yet, brisk, in a house of its own and by that clock outside. */
  static Nodes one(Path temp, TestHouse house, Clock outside) throws Exception {
    Nodes nodes = new Nodes(house, KillIT.open(house, outside), TestHouse.BRISK);
    nodes.use(Engine.File.in(temp));
    nodes.add(temp.resolve("node"), Map.of());
    return nodes;
  }

  private void add(Path log, Map<String, String> environment) throws Exception {
    Map<String, String> secrets = new HashMap<>(environment);
    secrets.putAll(KillIT.secrets(world));
    Path jar = AppProcess.unpack(house.folder());
    all.add(new AppProcess(jar, house.folder(), log, secrets));
  }

  /** They have this one from their next start on; none may run. */
  void use(Engine database) throws IOException {
    if (store != null) store.close();
    store = null;
    databases.add(database);
    house.connect(
        world.playground().slackApi(), world.playground().network(), database.entry(), more);
  }

  /** Starts them and waits until they are ready; to be closed even if that fails. */
  void start() throws Exception {
    start(LONGEST);
  }

  /** The same, in so long. */
  void start(Duration longest) throws Exception {
    for (AppProcess node : all) node.start();
    for (AppProcess node : all) node.awaitReady(longest);
  }

  World world() {
    return world;
  }

  /** The one they have now. */
  Engine engine() {
    return databases.getLast();
  }

  /** What they know; opened when it is first asked for, which brings it to today's schema. */
  synchronized Store store() {
    if (store == null) {
      Setup setup = Setup.of(house.files(), new LoggingJournal());
      AppSettings settings = Configuration.read(house.files(), 1, setup.providers().known()).app();
      store = setup.openStore(settings);
    }
    return store;
  }

  List<AppProcess> all() {
    return List.copyOf(all);
  }

  /** Kari writes so many posts, one after the other with that pause, on a thread of its own. */
  Thread post(int count, Duration pause, IntFunction<String> words) {
    return post(world, count, pause, words);
  }

  /** Kari asks so many times what the experts know. */
  Thread ask(int count, Duration pause) {
    return ask(world, count, pause);
  }

  /** The same in a world without nodes. */
  static Thread ask(World world, int count, Duration pause) {
    return post(world, count, pause, i -> "Does a heat pump howl at night?");
  }

  private static Thread post(World world, int count, Duration pause, IntFunction<String> words) {
    return Thread.ofPlatform()
        .daemon()
        .start(() -> {
          try {
            for (int i = 0; i < count; i++) {
              world.network().post("kari", words.apply(i) + " #fjell no. " + i);
              Thread.sleep(pause);
            }
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
  }

  /** The holder's name of the one that reads the feed, once there is one that is not the other. */
  Optional<String> holder(String other) throws InterruptedException {
    long end = System.nanoTime() + LONGEST.toNanos();
    while (System.nanoTime() < end) {
      Optional<String> holder =
          store().read(books -> books.feedStates().all()).stream()
              .map(FeedStates.Row::holder)
              .filter(name -> name != null && !name.equals(other))
              .findFirst();
      if (holder.isPresent()) return holder;
      Thread.sleep(50);
    }
    return Optional.empty();
  }

  /** The one of that name. */
  AppProcess named(String holder) {
    return all.stream().filter(node -> holder.contains("/" + node.pid() + "/")).findFirst().get();
  }

  void awaitCards(int count, Duration longest) throws InterruptedException {
    boolean shown = world.slack().await(slack -> Facts.cards(world).size() >= count, longest);
    assertThat(shown)
        .as("%d of %d cards are shown\n%s", Facts.cards(world).size(), count, lastWords())
        .isTrue();
  }

  private String lastWords() {
    return all.stream().map(AppProcess::lastWords).collect(Collectors.joining("\n---\n"));
  }

  /** Ends all of them in order. */
  void stop() throws InterruptedException {
    for (AppProcess node : all) assertThat(node.stop()).as("ended in order").isTrue();
  }

  /** So many posts became a ticket and a card, once each, and nothing was set aside. */
  void assertShownOnce(int posts) {
    assertShownOnce(posts, 0);
  }

  /** The same, beside so many cards that are about no post. */
  void assertShownOnce(int posts, int others) {
    assertThat(count("ticket.opened")).as("tickets").isEqualTo(posts);
    assertThat(Facts.cards(world)).as("cards shown").hasSize(posts + others);
    assertThat(Facts.cards(world).values()).as("times each was shown").containsOnly(1);
    assertNothingSetAside();
  }

  void assertNothingSetAside() {
    List<Parked> unread = store().read(books -> books.mentionInbox().parked(10));
    List<Parked> unsent = store().read(books -> books.outbox().parked(10));
    assertThat(unread).as("mentions set aside").isEmpty();
    assertThat(unsent).as("errands set aside").isEmpty();
  }

  /** How many of the posts were read and decided on. */
  long handled() {
    String server = world.playground().network().getHost();
    return store()
        .read((Books books) ->
            world.network().statuses().stream()
                .map(post -> MentionId.parse("mastodon:" + server + "/" + post.id()))
                .filter(post -> books.mentions().find(post).isPresent())
                .count());
  }

  /** How often this was noted. */
  long count(String what) {
    Map<String, Long> audit = store().read(books -> books.audit().counts());
    return audit.getOrDefault(what, 0L);
  }

  /** How many cards were shown more than once. */
  long doubled() {
    return Facts.cards(world).values().stream().filter(times -> times > 1).count();
  }

  @Override
  public void close() throws IOException {
    all.forEach(AppProcess::close);
    if (store != null) store.close();
    world.close();
    for (Engine database : databases) database.close();
  }
}
