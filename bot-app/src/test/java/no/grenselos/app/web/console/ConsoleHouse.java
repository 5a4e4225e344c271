package no.grenselos.app.web.console;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import java.util.function.Function;
import no.grenselos.app.admission.ConsoleRole;
import no.grenselos.app.admission.ConsoleSettings;
import no.grenselos.app.admission.LocalLinks;
import no.grenselos.app.admission.LoginProvider;
import no.grenselos.app.chart.Charts;
import no.grenselos.app.config.ConfigFiles;
import no.grenselos.app.config.Configuration;
import no.grenselos.app.config.YamlRuleTexts;
import no.grenselos.app.house.FreePort;
import no.grenselos.app.vitals.Vitals;
import no.grenselos.app.web.Doors;
import no.grenselos.app.web.WebServer;
import no.grenselos.app.wiring.Encoders;
import no.grenselos.app.wiring.Health;
import no.grenselos.app.wiring.Providers;
import no.grenselos.app.wiring.RulesInForce;
import no.grenselos.config.Finding;
import no.grenselos.config.Secret;
import no.grenselos.flow.Desk;
import no.grenselos.lesson.Pupil;
import no.grenselos.people.Directory;
import no.grenselos.revise.RuleTexts;
import no.grenselos.store.Books;
import no.grenselos.store.MemoryStore;
import no.grenselos.store.RuleBooks.Source;
import no.grenselos.store.Store;
import no.grenselos.store.StoreException;
import no.grenselos.work.Equipment;
import no.grenselos.work.Outside;
import no.grenselos.work.Rules;
import org.jspecify.annotations.Nullable;

/**
 * The console as it runs, over the rules of {@code config/} and a store in memory, with a login
 * provider of its own. For tests of pages: open it, keep something in {@link #store()}, come in by
 * {@link #localLink()} or as somebody of a role, look.
 */
public final class ConsoleHouse implements AutoCloseable {
  /** Two hours before the year's last working day ends in Norway; a Tuesday. */
  public static final Instant START = Instant.parse("2026-09-15T08:00:00Z");

  /** E-mail addresses by the role they have, given by grenselos.yml. */
  public static String email(ConsoleRole role) {
    return role.key() + "@lyngheia.example";
  }

  private final TestClock clock = new TestClock();
  private final LosableStore store = new LosableStore();
  private final AtomicReference<Health> health =
      new AtomicReference<>(
          new Health(
              true,
              List.of(
                  new Finding(true, "store", "0 to send, 0 set aside"),
                  new Finding(true, "feed news", "read 3 events"),
                  new Finding(false, "feed lyngheia-mastodon", "failed: HTTP 502"))));
  private final AtomicReference<Vitals> vitals = new AtomicReference<>(Gauged.usual(START));
  private final StandInIssuer issuer;
  private final Rules rules;
  private final RuleTexts texts;
  private final Console console;
  private final WebServer server;

  private ConsoleHouse(BiFunction<StandInIssuer, URI, ConsoleSettings> settings) {
    // the provider sends people back to an address that must be known before
    int port = FreePort.next();
    URI url = URI.create("http://127.0.0.1:" + port);
    issuer = StandInIssuer.open();
    Configuration configuration =
        Configuration.read(
            ConfigFiles.read(Path.of("../config")), 1, Providers.installed().known());
    texts = new YamlRuleTexts(Providers.installed().known(), List.of());
    ConfigFiles files = ConfigFiles.read(Path.of("../config"));
    boolean unused =
        store.write(books ->
            books
                .ruleBooks()
                .add(new Source(1, START, "config/", "first start", files.ruleBook())));
    rules = RulesInForce.make(configuration.book(), clock, Encoders.meanings(Optional.empty()));
    console =
        new Console(
            store,
            () -> rules,
            new Workbench(
                texts,
                draft -> RulesInForce.make(draft, clock, Encoders.meanings(Optional.empty())),
                Set.of("slack"),
                emails -> Directory.EMPTY),
            new Gauges(health::get, vitals::get),
            clock,
            settings.apply(issuer, url),
            name -> Optional.of(new Secret(StandInIssuer.SECRET)),
            new LocalLinks(store, clock),
            new Charts(),
            () -> desk().forgetting());
    server =
        WebServer.start(new Doors(Map.of(), Set.of(), health::get), console, "127.0.0.1", port);
  }

  private Desk desk() {
    return new Desk(
        new Equipment(
            store,
            () -> rules,
            new Outside(List.of(), List.of()),
            "slack",
            clock,
            entry -> {},
            Pupil.NOBODY,
            Equipment.LEASE));
  }

  /** With one login provider, whose addresses are looked up. */
  public static ConsoleHouse open() {
    return new ConsoleHouse((issuer, url) -> settings(issuer, null, url));
  }

  static ConsoleHouse open(BiFunction<StandInIssuer, URI, ConsoleSettings> settings) {
    return new ConsoleHouse(settings);
  }

  /**
   * The test provider's settings.
   *
   * @param url where people reach the console; a browser is sent back there
   */
  static ConsoleSettings settings(
      StandInIssuer issuer, LoginProvider.@Nullable Ways ways, URI url) {
    LoginProvider login =
        new LoginProvider(
            "house", issuer.issuer(), ways, StandInIssuer.CLIENT, "LOGIN_SECRET", "", false);
    Map<ConsoleRole, Set<String>> roles =
        Map.of(
            ConsoleRole.ADMIN, Set.of(email(ConsoleRole.ADMIN)),
            ConsoleRole.LEAD, Set.of(email(ConsoleRole.LEAD)),
            ConsoleRole.CARE, Set.of(email(ConsoleRole.CARE), "care-people"),
            ConsoleRole.READER, Set.of(email(ConsoleRole.READER)));
    return new ConsoleSettings(
        url,
        List.of(login),
        roles,
        Map.of("kundeservice", Set.of(email(ConsoleRole.CARE), email(ConsoleRole.LEAD))),
        ConsoleSettings.SESSION,
        ConsoleSettings.IDLE);
  }

  /** Somebody of that role, signed in by the provider. */
  public Guest guest(ConsoleRole role) throws Exception {
    // the door lets one address in only so often
    pass(Duration.ofSeconds(5));
    issuer.lie(StandInIssuer.Lie.NONE);
    issuer.person(role.key() + "-1", email(role), Map.of("name", "Kim " + role.key()));
    Guest guest = new Guest(this);
    guest.get("/console/login/go/house");
    return guest;
  }

  public URI at(String path) {
    return URI.create("http://127.0.0.1:" + server.port() + path);
  }

  /** Leads in once, as admin. */
  public URI localLink() {
    return server.local(console);
  }

  public Console console() {
    return console;
  }

  StandInIssuer issuer() {
    return issuer;
  }

  public Store store() {
    return store;
  }

  /** From now on the store refuses all work for this reason; with an empty one, works again. */
  public void lose(String reason) {
    store.lost = reason;
  }

  public void health(Health now) {
    health.set(now);
  }

  public void vitals(Vitals now) {
    vitals.set(now);
  }

  public void pass(Duration time) {
    clock.pass(time);
  }

  public Instant now() {
    return clock.instant();
  }

  @Override
  public void close() {
    server.close();
    issuer.close();
    rules.router().close();
  }

  /** Stands still until it is moved. */
  private static final class TestClock extends Clock {
    private final AtomicReference<Instant> now = new AtomicReference<>(START);

    void pass(Duration time) {
      Instant unused = now.accumulateAndGet(START, (before, same) -> before.plus(time));
    }

    @Override
    public Instant instant() {
      return now.get();
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return Clock.fixed(instant(), zone);
    }
  }

  private static final class LosableStore implements Store {
    private final MemoryStore memory = new MemoryStore();
    private volatile String lost = "";

    @Override
    public <T> T write(Function<Books, T> work) {
      refuseWhenLost();
      return memory.write(work);
    }

    @Override
    public <T> T read(Function<Books, T> work) {
      refuseWhenLost();
      return memory.read(work);
    }

    @Override
    public void close() {}

    private void refuseWhenLost() {
      if (!lost.isEmpty()) throw new StoreException(lost, new IllegalStateException());
    }
  }
}
