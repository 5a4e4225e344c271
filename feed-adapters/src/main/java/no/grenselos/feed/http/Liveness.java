package no.grenselos.feed.http;

import java.time.Duration;
import java.time.Instant;

/** When a silent connection counts as dead. Safe for many threads. */
public interface Liveness {
  /** Where the network says it. */
  static Liveness of(Duration longestSilence) {
    return new Liveness() {
      @Override
      public void opened() {
        // every connection alike
      }

      @Override
      public void beat(Instant at) {
        // nothing to learn
      }

      @Override
      public Duration longestSilence() {
        return longestSilence;
      }
    };
  }

  /** A new connection begins. */
  void opened();

  /** A heartbeat came. */
  void beat(Instant at);

  Duration longestSilence();
}
