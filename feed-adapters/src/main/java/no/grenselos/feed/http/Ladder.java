package no.grenselos.feed.http;

import java.time.Duration;

/**
 * How long a network wants us to rest before a connection is tried again, after the first, the
 * second, ... failure of a kind in a row.
 */
public record Ladder(Rungs network, Rungs answer, Rungs limit) {
  /** What kind of failure. */
  enum Fall {
    /** Not reached, silent, or broken off. */
    NETWORK,
    /** An answer that is an error. */
    ANSWER,
    /** 429. */
    LIMIT
  }

  /**
   * @param doubling whether each rest is twice the one before, not the first longer
   */
  public record Rungs(Duration first, Duration most, boolean doubling) {
    public static Rungs linear(Duration step, Duration most) {
      return new Rungs(step, most, false);
    }

    public static Rungs doubling(Duration first, Duration most) {
      return new Rungs(first, most, true);
    }

    /**
     * @param tries at least one
     */
    Duration after(int tries) {
      long times = doubling ? 1L << Math.min(tries - 1, 30) : tries;
      Duration rest = first.multipliedBy(times);
      return rest.compareTo(most) < 0 ? rest : most;
    }
  }

  Rungs of(Fall fall) {
    return switch (fall) {
      case NETWORK -> network;
      case ANSWER -> answer;
      case LIMIT -> limit;
    };
  }
}
