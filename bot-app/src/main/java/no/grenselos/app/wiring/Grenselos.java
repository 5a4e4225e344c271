package no.grenselos.app.wiring;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import no.grenselos.app.calendar.CalendarReading;
import no.grenselos.app.config.AppSettings;
import no.grenselos.app.crm.CrmWebhook;
import no.grenselos.app.vitals.Backlog;
import no.grenselos.app.vitals.ChatVitals;
import no.grenselos.app.vitals.Vitals;
import no.grenselos.chart.ChartPainter;
import no.grenselos.chat.Chat;
import no.grenselos.chat.ChatPort;
import no.grenselos.config.ConfigException;
import no.grenselos.config.ConfigProblem;
import no.grenselos.config.Finding;
import no.grenselos.expert.Email;
import no.grenselos.flow.Desk;
import no.grenselos.flow.Engine;
import no.grenselos.flow.Inward;
import no.grenselos.forecast.LatestPosts;
import no.grenselos.forecast.RuleAdvice;
import no.grenselos.people.Directory;
import no.grenselos.privacy.Forgetting;
import no.grenselos.revise.RuleTexts;
import no.grenselos.route.RuleBook;
import no.grenselos.store.FeedStanding;
import no.grenselos.store.LogPositions;
import no.grenselos.store.RuleBooks.Source;
import no.grenselos.store.Store;
import no.grenselos.store.StoreException;
import no.grenselos.web.Webhook;
import no.grenselos.work.Equipment;
import no.grenselos.work.Outside;
import no.grenselos.work.Rules;
import org.jspecify.annotations.Nullable;

/** The whole application but its web server: opened, then started, then closed, each once. */
public final class Grenselos implements AutoCloseable {
  private final AppSettings app;
  private final Setup setup;
  private final Adapters adapters;
  private final Store store;
  private final RulesInForce rules;
  private final RuleTexts texts;
  private final ChartPainter charts;
  private final Source begin;
  private final Following following;
  private final Checkup checkup;
  private final Schooling schooling;
  private final Desk desk;
  private final List<WatchedPort> ports;
  private final CalendarReading calendars;
  private final List<Inward> inlets;
  private volatile @Nullable Engine engine;
  private volatile boolean leaving;

  Grenselos(AppSettings app, Adapters adapters, Store store, Learned learned, Setup setup) {
    this.app = app;
    this.setup = setup;
    this.adapters = adapters;
    this.store = store;
    this.begin = learned.begin();
    this.following = learned.following();
    this.rules = following.rules();
    this.texts = learned.aids().texts().orElseThrow();
    this.charts = learned.aids().charts();
    this.schooling = learned.schooling();
    this.ports = adapters.chats().values().stream().map(c -> new WatchedPort(c.port())).toList();
    this.calendars =
        new CalendarReading(
            store,
            () -> rules.get().book(),
            setup.secrets(),
            setup.clock(),
            setup.localAddresses());
    String channels = ports.getFirst().house();
    this.checkup =
        new Checkup(
            app,
            adapters,
            ports,
            store,
            following,
            schooling,
            calendars,
            learned.assistant(),
            setup.secrets(),
            setup.clock(),
            setup.clock().instant());
    this.desk =
        new Desk(
            new Equipment(
                store,
                rules,
                new Outside(adapters.publishers(), adapters.lookups()),
                channels,
                setup.clock(),
                setup.journal(),
                schooling,
                app.lease(),
                new CrmWebhook(setup.secrets(), setup.clock()),
                learned.aids(),
                app.retention(),
                app.topicSearch()));
    this.inlets =
        adapters.inlets().stream().map(i -> new Inward(i, desk, adapters.relay())).toList();
  }

  /**
   * Reads the configuration, opens the adapters and the store, and puts the rules in force. Nothing
   * is read or sent yet.
   *
   * @throws ConfigException with every problem; nothing has changed then
   * @throws StoreException when the store cannot be opened
   */
  public static Grenselos open(Setup setup) {
    return open(setup, Soon.NOTHING);
  }

  /**
   * The same.
   *
   * @param soon is told before the store is opened, which takes longest; after that it opens, or
   *     throws
   */
  public static Grenselos open(Setup setup, Soon soon) {
    return new Opening(setup, StartingBook::taken, soon).opened();
  }

  /** What can begin while the store is being opened. */
  @FunctionalInterface
  public interface Soon {
    Soon NOTHING = (settings, loopbackOnly) -> {};

    void opens(AppSettings settings, Set<String> loopbackOnly);
  }

  /** The same to look at: files that were changed do not become the next revision. */
  public static Grenselos look(Setup setup) {
    return new Opening(setup, StartingBook::planned, Soon.NOTHING).opened();
  }

  /** Begins to read, ask and answer. Returns at once. */
  public void start() {
    Node.takeOver(store);
    engine =
        Engine.start(
            desk,
            adapters.feeds(),
            inlets,
            List.<ChatPort>copyOf(ports),
            adapters.relay(),
            Node.fresh().name());
    following.start();
    adapters.chats().values().forEach(Chat::start);
    calendars.start();
  }

  /** Where the web server listens. */
  public AppSettings settings() {
    return app;
  }

  public Store store() {
    return store;
  }

  /** Hears what people do. */
  Desk desk() {
    return desk;
  }

  /** The rules in force; asked for anew for each piece of work. */
  public Supplier<Rules> rules() {
    return rules;
  }

  /** What it was made from. */
  public Setup setup() {
    return setup;
  }

  /** Reads and changes the rule book's files. */
  public RuleTexts texts() {
    return texts;
  }

  /** Erases what is kept of people outside who ask for it. */
  public Forgetting forgetting() {
    return desk.forgetting();
  }

  /** Paints charts. */
  public ChartPainter charts() {
    return charts;
  }

  /** A draft of the rules, to be tried beside those in force; close its router afterwards. */
  public Rules beside(RuleBook draft) {
    return rules.beside(draft, schooling::beside, setup.clock());
  }

  /** Who has these e-mail addresses; the houses are asked once, whatever they say. */
  public Directory lookUp(Set<Email> emails) {
    try (Lookups lookups = Lookups.once(List.copyOf(ports))) {
      return lookups.ask(emails);
    }
  }

  /** What is called over HTTP: chats by house, and all that tells us of posts together. */
  public Map<String, Webhook> webhooks() {
    Map<String, Webhook> doors = new LinkedHashMap<>();
    adapters.chats().forEach((house, chat) -> chat.webhook().ifPresent(w -> doors.put(house, w)));
    if (!inlets.isEmpty()) doors.put(FeedDoors.NAME, FeedDoors.of(inlets));
    return doors;
  }

  /** Chats that ask nobody who they are: what they open is for this machine alone. */
  public Set<String> loopbackOnly() {
    return adapters.loopbackOnly();
  }

  public Health health() {
    return checkup.health().with(leaving, flows());
  }

  private Finding flows() {
    Engine now = engine;
    if (now == null) return new Finding(true, "flows", "not at work");
    Map<String, Integer> troubled = now.troubled();
    String text =
        troubled.isEmpty()
            ? "at work"
            : "fail again and again: "
                + troubled.keySet()
                + "; the log says why (\"round failed\")";
    return new Finding(troubled.isEmpty(), "flows", text);
  }

  /** From now on says that it is not ready, so that nobody sends it anything new. */
  public void leave() {
    leaving = true;
  }

  /**
   * Finishes what is in hand, in less than eight seconds, and leaves the rest to other nodes at
   * once. Events that come in meanwhile are still kept. Once is enough; {@link #close()} follows.
   */
  public void stop() {
    leave();
    calendars.close();
    following.close();
    Engine running = engine;
    if (running != null) running.close();
    engine = null;
  }

  /** What was counted since this process started. */
  public Vitals vitals() {
    return checkup.vitals();
  }

  /** How all feeds stand that any node ever read; asks the store alone. */
  public List<FeedStanding> feeds() {
    return store.read(books -> FeedStanding.all(books, setup.clock().instant()));
  }

  /** How far the log was read, by whichever node; asks the store alone. */
  public List<LogPositions.Row> log() {
    return store.read(books -> books.logPositions().all());
  }

  /** What waits in the store; asks the store alone. */
  public Backlog backlog() {
    return store.read(Backlog::of);
  }

  /** What this process sent since it started; asks nobody. */
  public List<ChatVitals> chats() {
    return checkup.chats();
  }

  /** Where on this machine things are written. */
  public List<Path> disks() {
    return Disks.of(store).folders();
  }

  /** What hardly says what was meant of the rules it was opened with, with places and advice. */
  public List<ConfigProblem> warnings() {
    List<ConfigProblem> all = new ArrayList<>(texts.check(begin).warnings());
    Rules now = rules.get();
    all.addAll(
        RuleAdvice.of(now.book(), now.router(), LatestPosts.in(store, setup.clock().instant())));
    return all;
  }

  /**
   * Tries what can be tried without asking anybody.
   *
   * @param feedsToo whether to read a page of each feed; some networks bill for it
   */
  public List<Finding> check(boolean feedsToo) {
    return checkup.tried(feedsToo);
  }

  /** As {@link #stop()}, and then closes the adapters and the store. */
  @Override
  public void close() {
    stop();
    adapters.close();
    store.close();
    rules.close();
  }
}
