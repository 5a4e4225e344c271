package no.grenselos.feed.bluesky;

import java.time.Duration;
import no.grenselos.feed.http.Gathering;
import no.grenselos.feed.http.Json;

/**
 * Where a connection was to begin. The older form begins later without a word when it no longer
 * holds that moment (bluesky-social/jetstream, README: cursors are clamped). Not thread safe.
 */
final class StreamStart {
  /** All of Bluesky writes many posts a second; so long a silence is a gap. */
  private static final Duration GAP = Duration.ofMinutes(5);

  private final long micros;
  private boolean begun;

  /**
   * @param micros the moment asked for; 0 for the newest
   */
  StreamStart(long micros) {
    this.micros = micros;
  }

  void heard(byte[] event, Gathering gathering) {
    if (begun) return;
    begun = true;
    long first = Json.parse(event).map(JetstreamEvent::position).orElse(0L);
    Duration late = Duration.ofNanos(Math.clamp(first - micros, 0, Long.MAX_VALUE / 1000) * 1000);
    if (micros > 0 && late.compareTo(GAP) > 0) {
      gathering.skip("stream", "begins " + late.toMinutes() + " minutes later than asked for");
    }
  }
}
