package no.grenselos.feed.trouble;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import java.util.function.BiFunction;
import no.grenselos.config.Secret;
import no.grenselos.feed.FeedContext;
import no.grenselos.feed.http.HandClock;

/**
 * One network in trouble for a while: people go on writing, editing and deleting, and the feed goes
 * on reading; at last all is calm, and what did not come by then does not come.
 */
final class TroubleRun implements AutoCloseable {
  private static final int STEPS = 250;
  private static final int QUIET = 400;
  private static final int STILL_QUIET = 25;

  /** Whoever listens looks more often than who has to ask. */
  private static final int MORE = 2;

  private static final Duration A_LOOK = Duration.ofMillis(200);

  private final HandClock clock = new HandClock();
  private final Random dice;
  private final Mischief mischief;
  private final World world;
  private final StandIn network;
  private final Delivery delivery;
  private final Front front;
  private final Arrivals arrivals = new Arrivals();
  private final Reader reader;

  /**
   * @param late how much later than written the network may show a post
   */
  TroubleRun(long seed, Duration late, BiFunction<World, Mischief, StandIn> making)
      throws IOException {
    this.dice = new Random(seed);
    this.mischief = new Mischief(new Random(seed + 1000));
    this.world = new World(clock, new Random(seed + 2000), late);
    this.network = making.apply(world, mischief);
    this.delivery = new Delivery(network, mischief);
    this.front = new Front(delivery::serve);
    FeedContext context =
        new FeedContext(clock, name -> Optional.of(new Secret("s3cret-" + name)), true);
    this.reader =
        new Reader(
            () -> network.open(front.address(), context),
            arrivals,
            mischief,
            new Random(seed + 3000),
            network::afterRefusal);
  }

  /** All of it. */
  Verdict run() throws IOException {
    // what stands there before the very first look may be history; trouble begins behind it
    world.write(10);
    clock.forward(Duration.ofMinutes(1));
    while (!reader.hasBegun()) look();
    // who listens is not told what was written before it did
    if (network.broadcast().isPresent()) {
      world.write(0);
      clock.forward(A_LOOK);
    }
    mischief.begin();
    reader.dies(true);
    for (int step = 0; step < times(STEPS); step++) {
      boolean away = mischief.away();
      front.away(away);
      if (away) network.broadcast().ifPresent(Broadcast::breakOff);
      happen(away);
      look();
    }
    mischief.end();
    reader.dies(false);
    front.away(false);
    for (int i = 0; i < times(QUIET) && !verdict().isFine(); i++) look();
    for (int i = 0; i < STILL_QUIET; i++) look();
    return verdict();
  }

  private void happen(boolean away) {
    boolean burst = dice.nextDouble() < (away ? 0.03 : 0.004);
    if (burst) clock.forward(network.busy());
    world.write(burst ? network.burst() : dice.nextInt(3) == 0 ? 1 + dice.nextInt(4) : 0);
    boolean edited = dice.nextDouble() < 0.06 && world.edit().isPresent();
    boolean deleted = dice.nextDouble() < 0.04 && world.delete().isPresent();
    if ((edited || deleted) && !network.mayRepeatOldWords()) delivery.forget();
  }

  private int times(int looks) {
    return network.broadcast().isPresent() ? MORE * looks : looks;
  }

  private void look() {
    network.broadcast().ifPresent(Broadcast::tell);
    clock.forward(network.broadcast().map(Broadcast::rest).orElse(A_LOOK));
    network.call(arrivals::take);
    clock.forward(reader.read());
    front.check();
  }

  private Verdict verdict() {
    return Verdict.of(arrivals, network);
  }

  StandIn network() {
    return network;
  }

  int requests() {
    return delivery.requests();
  }

  Mischief mischief() {
    return mischief;
  }

  Arrivals arrivals() {
    return arrivals;
  }

  @Override
  public void close() throws IOException {
    reader.close();
    network.broadcast().ifPresent(Broadcast::breakOff);
    front.close();
  }
}
