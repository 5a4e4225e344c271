package no.grenselos.app.wiring;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;

/**
 * As much ahead of the machine's clock as a file says, as an ISO 8601 duration ({@code PT1H},
 * behind with {@code PT-1H}), read anew each time: for trying what a clock that jumps does. Safe
 * for many threads, where the file is replaced at once.
 */
public final class SteeredClock extends Clock {
  private final Path ahead;
  private final Clock machine;

  /**
   * @throws IllegalArgumentException when the file holds no duration
   * @throws UncheckedIOException when it cannot be read
   */
  public SteeredClock(Path ahead) {
    this(ahead, Clock.systemUTC());
    Duration unused = ahead();
  }

  private SteeredClock(Path ahead, Clock machine) {
    this.ahead = ahead;
    this.machine = machine;
  }

  private Duration ahead() {
    try {
      return Duration.parse(Files.readString(ahead).strip());
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(ahead + " holds no duration such as PT1H", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Instant instant() {
    return machine.instant().plus(ahead());
  }

  @Override
  public ZoneId getZone() {
    return machine.getZone();
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return new SteeredClock(ahead, machine.withZone(zone));
  }
}
