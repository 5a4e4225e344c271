package no.grenselos.app.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import no.grenselos.app.wiring.SteeredClock;

/** Sets the clock of processes, while they run. */
final class Steering {
  private final Path file;

  /** As the machine's at first. */
  Steering(Path file) throws IOException {
    this.file = file;
    ahead(Duration.ZERO);
  }

  /** So far ahead of the machine's from now on; negative is behind. */
  void ahead(Duration ahead) throws IOException {
    Path draft = Files.writeString(file.resolveSibling(file.getFileName() + ".new"), "" + ahead);
    Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /** It is so late now. */
  void set(Instant time) throws IOException {
    ahead(Duration.between(Instant.now(), time));
  }

  /** From here to there. */
  void pass(Duration time) throws IOException {
    set(clock().instant().plus(time));
  }

  /** The same clock in this process. */
  Clock clock() {
    return new SteeredClock(file);
  }

  /** The process has this clock, from its next start on. */
  void steer(AppProcess process) {
    process.with("--clock", file.toString());
  }
}
