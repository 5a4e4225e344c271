package no.grenselos.app.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.function.LongFunction;
import no.grenselos.app.config.ConfigFiles;

/**
 * Measures how fast networks are read, and what all of them together take of memory. Networks stand
 * on this machine; everything of ours is as it runs.
 */
public final class FeedsBench {
  private FeedsBench() {}

  /**
   * What is to be done.
   *
   * @param files topics, people and routes; of the main file only the fallback channel
   * @param folder for databases
   * @param posts of each round, a multiple of 100
   * @param events of each round, a multiple of 1,000
   * @param steady how long all feeds are read before memory is looked at
   */
  public record Plan(
      ConfigFiles files, Path folder, int rounds, int posts, int events, Duration steady) {}

  /**
   * What came of it.
   *
   * @param feeds how many were read when memory was looked at
   * @param rssMegabytes empty where this system does not tell
   */
  public record Figures(
      double xPostsPerS,
      double jetstreamPostsPerS,
      double jetstreamEventsPerS,
      int feeds,
      OptionalLong rssMegabytes) {}

  /**
   * Measures one after the other.
   *
   * @param memory of the process with that id now, in megabytes
   */
  public static Figures run(Plan plan, LongFunction<OptionalLong> memory)
      throws InterruptedException {
    AllFeeds.Memory all = AllFeeds.read(plan, memory);
    double x = PostsBench.perSecond(plan, XSource::new);
    double jetstream = PostsBench.perSecond(plan, JetstreamSource::new);
    double events = FilterBench.perSecond(plan.events(), plan.rounds());
    return new Figures(x, jetstream, events, all.feeds(), all.megabytes());
  }
}
