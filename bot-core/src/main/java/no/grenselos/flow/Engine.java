package no.grenselos.flow;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import no.grenselos.chat.ChatPort;
import no.grenselos.feed.Feed;
import no.grenselos.log.Relay;
import no.grenselos.store.StoreException;
import no.grenselos.work.Signal;
import no.grenselos.work.Signals;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs the four flows, and learning, until it is closed. Several engines, in one process or many,
 * may share one store.
 */
public final class Engine implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Engine.class);

  /** For the rounds that run; together with the next two less than the ten seconds there are. */
  private static final Duration ROUNDS = Duration.ofSeconds(3);

  /** For the errands in hand: most calls take less than one second. */
  private static final Duration ERRANDS = Duration.ofSeconds(4);

  /** For those that can be broken off. */
  private static final Duration BROKEN_OFF = Duration.ofMillis(700);

  /** So many rounds in a row fail only when something is wrong. */
  private static final int TROUBLE = 3;

  private final Rounds rounds;
  private final List<FeedReading> feeds;
  private final Holding holding;
  private final Optional<LogReading> log;
  private final List<Loop> loops = new ArrayList<>();
  private final ExecutorService workers =
      Executors.newThreadPerTaskExecutor(Thread.ofPlatform().daemon().name("worker-", 1).factory());

  private Engine(
      Desk desk,
      List<Feed> feeds,
      List<Inward> inlets,
      List<ChatPort> houses,
      Optional<Relay> relay,
      String node) {
    this.rounds = new Rounds(desk, houses, workers);
    Keeping keeping = new Keeping(desk.room(), relay, node);
    this.feeds = feeds.stream().map(f -> new FeedReading(f, desk.room(), keeping)).toList();
    this.log = relay.map(log -> new LogReading(log.reader(), desk.room(), node));
    this.holding = new Holding(desk.room(), this.feeds);
    Signals signals = desk.room().signals();
    for (FeedReading feed : this.feeds) {
      loops.add(Loop.start("feed-" + feed.name(), feed.signal(), feed::read));
    }
    loops.add(Loop.start("feeds", new Signal(), holding::round));
    for (Inward inlet : inlets) {
      loops.add(Loop.start("inlet-" + inlet.name(), new Signal(), inlet::watch));
    }
    log.ifPresent(one -> loops.add(Loop.start("log", new Signal(), one::round)));
    loops.add(Loop.start("intake", signals.mentions(), rounds::mentions));
    loops.add(Loop.start("desk", signals.actions(), rounds::actions));
    loops.add(Loop.start("courier", signals.errands(), rounds::errands));
    loops.add(Loop.start("watch", signals.timers(), rounds::timers));
    loops.add(Loop.start("learning", signals.lessons(), new Learning(desk.room())::round));
  }

  /**
   * Starts to work at once; returns without waiting.
   *
   * @param inlets whose silence is watched
   * @param node names this engine; unique among all that ever ran on this store
   */
  public static Engine start(
      Desk desk, List<Feed> feeds, List<Inward> inlets, List<ChatPort> houses, String node) {
    return start(desk, feeds, inlets, houses, Optional.empty(), node);
  }

  /**
   * The same.
   *
   * @param relay the log that what feeds bring goes through; its owner closes it
   */
  public static Engine start(
      Desk desk,
      List<Feed> feeds,
      List<Inward> inlets,
      List<ChatPort> houses,
      Optional<Relay> relay,
      String node) {
    return new Engine(desk, feeds, inlets, houses, relay, node);
  }

  /** The loops whose rounds fail, each with how often in a row; empty while all is well. */
  public Map<String, Integer> troubled() {
    Map<String, Integer> failing = new TreeMap<>();
    for (Loop loop : loops) {
      if (loop.failures() >= TROUBLE) failing.put(loop.name(), loop.failures());
    }
    return failing;
  }

  /**
   * Finishes what is in hand, in less than eight seconds, and leaves the rest to other nodes at
   * once: feeds, the log, what was taken from the inboxes and not begun, and errands that had to be
   * broken off. What is left even then is free when its lease ends.
   */
  @Override
  public void close() {
    rounds.leave();
    loops.forEach(Loop::leave);
    feeds.forEach(FeedReading::close);
    long end = System.nanoTime() + ROUNDS.toNanos();
    for (Loop loop : loops) {
      loop.end(Duration.ofNanos(Math.max(0, end - System.nanoTime())));
    }
    log.ifPresent(LogReading::close);
    letGo();
    workers.shutdown();
    try {
      if (ended(ERRANDS)) return;
      workers.shutdownNow();
      if (!ended(BROKEN_OFF)) rounds.handOver();
    } catch (InterruptedException e) {
      workers.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }

  private boolean ended(Duration patience) throws InterruptedException {
    return workers.awaitTermination(patience.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void letGo() {
    try {
      rounds.letGo();
      holding.letGo();
      log.ifPresent(LogReading::letGo);
    } catch (StoreException e) {
      LOG.info("posts and feeds stay held until their hold lapses", e);
    }
  }
}
