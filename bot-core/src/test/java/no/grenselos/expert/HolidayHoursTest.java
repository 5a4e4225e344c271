package no.grenselos.expert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import no.grenselos.calendar.DaysOff;
import no.grenselos.calendar.Holidays;
import org.junit.jupiter.api.Test;

/** Working time over Norway's holidays; in 2027 the clocks go forward on Easter Sunday. */
class HolidayHoursTest {
  private static final ZoneId OSLO = ZoneId.of("Europe/Oslo");
  private static final DaysOff NORWAY = new DaysOff(Holidays.NORWAY, Set.of(), Set.of());
  private final Hours office =
      new Hours(
          EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
          LocalTime.of(8, 0),
          LocalTime.of(16, 0),
          OSLO,
          NORWAY);

  @Test
  void nobodyIsAskedOnThe17thOfMay() {
    assertThat(office.at(oslo("2027-05-17T10:00"))).isFalse();
    assertThat(office.at(oslo("2027-05-18T10:00"))).isTrue();
    assertThat(office.nextOpen(oslo("2027-05-14T17:00"))).isEqualTo(oslo("2027-05-18T08:00"));
  }

  @Test
  void easter2027IsFiveDaysWithoutWorkAndAnHourLess() {
    Instant asked = oslo("2027-03-24T15:30");

    assertThat(office.after(asked, Duration.ofHours(1))).isEqualTo(oslo("2027-03-30T08:30"));
    assertThat(office.after(asked, Duration.ofHours(1)))
        .isEqualTo(Instant.parse("2027-03-30T06:30:00Z")); // summer time by then
  }

  @Test
  void christmasEveIsWorkedUnlessTheHouseSaysOtherwise() {
    Hours closed = office.without(new DaysOff(Holidays.NORWAY, Set.of(), Set.of(eve(), last())));

    assertThat(office.at(oslo("2026-12-24T10:00"))).isTrue();
    assertThat(closed.at(oslo("2026-12-24T10:00"))).isFalse();
    assertThat(closed.nextOpen(oslo("2026-12-23T16:00"))).isEqualTo(oslo("2026-12-28T08:00"));
    assertThat(closed.after(oslo("2026-12-30T15:00"), Duration.ofHours(2)))
        .isEqualTo(oslo("2027-01-04T09:00"));
  }

  @Test
  void hoursWithoutACalendarAreKeptOnHolidays() {
    assertThat(office.without(DaysOff.NONE).at(oslo("2026-12-25T10:00"))).isTrue();
  }

  @Test
  void workingTimeBetweenIsWhatAfterTakes() {
    Instant asked = oslo("2027-03-24T15:30");
    for (int minutes : new int[] {0, 1, 29, 30, 31, 600, 4000}) {
      Duration working = Duration.ofMinutes(minutes);

      assertThat(office.between(asked, office.after(asked, working))).isEqualTo(working);
    }
    assertThat(office.between(oslo("2027-05-16T12:00"), oslo("2027-05-17T18:00"))).isZero();
    assertThat(office.between(oslo("2027-05-18T12:00"), oslo("2027-05-18T11:00"))).isZero();
  }

  @Test
  void beforeUndoesAfter() {
    for (String start : List.of("2027-03-24T15:30", "2027-05-14T08:00", "2026-10-23T12:15")) {
      for (int minutes : new int[] {1, 29, 30, 31, 239, 600, 4000}) {
        Duration working = Duration.ofMinutes(minutes);
        Instant end = office.after(oslo(start), working);

        assertThat(office.before(end, working)).isEqualTo(oslo(start));
      }
    }
    assertThat(office.before(oslo("2027-05-17T12:00"), Duration.ofMinutes(30)))
        .isEqualTo(oslo("2027-05-14T15:30"));
  }

  @Test
  void noMomentOfFortyYearsOpensOnAHoliday() {
    Instant moment = oslo("2020-01-01T00:00");
    while (moment.isBefore(oslo("2060-01-01T00:00"))) {
      moment = office.nextOpen(moment);
      LocalDate day = office.day(moment);

      assertThat(Holidays.NORWAY.on(day)).isFalse();
      assertThat(moment).isEqualTo(day.atTime(8, 0).atZone(OSLO).toInstant());
      moment = day.atTime(16, 0).atZone(OSLO).toInstant();
    }
  }

  private static MonthDay eve() {
    return MonthDay.of(12, 24);
  }

  private static MonthDay last() {
    return MonthDay.of(12, 31);
  }

  private static Instant oslo(String local) {
    return LocalDateTime.parse(local).atZone(OSLO).toInstant();
  }
}
