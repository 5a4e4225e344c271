package no.grenselos.expert;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.SUNDAY;
import static java.time.DayOfWeek.THURSDAY;
import static java.time.DayOfWeek.TUESDAY;
import static java.time.DayOfWeek.WEDNESDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** In 2026 Oslo's clocks go forward on 29 March (02:00 to 03:00) and back on 25 October. */
class HoursTest {
  private static final ZoneId OSLO = ZoneId.of("Europe/Oslo");
  private static final Set<DayOfWeek> WORKDAYS =
      Set.of(MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY);
  private final Hours office = new Hours(WORKDAYS, LocalTime.of(8, 0), LocalTime.of(16, 0), OSLO);

  @Test
  void openFromTheFirstMinuteUpToTheLast() {
    assertThat(office.at(oslo("2026-11-23T07:59"))).isFalse();
    assertThat(office.at(oslo("2026-11-23T08:00"))).isTrue();
    assertThat(office.at(oslo("2026-11-23T15:59"))).isTrue();
    assertThat(office.at(oslo("2026-11-23T16:00"))).isFalse();
  }

  @Test
  void closedAtTheWeekend() {
    assertThat(office.at(oslo("2026-11-21T12:00"))).isFalse();
    assertThat(office.nextOpen(oslo("2026-11-21T12:00"))).isEqualTo(oslo("2026-11-23T08:00"));
  }

  @Test
  void nextOpenIsNowWhenOpen() {
    Instant now = oslo("2026-11-23T12:00");

    assertThat(office.nextOpen(now)).isEqualTo(now);
  }

  @Test
  void theOpeningHourStaysAtEightLocalTimeOverBothChanges() {
    assertThat(office.nextOpen(oslo("2026-03-27T17:00")))
        .isEqualTo(Instant.parse("2026-03-30T06:00:00Z"));
    assertThat(office.nextOpen(oslo("2026-10-23T17:00")))
        .isEqualTo(Instant.parse("2026-10-26T07:00:00Z"));
  }

  @Test
  void workingTimeRunsOnAfterTheWeekend() {
    assertThat(office.after(oslo("2026-11-20T15:30"), Duration.ofHours(1)))
        .isEqualTo(oslo("2026-11-23T08:30"));
  }

  @Test
  void workingTimeCountsFromTheOpeningWhenAskedAtNight() {
    assertThat(office.after(oslo("2026-11-23T03:00"), Duration.ofMinutes(30)))
        .isEqualTo(oslo("2026-11-23T08:30"));
  }

  @Test
  void aSpanThatFillsTheDayEndsAtClosingTime() {
    assertThat(office.after(oslo("2026-11-23T08:00"), Duration.ofHours(8)))
        .isEqualTo(oslo("2026-11-23T16:00"));
  }

  @Test
  void theHourThatSpringSkipsIsNotCounted() {
    Hours night = nights(LocalTime.of(1, 0), LocalTime.of(5, 0));

    // 01:30 to 05:00 is two and a half real hours that night
    assertThat(night.after(oslo("2026-03-29T01:30"), Duration.ofMinutes(150)))
        .isEqualTo(oslo("2026-03-29T05:00"));
    assertThat(night.after(oslo("2026-03-29T01:30"), Duration.ofMinutes(151)))
        .isEqualTo(oslo("2026-03-30T01:01"));
  }

  @Test
  void theHourThatAutumnRepeatsIsCountedTwice() {
    Hours night = nights(LocalTime.of(1, 0), LocalTime.of(5, 0));
    Instant start = Instant.parse("2026-10-24T23:00:00Z"); // 01:00 summer time

    assertThat(night.after(start, Duration.ofHours(5)))
        .isEqualTo(Instant.parse("2026-10-25T04:00:00Z")); // 05:00 winter time
    assertThat(night.at(Instant.parse("2026-10-25T00:30:00Z"))).isTrue();
    assertThat(night.at(Instant.parse("2026-10-25T01:30:00Z"))).isTrue();
  }

  @Test
  void anOpeningInTheSkippedHourMovesAfterIt() {
    Hours night = nights(LocalTime.of(2, 30), LocalTime.of(6, 0));

    assertThat(night.nextOpen(oslo("2026-03-29T01:00"))).isEqualTo(oslo("2026-03-29T03:30"));
  }

  @Test
  void theDayIsTheirOwn() {
    assertThat(office.day(Instant.parse("2026-11-22T23:30:00Z")))
        .isEqualTo(LocalDateTime.parse("2026-11-23T00:00").toLocalDate());
  }

  @Test
  void hoursWithoutDaysOrThatEndBeforeTheyBeginAreRefused() {
    LocalTime noon = LocalTime.NOON;

    assertThatThrownBy(() -> new Hours(Set.of(), noon, noon.plusHours(1), OSLO))
        .hasMessageContaining("no days");
    assertThatThrownBy(() -> new Hours(Set.of(SATURDAY, SUNDAY), noon, noon, OSLO))
        .hasMessageContaining("must be after 12:00");
  }

  private static Hours nights(LocalTime from, LocalTime to) {
    return new Hours(EnumSet.allOf(DayOfWeek.class), from, to, OSLO);
  }

  private static Instant oslo(String local) {
    return LocalDateTime.parse(local).atZone(OSLO).toInstant();
  }
}
