package no.grenselos.work;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import no.grenselos.feed.Publisher;
import no.grenselos.lesson.Pupil;
import no.grenselos.mention.Network;
import no.grenselos.store.Store;

/**
 * What the flows work with.
 *
 * @param rules the rules in force, asked for anew for each piece of work
 * @param outside whom we can ask and answer there
 * @param channelHouse where channels are that the rule book names without a house
 * @param pupil learns from every lesson, on a thread of its own
 * @param lease how long an entry is ours: after a crash it waits this long for somebody else. Must
 *     be longer than any call to a chat house or network may take, or the same entry is worked on
 *     twice
 * @param crm tells teams' systems of cases
 * @param retention how long things are kept
 * @param topicSearch which posts are looked through for topics
 */
public record Equipment(
    Store store,
    Supplier<Rules> rules,
    Outside outside,
    String channelHouse,
    Clock clock,
    Journal journal,
    Pupil pupil,
    Duration lease,
    CrmPort crm,
    Aids aids,
    Retention retention,
    TopicSearch topicSearch) {
  /**
   * Longer than the longest call, which takes twenty seconds; and what a dead node had in hand is
   * taken up, looked for and sent within thirty.
   */
  public static final Duration LEASE = Duration.ofSeconds(25);

  public Equipment {
    if (!lease.isPositive()) {
      throw new IllegalArgumentException("lease is " + lease + ", must be more than zero");
    }
  }

  /** What is kept as long as is usual, and every post's topics looked for. */
  public Equipment(
      Store store,
      Supplier<Rules> rules,
      Outside outside,
      String channelHouse,
      Clock clock,
      Journal journal,
      Pupil pupil,
      Duration lease,
      CrmPort crm,
      Aids aids) {
    this(
        store,
        rules,
        outside,
        channelHouse,
        clock,
        journal,
        pupil,
        lease,
        crm,
        aids,
        Retention.USUAL,
        TopicSearch.ALWAYS);
  }

  /** Without a way to tell systems of cases. */
  public Equipment(
      Store store,
      Supplier<Rules> rules,
      Outside outside,
      String channelHouse,
      Clock clock,
      Journal journal,
      Pupil pupil,
      Duration lease) {
    this(store, rules, outside, channelHouse, clock, journal, pupil, lease, CrmPort.NONE);
  }

  /** With the plainest aids. */
  public Equipment(
      Store store,
      Supplier<Rules> rules,
      Outside outside,
      String channelHouse,
      Clock clock,
      Journal journal,
      Pupil pupil,
      Duration lease,
      CrmPort crm) {
    this(store, rules, outside, channelHouse, clock, journal, pupil, lease, crm, Aids.plain());
  }

  public Optional<Publisher> publisher(Network network) {
    return outside.publisher(network);
  }
}
