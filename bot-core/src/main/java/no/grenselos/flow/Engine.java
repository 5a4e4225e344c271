package no.grenselos.flow;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import no.grenselos.chat.ChatPort;
import no.grenselos.feed.Feed;
import no.grenselos.work.Signal;
import no.grenselos.work.Signals;

/**
 * Runs the four flows, and learning, until it is closed. Several engines, in one process or many,
 * may share one store.
 */
public final class Engine implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final List<FeedReading> feeds;
  private final List<Loop> loops = new ArrayList<>();
  private final ExecutorService couriers =
      Executors.newThreadPerTaskExecutor(
          Thread.ofPlatform().daemon().name("courier-", 1).factory());

  private Engine(Desk desk, List<Feed> feeds, List<ChatPort> houses) {
    Rounds rounds = new Rounds(desk, houses, couriers);
    this.feeds =
        feeds.stream().map(feed -> new FeedReading(feed, desk.room(), rounds.intake())).toList();
    Signals signals = desk.room().signals();
    for (FeedReading feed : this.feeds) {
      loops.add(Loop.start("feed-" + feed.name(), new Signal(), feed::read));
    }
    loops.add(Loop.start("intake", signals.mentions(), rounds::mentions));
    loops.add(Loop.start("desk", signals.actions(), rounds::actions));
    loops.add(Loop.start("courier", signals.errands(), rounds::errands));
    loops.add(Loop.start("watch", signals.timers(), rounds::timers));
    loops.add(Loop.start("learning", signals.lessons(), new Learning(desk.room())::round));
  }

  /** Starts to work at once; returns without waiting. */
  public static Engine start(Desk desk, List<Feed> feeds, List<ChatPort> houses) {
    return new Engine(desk, feeds, houses);
  }

  /**
   * Finishes what is in hand, at most about ten seconds; what is left is done by the next start.
   */
  @Override
  public void close() {
    feeds.forEach(FeedReading::close);
    loops.forEach(loop -> loop.stop(PATIENCE));
    couriers.shutdown();
    try {
      if (!couriers.awaitTermination(PATIENCE.toMillis(), TimeUnit.MILLISECONDS))
        couriers.shutdownNow();
    } catch (InterruptedException e) {
      couriers.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }
}
