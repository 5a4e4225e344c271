package no.grenselos.app.demo.fault;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Kills the service again and again while posts come in, and counts what the outside saw: every
 * post that concerns somebody must become one message in the chat, however often nodes died.
 */
public final class FaultsBench {
  /** Nodes of a few seconds' life handle more; Slack takes five messages a second of an app. */
  private static final Duration BETWEEN_POSTS = Duration.ofMillis(500);

  /** One kill in so many hits a node that is still starting. */
  private static final int WHILE_STARTING = 4;

  private static final Duration LONGEST_LIFE = Duration.ofSeconds(4);

  /** How long we wait for the next nudge before what is missing counts as lost. */
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  /** Longer than work in hand waits for somebody else: what comes twice has come by then. */
  private static final Duration AFTERMATH = Duration.ofSeconds(40);

  private final Plan plan;
  private final Random random;
  private final List<Victim> nodes = new ArrayList<>();
  private Duration toStart = Duration.ZERO;

  /** The one that was started last; null before the first was killed. */
  private @Nullable Victim started;

  private FaultsBench(Plan plan) {
    this.plan = plan;
    this.random = new Random(plan.seed());
  }

  /**
   * What is to be done.
   *
   * @param folder for configuration and logs
   * @param store the entry of {@code store:}, in one line of YAML; an empty one
   * @param nodes processes on that store, 1 or more
   * @param kills how often one of them is killed
   * @param seed of the dice that say which, and when
   */
  public record Plan(Path folder, String store, int nodes, int kills, long seed) {}

  /**
   * What came of it.
   *
   * @param mentions posts that concern somebody
   * @param lost of these, those that no message in the chat is about
   * @param doubled posts with more than one message, or with one though they concern nobody
   * @param longestStall the longest time from a post's appearance to the message
   */
  public record Figures(int mentions, int kills, int lost, int doubled, Duration longestStall) {}

  /**
   * Does it, which takes some seconds a kill.
   *
   * @param killed told after each kill how many there were
   * @throws IllegalStateException when a node ends by itself, or is not ready within three minutes
   */
  public static Figures run(Plan plan, IntConsumer killed) throws InterruptedException {
    try (Surroundings around = Surroundings.open();
        ScheduledExecutorService writer = Executors.newSingleThreadScheduledExecutor()) {
      FaultsBench bench = new FaultsBench(plan);
      try {
        bench.start(around);
        long pause = BETWEEN_POSTS.toMillis();
        var unused = writer.scheduleAtFixedRate(around::post, 0, pause, TimeUnit.MILLISECONDS);
        for (int kill = 1; kill <= plan.kills(); kill++) {
          bench.kill();
          killed.accept(kill);
        }
        writer.shutdown();
        bench.awaitRest(around);
      } finally {
        writer.shutdownNow();
        bench.nodes.forEach(Victim::close);
      }
      return bench.figures(around.witnessed());
    }
  }

  private void start(Surroundings around) throws InterruptedException {
    for (int i = 0; i < plan.nodes(); i++) {
      Path folder = plan.folder().resolve("node-" + i);
      nodes.add(new Victim(FaultHouse.files(around, plan.store()), folder, around.secrets()));
    }
    long begin = System.nanoTime();
    nodes.getFirst().start();
    nodes.getFirst().awaitReady();
    toStart = Duration.ofNanos(System.nanoTime() - begin);
    nodes.stream().skip(1).forEach(Victim::start);
    for (Victim node : nodes) node.awaitReady();
  }

  /** Kills one of them at some moment of its life, or of its start, and starts it again. */
  private void kill() throws InterruptedException {
    Victim node = nodes.get(random.nextInt(nodes.size()));
    double moment = random.nextDouble();
    boolean whileStarting = random.nextInt(WHILE_STARTING) == 0;
    if (whileStarting && started != null) {
      node = started;
      Thread.sleep((long) (toStart.toMillis() * moment));
    } else {
      node.awaitReady();
      Thread.sleep((long) (LONGEST_LIFE.toMillis() * moment));
    }
    node.kill();
    node.start();
    started = node;
  }

  /** Until nothing is missing, or nothing comes any more; and then for what may come twice. */
  private void awaitRest(Surroundings around) throws InterruptedException {
    for (Victim node : nodes) node.awaitReady();
    int lost = around.witnessed().lost();
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (lost > 0 && System.nanoTime() < end) {
      Thread.sleep(Duration.ofSeconds(1));
      int now = around.witnessed().lost();
      if (now < lost) end = System.nanoTime() + PATIENCE.toNanos();
      lost = now;
    }
    Thread.sleep(AFTERMATH);
  }

  private Figures figures(Witnessed seen) {
    return new Figures(
        seen.mentions(), plan.kills(), seen.lost(), seen.doubled(), seen.longestStall());
  }
}
