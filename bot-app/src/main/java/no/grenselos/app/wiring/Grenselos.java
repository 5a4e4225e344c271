package no.grenselos.app.wiring;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.grenselos.app.assistant.Assistants;
import no.grenselos.app.config.AppSettings;
import no.grenselos.app.config.Configuration;
import no.grenselos.app.crm.CrmWebhook;
import no.grenselos.chat.Chat;
import no.grenselos.chat.ChatPort;
import no.grenselos.chat.Place;
import no.grenselos.config.ConfigException;
import no.grenselos.config.ConfigProblem;
import no.grenselos.config.Finding;
import no.grenselos.expert.Team;
import no.grenselos.feed.Cursor;
import no.grenselos.feed.Feed;
import no.grenselos.flow.Desk;
import no.grenselos.flow.Engine;
import no.grenselos.reading.meaning.Meanings;
import no.grenselos.route.Router;
import no.grenselos.store.Store;
import no.grenselos.store.StoreException;
import no.grenselos.web.Webhook;
import no.grenselos.work.Aids;
import no.grenselos.work.Equipment;
import org.jspecify.annotations.Nullable;

/** The whole application but its web server: opened, then started, then closed, each once. */
public final class Grenselos implements AutoCloseable {
  private final AppSettings app;
  private final Adapters adapters;
  private final Store store;
  private final RulesInForce rules;
  private final Schooling schooling;
  private final Desk desk;
  private final List<WatchedPort> ports;
  private @Nullable Engine engine;

  private Grenselos(AppSettings app, Adapters adapters, Store store, Learned learned, Setup setup) {
    this.app = app;
    this.adapters = adapters;
    this.store = store;
    this.rules = learned.rules();
    this.schooling = learned.schooling();
    this.ports = adapters.chats().values().stream().map(c -> new WatchedPort(c.port())).toList();
    String channels = ports.getFirst().house();
    this.desk =
        new Desk(
            new Equipment(
                store,
                rules,
                adapters.publishers(),
                channels,
                setup.clock(),
                setup.journal(),
                schooling,
                app.lease(),
                new CrmWebhook(setup.secrets(), setup.clock()),
                learned.aids()));
  }

  private record Learned(RulesInForce rules, Schooling schooling, Aids aids) {}

  /**
   * Reads the configuration, opens the adapters and the store, and puts the rules in force. Nothing
   * is read or sent yet.
   *
   * @throws ConfigException with every problem; nothing has changed then
   * @throws StoreException when the store cannot be opened
   */
  public static Grenselos open(Setup setup) {
    LateListener late = new LateListener();
    Configuration configuration = Configuration.read(setup.files(), 1, setup.providers().known());
    Adapters adapters = Adapters.open(setup, configuration.app(), late, late::store);
    try {
      needsAChat(configuration, setup);
      configuration.refuseIfBroken();
      Grenselos grenselos = onStore(setup, configuration, adapters);
      late.become(grenselos.desk, grenselos.store);
      return grenselos;
    } catch (RuntimeException e) {
      adapters.close();
      throw e;
    }
  }

  private static Grenselos onStore(Setup setup, Configuration configuration, Adapters adapters) {
    Store store = openStore(setup, configuration.app());
    try {
      configuration.refuseIfBroken();
      WarmUp.language();
      Meanings meanings = Encoders.meanings(adapters.encoder(), configuration.words().lexicon());
      Schooling schooling = new Schooling(meanings, setup.clock());
      RulesInForce rules = RulesInForce.take(store, setup, schooling);
      Aids aids =
          new Aids(
              meanings,
              configuration.app().assistant().map(one -> Assistants.open(one, setup.secrets())));
      Learned learned = new Learned(rules, schooling, aids);
      return new Grenselos(configuration.app(), adapters, store, learned, setup);
    } catch (RuntimeException e) {
      store.close();
      throw e;
    }
  }

  /** Opens the configured store; problems with its settings are reported there. */
  public static Store openStore(Setup setup, AppSettings app) {
    AppSettings.Part part = app.store();
    return Objects.requireNonNull(setup.providers().stores().get(part.kind()))
        .open(part.settings(), setup.secrets());
  }

  private static void needsAChat(Configuration configuration, Setup setup) {
    if (!configuration.app().chats().isEmpty()) return;
    String known = String.join(", ", setup.providers().chats().keySet().stream().sorted().toList());
    configuration
        .problems()
        .in(setup.files().main())
        .add(0, "chats", "names no house to ask people in; known are " + known);
  }

  /** Begins to read, ask and answer. Returns at once. */
  public void start() {
    List<Feed> feeds = List.copyOf(adapters.feeds());
    engine = Engine.start(desk, feeds, List.<ChatPort>copyOf(ports));
    adapters.chats().values().forEach(Chat::start);
  }

  /** Where the web server listens. */
  public AppSettings settings() {
    return app;
  }

  public Store store() {
    return store;
  }

  /** The doors of the chats that are called over HTTP, by house. */
  public Map<String, Webhook> webhooks() {
    Map<String, Webhook> doors = new LinkedHashMap<>();
    adapters.chats().forEach((house, chat) -> chat.webhook().ifPresent(w -> doors.put(house, w)));
    return doors;
  }

  /** Chats that ask nobody who they are: what they open is for this machine alone. */
  public Set<String> loopbackOnly() {
    return adapters.chats().entrySet().stream()
        .filter(chat -> chat.getValue().loopbackOnly())
        .map(Map.Entry::getKey)
        .collect(Collectors.toUnmodifiableSet());
  }

  public Health health() {
    Finding kept = storeHealth();
    List<Finding> findings = new ArrayList<>(List.of(kept));
    ports.forEach(port -> findings.add(port.last()));
    adapters.feeds().forEach(feed -> findings.add(feed.last()));
    findings.add(adapters.encoder().map(WatchedEncoder::last).orElse(WatchedEncoder.NONE));
    findings.add(schooling.finding());
    return new Health(kept.fine(), findings);
  }

  /** Rules that can be used but hardly say what was meant, with places and advice. */
  public List<ConfigProblem> warnings() {
    return Router.lint(rules.get().book());
  }

  /**
   * Tries what can be tried without asking anybody.
   *
   * @param feedsToo whether to read a page of each feed; some networks bill for it
   */
  public List<Finding> check(boolean feedsToo) {
    List<Finding> findings = new ArrayList<>(List.of(storeHealth()));
    List<String> channels =
        Stream.concat(
                Stream.of(rules.get().book().house().fallbackChannel()),
                rules.get().book().teams().stream().map(Team::channel))
            .distinct()
            .toList();
    String usual = ports.getFirst().house();
    adapters
        .chats()
        .forEach((house, chat) ->
            findings.addAll(
                chat.check(
                    channels.stream()
                        .map(written -> Place.Channel.named(written, usual))
                        .filter(channel -> channel.house().equals(house))
                        .map(Place.Channel::name)
                        .toList())));
    if (!loopbackOnly().isEmpty()) findings.add(closedDoors());
    findings.add(adapters.encoder().map(WatchedEncoder::check).orElse(WatchedEncoder.NONE));
    if (feedsToo) {
      for (WatchedFeed feed : adapters.feeds()) {
        feed.fetch(Cursor.START);
        findings.add(feed.last());
      }
    }
    return findings;
  }

  private Finding closedDoors() {
    String who = String.join(", ", new TreeSet<>(loopbackOnly()));
    String instead = app.listen().equals("127.0.0.1") ? "" : " instead of " + app.listen();
    String text = "listens on 127.0.0.1" + instead + ": " + who + " asks nobody who they are";
    return new Finding(true, "web server", text);
  }

  private Finding storeHealth() {
    try {
      long waiting = store.read(books -> books.outbox().waiting());
      long parked = store.read(books -> books.outbox().parked(100).size());
      return new Finding(true, "store", waiting + " to send, " + parked + " set aside");
    } catch (StoreException e) {
      return new Finding(false, "store", String.valueOf(e.getMessage()));
    }
  }

  /** Finishes what is in hand, at most some ten seconds; the rest is done by the next start. */
  @Override
  public void close() {
    if (engine != null) engine.close();
    adapters.close();
    store.close();
    rules.close();
  }
}
