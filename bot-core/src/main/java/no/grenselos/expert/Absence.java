package no.grenselos.expert;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * When somebody is not to be asked, whatever their hours say.
 *
 * @param pausedUntil as they said themselves; null when they did not, may be over
 * @param awayUntil as their chat house said when it was last asked; null when it did not, may be
 *     over
 */
public record Absence(@Nullable Instant pausedUntil, @Nullable Instant awayUntil) {
  /** Is there. */
  public static final Absence NONE = new Absence(null, null);

  /** When it ends; empty when it is over. */
  public Optional<Instant> end(Instant now) {
    return Stream.of(paused(now), away(now)).flatMap(Optional::stream).max(Instant::compareTo);
  }

  /** The end of the pause; empty when there is none now. */
  public Optional<Instant> paused(Instant now) {
    return Optional.ofNullable(pausedUntil).filter(until -> until.isAfter(now));
  }

  private Optional<Instant> away(Instant now) {
    return Optional.ofNullable(awayUntil).filter(until -> until.isAfter(now));
  }

  /** In plain English; empty when it is over. */
  Optional<String> reason(Instant now) {
    return paused(now)
        .map(until -> "paused until " + until)
        .or(() -> away(now).map(until -> "away until " + until));
  }
}
