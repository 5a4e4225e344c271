package no.grenselos.app.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import no.grenselos.app.wiring.Grenselos;

/**
 * How many posts a second go all the way: from the network's answer through parsing, reading,
 * deciding, the store and the outbox to the call at the chat house, in the service as it is wired.
 * Network and chat house stand on this machine. Either as fast as it goes, or at a given rate, for
 * how long each post then takes.
 */
public final class PipelineBench {
  /** So many posts may wait in the store before more are handed over, where no rate is given. */
  private static final int AHEAD = 1_000;

  private static final Duration STEP = Duration.ofMillis(20);
  private static final Duration DRAIN = Duration.ofMinutes(2);

  /** So many pages a second where a rate is given, unless X's largest page makes it more. */
  private static final int PAGES_PER_SECOND = 10;

  private final Plan plan;
  private final PipelineHouse house;

  private PipelineBench(Plan plan, PipelineHouse house) {
    this.plan = plan;
    this.house = house;
  }

  /** Which posts the text encoder reads. */
  public enum Encoding {
    /** None: topics are found by words. */
    OFF,
    /** Every post. */
    ON,
    /** Those whose way hangs on their topic. */
    NEEDED
  }

  /**
   * What is to be done.
   *
   * @param server empty for a SQLite file in the folder
   * @param routes more than 20
   * @param batch texts that the encoder reads in one run
   * @param maxTokens word pieces of a post that it reads
   * @param oneIn of so many posts one speaks to the company and becomes a ticket
   * @param stored posts in the store when it begins
   * @param rate posts a second; 0 for as fast as it goes
   */
  public record Plan(
      Path folder,
      Optional<Server> server,
      int routes,
      int experts,
      Encoding encoder,
      int batch,
      int maxTokens,
      int oneIn,
      int stored,
      int rate,
      Duration warmUp,
      Duration length) {}

  /** An empty PostgreSQL database, and the user who owns it. */
  public record Server(String url, String user) {}

  /**
   * What came of it.
   *
   * @param postsPerS handled a second
   * @param p50Millis from the page that held the post to the call at the chat house
   * @param cores how many processors the service was busy on, stand-ins left out
   * @param timed how many posts the times are of
   * @param backlog posts stored and not handled when the time was over
   * @param tickets posts that were to be told of in chat, over the whole run
   * @param calls how often the chat house was told of a post
   * @param lost tickets that the chat house was not told of
   * @param doubled posts that it was told of more than once
   */
  public record Figures(
      double postsPerS,
      double p50Millis,
      double p99Millis,
      double maxMillis,
      double cores,
      long posts,
      int timed,
      long backlog,
      int tickets,
      long calls,
      long lost,
      long doubled) {}

  /**
   * Runs for the plan's length, after filling the store and a warm-up.
   *
   * @throws IllegalArgumentException when the database is not an empty one for this
   */
  public static Figures run(Plan plan) throws InterruptedException {
    try (PipelineHouse house = new PipelineHouse(plan);
        Grenselos grenselos = Grenselos.open(house.setup())) {
      new PipelineFill(grenselos.store()).posts(plan.stored());
      return new PipelineBench(plan, house).measured(grenselos);
    }
  }

  private record Moment(long nanos, Effort effort, long stored, long waiting) {
    long handled() {
      return stored - waiting;
    }
  }

  private Figures measured(Grenselos grenselos) throws InterruptedException {
    grenselos.start();
    load(plan.warmUp());
    Moment begin = now();
    load(plan.length());
    Moment end = now();
    drain();
    if (end.handled() == begin.handled()) {
      throw new IllegalStateException("no post was handled: " + house.receipts().trouble());
    }
    double[] millis = house.receipts().millis(begin.nanos(), end.nanos());
    double seconds = (end.nanos() - begin.nanos()) / 1e9;
    return new Figures(
        (end.handled() - begin.handled()) / seconds,
        at(millis, 0.5),
        at(millis, 0.99),
        at(millis, 1),
        begin.effort().processorsUntil(end.effort()),
        end.handled() - begin.handled(),
        millis.length,
        end.waiting(),
        house.receipts().tickets(),
        house.receipts().calls(),
        house.receipts().lost(),
        house.receipts().doubled());
  }

  private Moment now() {
    Receipts receipts = house.receipts();
    return new Moment(System.nanoTime(), house.effort(), receipts.stored(), receipts.waiting());
  }

  private void load(Duration time) throws InterruptedException {
    if (plan.rate() > 0) evenly(time);
    else asFastAsItGoes(time);
  }

  private void evenly(Duration time) throws InterruptedException {
    int size = Math.clamp(plan.rate() / PAGES_PER_SECOND, 1, XPages.POSTS);
    Duration step = Duration.ofSeconds(1).multipliedBy(size).dividedBy(plan.rate());
    long begin = System.nanoTime();
    for (long at = 0; at < time.toNanos(); at += step.toNanos()) {
      house.source().letGo(size);
      long wait = begin + at + step.toNanos() - System.nanoTime();
      if (wait > 0) Thread.sleep(Duration.ofNanos(wait));
    }
  }

  private void asFastAsItGoes(Duration time) throws InterruptedException {
    long end = System.nanoTime() + time.toNanos();
    long let = house.receipts().stored();
    while (System.nanoTime() < end) {
      long stored = house.receipts().stored();
      for (long under = let - stored; under < 2 * XPages.POSTS; under += XPages.POSTS) {
        if (house.receipts().waiting() > AHEAD) break;
        house.source().letGo(XPages.POSTS);
        let += XPages.POSTS;
      }
      Thread.sleep(STEP);
    }
  }

  private void drain() throws InterruptedException {
    long end = System.nanoTime() + DRAIN.toNanos();
    while (house.receipts().waiting() > 0 || house.receipts().lost() > 0) {
      if (System.nanoTime() > end) return;
      Thread.sleep(STEP);
    }
  }

  private static double at(double[] sorted, double share) {
    if (sorted.length == 0) return 0;
    return sorted[Math.max(0, (int) Math.ceil(share * sorted.length) - 1)];
  }
}
