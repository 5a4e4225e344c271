package no.grenselos.app.bench;

import java.util.Arrays;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import no.grenselos.app.wiring.Grenselos;
import no.grenselos.store.AuditLog;

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

  private final FeedsBench.Plan plan;
  private final StandInThreads threads = new StandInThreads();
  private final Semaphore kept = new Semaphore(0);
  private volatile String trouble = "nothing was said";

  private PostsBench(FeedsBench.Plan plan) {
    this.plan = plan;
  }

  /** The median of the rounds, after a warm-up. */
  static double perSecond(FeedsBench.Plan plan, Function<StandInThreads, PostSource> network)
      throws InterruptedException {
    PostsBench bench = new PostsBench(plan);
    try (PostSource source = network.apply(bench.threads)) {
      return bench.measured(source);
    }
  }

  private double measured(PostSource source) throws InterruptedException {
    HeldStores stores = HeldStores.sqlite(AFTERWARDS);
    try (FeedHouse house = new FeedHouse(plan, "feeds: [" + source.settings() + "]");
        Grenselos grenselos = Grenselos.open(house.setup(stores, this::happened))) {
      grenselos.start();
      await(source.first());
      for (int i = 0; i < WARM_UP; i++) round(source);
      double[] rates = new double[plan.rounds()];
      for (int i = 0; i < rates.length; i++) rates[i] = plan.posts() / round(source);
      stores.letGo();
      Arrays.sort(rates);
      return rates[rates.length / 2];
    }
  }

  private double round(PostSource source) throws InterruptedException {
    source.make(plan.posts());
    Effort begin = Effort.now(threads);
    source.send();
    await(plan.posts());
    return begin.secondsUntil(Effort.now(threads));
  }

  private void await(int posts) throws InterruptedException {
    if (!kept.tryAcquire(posts, PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      throw new IllegalStateException("posts did not come: " + trouble);
    }
  }

  /** Told after the transaction. */
  private void happened(AuditLog.Entry entry) {
    switch (entry.what()) {
      case "mention.received" -> kept.release();
      case "feed.waits", "feed.failed", "feed.refused" -> trouble = entry.detail();
      default -> {
        // another matter
      }
    }
  }
}
