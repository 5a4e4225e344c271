package no.grenselos.app.bench;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import no.grenselos.app.config.ConfigFiles;
import no.grenselos.app.web.Doors;
import no.grenselos.app.web.WebServer;
import no.grenselos.app.wiring.Grenselos;
import no.grenselos.app.wiring.Providers;
import no.grenselos.app.wiring.Setup;
import no.grenselos.config.Secret;
import no.grenselos.store.AuditLog;
import no.grenselos.store.StoreProvider;

/**
 * Measures how soon what people do in a chat house is acknowledged while the store is slow: the
 * service as it is wired, its web server, SQLite and the adapter, called over HTTP by a signed
 * client. Deeds come at their moments however slow the answers; one in twenty comes twice, at once.
 * What is acknowledged must be worked on, once. While the store is slow, more comes than can be
 * worked on; the rest follows when it is fast again.
 */
public final class ChatBench {
  /** Those whose people call us over HTTP. */
  public static final List<String> HOUSES = List.of("slack", "teams");

  /** The first ones wait for classes to be loaded. */
  private static final Duration WARM_UP = Duration.ofSeconds(5);

  private static final Duration DRAIN = Duration.ofMinutes(3);

  /** Houses repeat themselves now and then; a judgement. */
  private static final int ONE_IN_TWICE = 20;

  private final Plan plan;
  private final Tally tally = new Tally();

  private ChatBench(Plan plan) {
    this.plan = plan;
  }

  /**
   * What is to be done.
   *
   * @param house one of {@link #HOUSES}
   * @param files topics, people and routes; of the main file only the fallback channel
   * @param folder for the database
   * @param rate deeds a second
   * @param slowStore how much longer each call to the store takes
   */
  public record Plan(
      String house,
      ConfigFiles files,
      Path folder,
      int rate,
      Duration slowStore,
      Duration length) {}

  /**
   * What came of it.
   *
   * @param acks answered 200, repetitions included
   * @param refused answered otherwise, or not in the house's time: Slack's 3 seconds, Teams' 15
   * @param late answered 200 after more than a second
   * @param backlog acknowledged, and not worked on when the last of the crowd had been answered
   * @param lost acknowledged, and never worked on
   * @param doubled worked on twice
   */
  public record Figures(
      long acks,
      double ackP50Millis,
      double ackP99Millis,
      double ackMaxMillis,
      long late,
      long refused,
      long backlog,
      long lost,
      long doubled) {}

  /** Runs for the plan's length and some seconds. */
  public static Figures run(Plan plan) throws InterruptedException {
    return new ChatBench(plan).figures();
  }

  private Figures figures() throws InterruptedException {
    Providers installed = Providers.installed();
    SlowStores stores = new SlowStores(stores(installed));
    Providers slow =
        new Providers(
            Map.of(stores.engine(), stores), installed.chats(), Map.of(), installed.encoders());
    try (BenchHouse house = house(plan.house());
        Grenselos grenselos = Grenselos.open(setup(slow, house));
        WebServer web = WebServer.start(Doors.of(grenselos), "127.0.0.1", 0)) {
      grenselos.start();
      URI door = URI.create("http://127.0.0.1:" + web.port() + "/in/" + plan.house());
      try (BenchHouse.Crowd caller = house.call(grenselos, door)) {
        int warm = plan.rate() * (int) WARM_UP.toSeconds();
        stores.slow(plan.slowStore());
        crowd(caller, 0, warm);
        tally.forgetTimes();
        crowd(caller, warm, plan.rate() * (int) plan.length().toSeconds());
      }
      long backlog = tally.waiting();
      stores.slow(Duration.ZERO);
      drain();
      return tally.figures(backlog);
    }
  }

  private static BenchHouse house(String name) {
    return switch (name) {
      case "slack" -> new StandInSlack();
      case "teams" -> new StandInTeams();
      default -> throw new IllegalArgumentException("house is " + name + ", must be of " + HOUSES);
    };
  }

  private static StoreProvider stores(Providers installed) {
    return Optional.ofNullable(installed.stores().get("sqlite"))
        .orElseThrow(() -> new IllegalStateException("SQLite is not on the class path"));
  }

  private Setup setup(Providers slow, BenchHouse house) {
    return new Setup(
        HouseFiles.of(plan.files(), plan.folder(), house, ""),
        slow,
        name -> Optional.ofNullable(house.secrets().get(name)).map(Secret::new),
        Clock.systemUTC(),
        this::worked,
        false);
  }

  /** Deeds are about cards that are not there: each is told to the journal, with its id, once. */
  private void worked(AuditLog.Entry entry) {
    if (!entry.what().equals("action.ignored")) return;
    String id = entry.detail().substring(0, entry.detail().lastIndexOf(": "));
    tally.worked(id);
  }

  private void crowd(BenchHouse.Crowd caller, int from, int count) {
    long begin = System.nanoTime();
    long step = 1_000_000_000L / plan.rate();
    try (ExecutorService people = Executors.newCachedThreadPool()) {
      for (int i = 0; i < count; i++) {
        long moment = begin + i * step;
        for (long wait = moment - System.nanoTime(); wait > 0; wait = moment - System.nanoTime()) {
          LockSupport.parkNanos(wait);
        }
        BenchHouse.Deed deed = caller.deed(from + i);
        people.execute(() -> does(caller, deed, moment));
        if (i % ONE_IN_TWICE == 0) people.execute(() -> does(caller, deed, moment));
      }
    }
  }

  private void does(BenchHouse.Crowd caller, BenchHouse.Deed deed, long moment) {
    int status = caller.call(deed);
    tally.answered(deed.kept(), status, (System.nanoTime() - moment) / 1e6);
  }

  private void drain() throws InterruptedException {
    long end = System.nanoTime() + DRAIN.toNanos();
    while (tally.waiting() > 0 && System.nanoTime() < end) {
      Thread.sleep(100);
    }
  }
}
