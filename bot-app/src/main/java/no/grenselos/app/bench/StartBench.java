package no.grenselos.app.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import no.grenselos.app.config.ConfigFiles;

/**
 * Measures how long the service takes from the start of its process until it is ready, with feeds
 * of all networks and an empty SQLite; and has it write down what Java starts faster with.
 */
public final class StartBench {
  private static final Duration LONGEST = Duration.ofMinutes(2);

  /** For feeds to be read, and what is read to be handled. */
  private static final Duration AT_WORK = Duration.ofSeconds(6);

  /** From this Java on more than classes is archived, by one option (JEP 514). */
  private static final int AOT_CACHES = 25;

  private final FeedsBench.Plan plan;

  private StartBench(ConfigFiles files, Path folder) {
    plan = new FeedsBench.Plan(files, folder, 1, 0, 0, Duration.ZERO);
  }

  /**
   * @param folder for databases and logs
   * @return the median, in milliseconds
   * @throws IllegalStateException when the service ends, or is not ready within two minutes
   */
  public static double run(ConfigFiles files, Path folder, int rounds) throws InterruptedException {
    StartBench bench = new StartBench(files, folder);
    List<Double> millis = new ArrayList<>();
    for (int i = 0; i < rounds; i++) millis.add(bench.started());
    Collections.sort(millis);
    return millis.get(rounds / 2);
  }

  /**
   * Reads feeds for some seconds. No page is opened: what is archived takes memory, used or not.
   *
   * @param archive where it is written when the service ends; of use to Java of the same version
   *     only
   */
  public static void train(ConfigFiles files, Path folder, Path archive)
      throws InterruptedException {
    boolean aot = Runtime.version().feature() >= AOT_CACHES;
    String option = aot ? "-XX:AOTCacheOutput=" : "-XX:ArchiveClassesAtExit=";
    new StartBench(files, folder).trained(option + archive);
  }

  private double started() throws InterruptedException {
    StandInThreads threads = new StandInThreads();
    try (StandInNetworks networks = new StandInNetworks(threads, new NetworkPages().byPath());
        StandInJetstream stream = new StandInJetstream(threads);
        FeedHouse house = AllFeeds.house(plan, networks, stream)) {
      long begin = System.nanoTime();
      try (ServiceProcess service = house.start()) {
        service.awaitReady(LONGEST);
        return (System.nanoTime() - begin) / 1e6;
      }
    }
  }

  private void trained(String option) throws InterruptedException {
    StandInThreads threads = new StandInThreads();
    try (StandInNetworks networks = new StandInNetworks(threads, new NetworkPages().byPath());
        StandInJetstream stream = new StandInJetstream(threads);
        FeedHouse house = AllFeeds.house(plan, networks, stream);
        ServiceProcess service = house.start(option)) {
      service.awaitReady(LONGEST);
      Thread.sleep(AT_WORK);
    }
  }
}
