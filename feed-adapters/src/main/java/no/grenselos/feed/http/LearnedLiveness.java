package no.grenselos.feed.http;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Learns how long a server usually lets pass between two heartbeats: three times that is too long,
 * but at least a minute. Before it knows, it waits three minutes; and twice as long, up to half an
 * hour, each time a connection ended without a second heartbeat, since its server may be a slow one
 * or have none.
 */
public final class LearnedLiveness implements Liveness {
  private static final Duration SHORTEST = Duration.ofMinutes(1);
  private static final Duration LONGEST = Duration.ofMinutes(30);
  private static final int TIMES = 3;

  private Duration unlearned = Duration.ofMinutes(3);
  private @Nullable Duration usual;
  private @Nullable Instant last;
  private boolean opened;

  @Override
  public synchronized void opened() {
    if (opened && usual == null) unlearned = atMost(unlearned.multipliedBy(2));
    opened = true;
    last = null;
  }

  @Override
  public synchronized void beat(Instant at) {
    if (last != null) learn(Duration.between(last, at));
    last = at;
  }

  private void learn(Duration gap) {
    if (gap.isNegative()) return; // the clock was set
    Duration bounded = atMost(gap);
    // one late heartbeat moves little
    usual = usual == null ? bounded : usual.multipliedBy(7).plus(bounded).dividedBy(8);
  }

  @Override
  public synchronized Duration longestSilence() {
    if (usual == null) return unlearned;
    Duration most = atMost(usual.multipliedBy(TIMES));
    return most.compareTo(SHORTEST) < 0 ? SHORTEST : most;
  }

  private static Duration atMost(Duration time) {
    return time.compareTo(LONGEST) < 0 ? time : LONGEST;
  }
}
