package no.grenselos.app.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.EnumSet;
import java.util.Set;

/**
 * The demo's time: runs at its real speed, but begins on a morning when everybody is at work, since
 * experts' hours hold in the demo too and a visitor at night would see nothing but held work.
 */
final class DemoClock {
  private static final ZoneId ZONE = ZoneId.of("Europe/Oslo");
  private static final LocalDate FIRST = LocalDate.of(2026, 9, 15);
  private static final LocalTime MORNING = LocalTime.of(10, 0);
  private static final Set<DayOfWeek> CROWDED =
      EnumSet.of(DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY, DayOfWeek.THURSDAY);

  private DemoClock() {}

  /** Begins on the first morning. */
  static Clock first() {
    return at(FIRST);
  }

  /**
   * Begins on the first morning, or where the folder was used before on the next one after that: a
   * kept database must not see time go backwards.
   */
  static Clock next(Path folder) throws IOException {
    Path note = folder.resolve("demo-day");
    LocalDate day = FIRST;
    if (Files.exists(note)) {
      day = LocalDate.parse(Files.readString(note).strip()).plusDays(1);
      while (!CROWDED.contains(day.getDayOfWeek())) day = day.plusDays(1);
    }
    Files.writeString(note, day.toString());
    return at(day);
  }

  private static Clock at(LocalDate day) {
    Clock system = Clock.system(ZONE);
    Duration offset = Duration.between(system.instant(), ZonedDateTime.of(day, MORNING, ZONE));
    return Clock.offset(system, offset);
  }
}
