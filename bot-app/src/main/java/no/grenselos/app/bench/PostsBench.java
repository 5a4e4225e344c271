package no.grenselos.app.bench;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import no.grenselos.app.config.ConfigFiles;
import no.grenselos.app.wiring.Grenselos;
import no.grenselos.app.wiring.Providers;
import no.grenselos.app.wiring.Setup;
import no.grenselos.config.Secret;
import no.grenselos.store.AuditLog;
import no.grenselos.store.StoreProvider;

/**
 * How many posts a second come from the network's bytes into the store: the service as it is wired
 * reads a network on this machine over real connections, and keeps each page with its cursor in one
 * transaction of SQLite. What happens to the posts afterwards is held back meanwhile.
 */
final class PostsBench {
  /** The thread on which posts are read and decided on. */
  private static final String AFTERWARDS = "intake";

  private static final int WARM_UP = 4;
  private static final int PATIENCE_SECONDS = 120;

  private final Semaphore kept = new Semaphore(0);
  private final StandInThreads threads;

  private PostsBench(StandInThreads threads) {
    this.threads = threads;
  }

  /**
   * The median of so many rounds, after a warm-up.
   *
   * @param posts of each round
   */
  static double perSecond(
      ConfigFiles files,
      Path folder,
      Function<StandInThreads, PostSource> network,
      int posts,
      int rounds)
      throws InterruptedException {
    StandInThreads threads = new StandInThreads();
    try (PostSource source = network.apply(threads);
        StandInSlack house = new StandInSlack()) {
      return new PostsBench(threads)
          .measured(
              HouseFiles.of(files, folder, house, "feeds: [" + source.settings() + "]"),
              house,
              source,
              new int[] {posts, rounds});
    }
  }

  private double measured(ConfigFiles files, BenchHouse house, PostSource source, int[] plan)
      throws InterruptedException {
    Providers installed = Providers.installed();
    HeldStores stores = new HeldStores(sqlite(installed), AFTERWARDS);
    Providers held =
        new Providers(
            Map.of(stores.engine(), stores),
            installed.chats(),
            installed.feeds(),
            installed.encoders());
    Setup setup =
        new Setup(
            files,
            held,
            name -> Optional.ofNullable(house.secrets().getOrDefault(name, "X_BEARER_TOKEN".equals(name) ? "bench" : null)).map(Secret::new),
            Clock.systemUTC(),
            this::happened,
            true);
    try (Grenselos grenselos = Grenselos.open(setup)) {
      grenselos.start();
      await(source.first());
      for (int i = 0; i < WARM_UP; i++) round(source, plan[0]);
      double[] rates = new double[plan[1]];
      for (int i = 0; i < rates.length; i++) rates[i] = plan[0] / round(source, plan[0]);
      stores.letGo();
      Arrays.sort(rates);
      return rates[rates.length / 2];
    }
  }

  private static StoreProvider sqlite(Providers installed) {
    return Optional.ofNullable(installed.stores().get("sqlite"))
        .orElseThrow(() -> new IllegalStateException("SQLite is not on the class path"));
  }

  private double round(PostSource source, int posts) throws InterruptedException {
    source.make(posts);
    Effort begin = Effort.now(threads);
    source.send();
    await(posts);
    return begin.secondsUntil(Effort.now(threads));
  }

  private void await(int posts) throws InterruptedException {
    if (!kept.tryAcquire(posts, PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      throw new IllegalStateException("posts did not come: " + kept.availablePermits() + " of " + posts);
    }
  }

  /** Told after the transaction. */
  private void happened(AuditLog.Entry entry) {
    if (entry.what().equals("mention.received")) kept.release();
    if (entry.what().equals("feed.failed") || entry.what().equals("feed.refused")) System.err.println(entry.detail());
  }
}
