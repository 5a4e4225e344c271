package no.grenselos.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HolidaysTest {
  /** Known from calendars; the first four are the earliest and the latest days there can be. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "1818-03-22", "2285-03-22", "1943-04-25", "2038-04-25", "1954-04-18", "1981-04-19",
        "2000-04-23", "2008-03-23", "2011-04-24", "2016-03-27", "2019-04-21", "2024-03-31",
        "2025-04-20", "2026-04-05", "2027-03-28", "2028-04-16", "2029-04-01", "2030-04-21",
        "2049-04-18", "2076-04-19"
      })
  void easterIsWhereCalendarsHaveIt(LocalDate sunday) {
    assertThat(Easter.sunday(sunday.getYear())).isEqualTo(sunday);
  }

  @Test
  void easterIsASundayBetween22MarchAnd25AprilInEveryYear() {
    for (int year = 1583; year < 4000; year++) {
      LocalDate sunday = Easter.sunday(year);

      assertThat(sunday.getDayOfWeek()).isEqualTo(DayOfWeek.SUNDAY);
      assertThat(sunday).isBetween(LocalDate.of(year, 3, 22), LocalDate.of(year, 4, 25));
    }
  }

  @Test
  void norwaysHolidaysIn2027AreThese() {
    assertThat(norway(2027))
        .containsExactly(
            "2027-01-01",
            "2027-03-25",
            "2027-03-26",
            "2027-03-28",
            "2027-03-29",
            "2027-05-01",
            "2027-05-06",
            "2027-05-16",
            "2027-05-17",
            "2027-12-25",
            "2027-12-26");
  }

  @Test
  void holidaysThatFallOnOneDayAreOneDay() {
    // in 2027 Whit Monday is 17 May; in 2008 Ascension was 1 May
    assertThat(norway(2026)).hasSize(12);
    assertThat(norway(2027)).hasSize(11);
    assertThat(norway(2008)).hasSize(11).contains("2008-05-01");
  }

  @Test
  void evesAreWorkingDays() {
    assertThat(norway(2026)).doesNotContain("2026-12-24", "2026-12-31", "2026-04-04");
  }

  @Test
  void noCalendarHasNoHolidays() {
    assertThat(DaysOff.NONE.on(LocalDate.parse("2026-12-25"))).isFalse();
  }

  @Test
  void theHousesOwnDaysAreOffToo() {
    DaysOff own =
        new DaysOff(
            Holidays.NONE, Set.of(LocalDate.parse("2026-07-20")), Set.of(MonthDay.of(12, 24)));

    assertThat(own.on(LocalDate.parse("2026-07-20"))).isTrue();
    assertThat(own.on(LocalDate.parse("2027-07-20"))).isFalse();
    assertThat(own.on(LocalDate.parse("2026-12-24"))).isTrue();
    assertThat(own.on(LocalDate.parse("2031-12-24"))).isTrue();
  }

  @Test
  void aYearThatIsAllDaysOffIsRefused() {
    Set<MonthDay> tooMany =
        IntStream.rangeClosed(1, 101)
            .mapToObj(day -> MonthDay.from(LocalDate.ofYearDay(2026, day)))
            .collect(Collectors.toSet());

    assertThatThrownBy(() -> new DaysOff(Holidays.NONE, Set.of(), tooMany))
        .hasMessageContaining("at most 100");
  }

  private static List<String> norway(int year) {
    return LocalDate.of(year, 1, 1)
        .datesUntil(LocalDate.of(year + 1, 1, 1))
        .filter(Holidays.NORWAY::on)
        .map(LocalDate::toString)
        .toList();
  }
}
