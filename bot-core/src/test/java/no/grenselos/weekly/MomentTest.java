package no.grenselos.weekly;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import no.grenselos.route.Reporting;
import org.junit.jupiter.api.Test;

class MomentTest {
  private static final ZoneId OSLO = ZoneId.of("Europe/Oslo");

  private static String next(DayOfWeek day, String at, String after) {
    Reporting.Weekly wanted = new Reporting.Weekly("#x", day, LocalTime.parse(at));
    return Weekly.next(wanted, OSLO, Instant.parse(after)).toString();
  }

  @Test
  void itIsNineInTheCompanysZoneSummerAndWinter() {
    assertThat(next(DayOfWeek.MONDAY, "09:00", "2026-03-23T08:00:00Z"))
        .isEqualTo("2026-03-30T07:00:00Z");
    assertThat(next(DayOfWeek.MONDAY, "09:00", "2026-10-19T07:00:00Z"))
        .isEqualTo("2026-10-26T08:00:00Z");
  }

  @Test
  void theMomentItselfIsOver() {
    assertThat(next(DayOfWeek.MONDAY, "09:00", "2026-03-02T07:59:59Z"))
        .isEqualTo("2026-03-02T08:00:00Z");
    assertThat(next(DayOfWeek.MONDAY, "09:00", "2026-03-02T08:00:00Z"))
        .isEqualTo("2026-03-09T08:00:00Z");
  }

  @Test
  void anHourThatTheClocksLeaveOutComesLaterAndOneTheyRepeatOnce() {
    assertThat(next(DayOfWeek.SUNDAY, "02:30", "2026-03-28T12:00:00Z"))
        .isEqualTo("2026-03-29T01:30:00Z");
    String first = next(DayOfWeek.SUNDAY, "02:30", "2026-10-24T12:00:00Z");
    assertThat(first).isEqualTo("2026-10-25T00:30:00Z");
    assertThat(next(DayOfWeek.SUNDAY, "02:30", first)).isEqualTo("2026-11-01T01:30:00Z");
  }
}
