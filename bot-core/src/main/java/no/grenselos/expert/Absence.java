package no.grenselos.expert;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * When somebody is not to be asked, whatever their hours say.
 *
 * @param pausedUntil as they said themselves; null when they did not, may be over
 * @param awayUntil as their chat house said when it was last asked; null when it did not, may be
 *     over
 * @param leaves as their calendars say, past and to come
 */
public record Absence(
    @Nullable Instant pausedUntil, @Nullable Instant awayUntil, List<Leave> leaves) {
  /** Is there. */
  public static final Absence NONE = new Absence(null, null);

  public Absence {
    leaves = List.copyOf(leaves);
  }

  /** Without a calendar. */
  public Absence(@Nullable Instant pausedUntil, @Nullable Instant awayUntil) {
    this(pausedUntil, awayUntil, List.of());
  }

  /** When it ends; empty when it is over. */
  public Optional<Instant> end(Instant now) {
    return Stream.of(paused(now), away(now))
        .flatMap(Optional::stream)
        .max(Instant::compareTo)
        .map(end -> onLeave(end).orElse(end))
        .or(() -> onLeave(now));
  }

  /** The end of the pause; empty when there is none now. */
  public Optional<Instant> paused(Instant now) {
    return Optional.ofNullable(pausedUntil).filter(until -> until.isAfter(now));
  }

  /** The end of the leave, and of those that follow at once; empty when there is none now. */
  public Optional<Instant> onLeave(Instant now) {
    Instant end = now;
    boolean longer = true;
    while (longer) {
      Instant reached = end;
      Optional<Instant> later =
          leaves.stream()
              .filter(leave -> leave.at(reached))
              .map(Leave::until)
              .max(Instant::compareTo);
      longer = later.isPresent();
      end = later.orElse(end);
    }
    return end.isAfter(now) ? Optional.of(end) : Optional.empty();
  }

  private Optional<Instant> away(Instant now) {
    return Optional.ofNullable(awayUntil).filter(until -> until.isAfter(now));
  }

  /** In plain English; empty when it is over. */
  Optional<String> reason(Instant now) {
    return paused(now)
        .map(until -> "paused until " + until)
        .or(() -> onLeave(now).map(until -> "on leave until " + until + ", by their calendar"))
        .or(() -> away(now).map(until -> "away until " + until));
  }
}
