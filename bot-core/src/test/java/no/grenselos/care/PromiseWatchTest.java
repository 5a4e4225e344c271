package no.grenselos.care;

import static no.grenselos.care.Stage.FALLBACK;
import static no.grenselos.care.Stage.HALF;
import static no.grenselos.care.Stage.LEAD;
import static no.grenselos.care.Stage.SOON;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Stream;
import no.grenselos.calendar.DaysOff;
import no.grenselos.calendar.Holidays;
import no.grenselos.expert.Handle;
import no.grenselos.expert.Hours;
import no.grenselos.expert.Team;
import org.junit.jupiter.api.Test;

class PromiseWatchTest {
  private static final ZoneId OSLO = ZoneId.of("Europe/Oslo");
  private static final SequencedMap<Handle, String> LENE =
      new LinkedHashMap<>(Map.of(new Handle("slack", "U21"), "Lene"));
  private static final Hours OFFICE =
      new Hours(
          EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
          LocalTime.of(8, 0),
          LocalTime.of(16, 0),
          OSLO,
          new DaysOff(Holidays.NORWAY, Set.of(), Set.of()));

  @Test
  void anHourIsSpokenOfAtHalfTenMinutesBeforeAtItsEndAndHalfAnHourAfter() {
    PromiseWatch watch = promise("2026-11-23T10:00", Duration.ofHours(1));

    assertThat(moments(watch))
        .containsExactly(
            "2026-11-23T10:30", "2026-11-23T10:50", "2026-11-23T11:00", "2026-11-23T11:30");
  }

  @Test
  void nightAndWeekendDoNotCount() {
    PromiseWatch watch = promise("2026-11-20T15:00", Duration.ofHours(3)); // a Friday

    assertThat(moments(watch))
        .containsExactly(
            "2026-11-23T08:30", "2026-11-23T09:50", "2026-11-23T10:00", "2026-11-23T10:30");
  }

  @Test
  void tenMinutesBeforeAnEndInTheMorningIsTheEveningBefore() {
    PromiseWatch watch = promise("2026-11-23T12:05", Duration.ofHours(4));

    assertThat(watch.promisedAt()).isEqualTo(oslo("2026-11-24T08:05"));
    assertThat(watch.at(SOON)).contains(oslo("2026-11-23T15:55"));
  }

  @Test
  void easterIsNoTimeToAnswerNorToBeReminded() {
    PromiseWatch watch = promise("2027-03-24T15:00", Duration.ofHours(4)); // before Maundy Thursday

    assertThat(moments(watch))
        .containsExactly(
            "2027-03-30T09:00", "2027-03-30T10:50", "2027-03-30T11:00", "2027-03-30T11:30");
  }

  @Test
  void the17thOfMayIsSkipped() {
    PromiseWatch watch = promise("2028-05-16T15:30", Duration.ofHours(1));

    assertThat(moments(watch))
        .containsExactly(
            "2028-05-18T08:00", "2028-05-18T08:20", "2028-05-18T08:30", "2028-05-18T09:00");
  }

  @Test
  void theHourThatChangesIsCountedAsItPasses() {
    Hours nights =
        new Hours(EnumSet.allOf(DayOfWeek.class), LocalTime.of(0, 30), LocalTime.of(6, 0), OSLO);
    Team team = team(nights, LENE);
    Instant opened = oslo("2026-03-29T01:00"); // the clock goes from 02:00 to 03:00
    PromiseWatch spring = new PromiseWatch(opened, nights.after(opened, Duration.ofHours(2)), team);

    assertThat(spring.at(HALF)).contains(oslo("2026-03-29T03:00"));
    assertThat(spring.at(SOON)).contains(oslo("2026-03-29T03:50"));
    assertThat(spring.at(LEAD)).contains(oslo("2026-03-29T04:00"));

    Instant autumn =
        Instant.parse("2026-10-24T23:00:00Z"); // 01:00, an hour before 02:00 comes twice
    PromiseWatch back = new PromiseWatch(autumn, nights.after(autumn, Duration.ofHours(4)), team);
    assertThat(back.at(HALF)).contains(autumn.plus(Duration.ofHours(2)));
    assertThat(back.at(LEAD)).contains(autumn.plus(Duration.ofHours(4)));
  }

  @Test
  void aPromiseIsKnownByItsEndToo() {
    PromiseWatch watch = promise("2027-03-24T15:00", Duration.ofHours(4));

    assertThat(PromiseWatch.ending(watch.promisedAt(), Duration.ofHours(4), watch.team()))
        .isEqualTo(watch);
  }

  @Test
  void aShortPromiseIsRemindedOfOnce() {
    assertThat(promise("2026-11-23T10:00", Duration.ofMinutes(15)).at(SOON)).isEmpty();
    assertThat(promise("2026-11-23T10:00", Duration.ofMinutes(20)).at(SOON)).isEmpty();
    assertThat(promise("2026-11-23T10:00", Duration.ofMinutes(21)).at(SOON))
        .contains(oslo("2026-11-23T10:11"));
  }

  @Test
  void aHalfAtClosingTimeIsSpokenOfWhenSomebodyIsThere() {
    assertThat(promise("2026-11-23T15:00", Duration.ofHours(2)).at(HALF))
        .contains(oslo("2026-11-24T08:00"));
  }

  @Test
  void aTeamWithoutLeadGoesToTheFallbackOnly() {
    PromiseWatch watch =
        new PromiseWatch(
            oslo("2026-11-23T10:00"),
            oslo("2026-11-23T11:00"),
            team(OFFICE, new LinkedHashMap<>()));

    assertThat(watch.at(LEAD)).isEmpty();
    assertThat(watch.due(oslo("2026-11-23T11:10"), Set.of(HALF, SOON))).isEmpty();
    assertThat(watch.due(oslo("2026-11-23T11:30"), Set.of(HALF, SOON))).contains(FALLBACK);
  }

  @Test
  void eachStageIsDueOnce() {
    PromiseWatch watch = promise("2026-11-23T10:00", Duration.ofHours(1));

    assertThat(watch.due(oslo("2026-11-23T10:29"), Set.of())).isEmpty();
    assertThat(watch.due(oslo("2026-11-23T10:30"), Set.of())).contains(HALF);
    assertThat(watch.due(oslo("2026-11-23T10:40"), Set.of(HALF))).isEmpty();
    assertThat(watch.due(oslo("2026-11-23T10:50"), Set.of(HALF))).contains(SOON);
    assertThat(watch.due(oslo("2026-11-23T11:00"), Set.of(HALF, SOON))).contains(LEAD);
  }

  @Test
  void afterAnOutageOnlyTheLatestIsSpokenOf() {
    PromiseWatch watch = promise("2026-11-23T10:00", Duration.ofHours(1));

    assertThat(watch.due(oslo("2026-11-23T11:10"), Set.of())).contains(LEAD);
    assertThat(watch.due(oslo("2026-11-23T11:10"), Set.of(LEAD))).isEmpty();
    assertThat(watch.due(oslo("2026-11-23T12:00"), Set.of(HALF, LEAD))).contains(FALLBACK);
  }

  @Test
  void theNextMomentIsKnownUntilAllArePast() {
    PromiseWatch watch = promise("2026-11-23T10:00", Duration.ofHours(1));

    assertThat(watch.next(oslo("2026-11-23T10:00"))).contains(oslo("2026-11-23T10:30"));
    assertThat(watch.next(oslo("2026-11-23T10:50"))).contains(oslo("2026-11-23T11:00"));
    assertThat(watch.next(oslo("2026-11-23T11:30"))).isEmpty();
  }

  private static PromiseWatch promise(String opened, Duration within) {
    Instant at = oslo(opened);
    return new PromiseWatch(at, OFFICE.after(at, within), team(OFFICE, LENE));
  }

  private static Team team(Hours hours, SequencedMap<Handle, String> leads) {
    return new Team(
        "care", "Care", "#care", hours, leads, leads, Team.ESCALATE_AFTER, Map.of(), null);
  }

  private static List<String> moments(PromiseWatch watch) {
    return Stream.of(Stage.values())
        .flatMap(stage -> watch.at(stage).stream())
        .map(moment -> LocalDateTime.ofInstant(moment, OSLO).toString())
        .toList();
  }

  private static Instant oslo(String local) {
    return LocalDateTime.parse(local).atZone(OSLO).toInstant();
  }
}
