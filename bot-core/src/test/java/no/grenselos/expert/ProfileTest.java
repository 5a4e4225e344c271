package no.grenselos.expert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import no.grenselos.reading.Language;
import no.grenselos.reading.TopicId;
import org.junit.jupiter.api.Test;

class ProfileTest {
  private static final Instant NOW = Instant.parse("2026-09-15T09:00:00Z");
  private static final ZoneId OSLO = ZoneId.of("Europe/Oslo");
  private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
  private static final TopicId HEAT = new TopicId("heat");

  private static Expert ana(Manner manner) {
    return new Expert(
        new ExpertId("ana"),
        "Ana",
        "",
        List.of(new Handle("slack", "U1")),
        Set.of(HEAT),
        Set.of("nb"),
        Hours.usual(OSLO),
        Cap.DEFAULT,
        Locale.of("nb"),
        manner);
  }

  private static Profile profile() {
    return Profile.of(new ExpertId("ana"), NOW);
  }

  @Test
  void whoSaidNothingIsAsTheRuleBookHasThem() {
    assertThat(profile().over(ana(Manner.USUAL))).isEqualTo(ana(Manner.USUAL));
  }

  @Test
  void whatTheyChoseHolds() {
    Choices.Times times =
        new Choices.Times(Set.of(DayOfWeek.SUNDAY), LocalTime.of(12, 0), LocalTime.of(13, 0));
    Choices choices =
        Choices.NONE
            .topics(Set.of())
            .languages(Set.of())
            .times(times)
            .cap(new Cap(2, 4))
            .speaks(Locale.of("en"))
            .digest(DayOfWeek.MONDAY)
            .level(Level.ADVISE);

    Expert ana = profile().with(choices).over(ana(Manner.USUAL));

    assertThat(ana.topics()).isEmpty();
    assertThat(ana.languages()).isEmpty();
    assertThat(ana.hours()).isEqualTo(Hours.usual(OSLO).at(times.days(), times.from(), times.to()));
    assertThat(ana.cap()).isEqualTo(new Cap(2, 4));
    assertThat(ana.manner().digest()).isEqualTo(DayOfWeek.MONDAY);
    assertThat(ana.level()).isEqualTo(Level.ADVISE);
  }

  @Test
  void zoneIsTheirChoiceThenTheHousesThenTheCompanys() {
    Profile seen = profile().with(new Profile.Seen(TOKYO, null));
    Manner written = new Manner(Level.POST, Set.of(), true, null, Absence.NONE);

    assertThat(profile().over(ana(Manner.USUAL)).hours().zone()).isEqualTo(OSLO);
    assertThat(seen.over(ana(Manner.USUAL)).hours().zone()).isEqualTo(TOKYO);
    assertThat(seen.over(ana(written)).hours().zone()).isEqualTo(OSLO);
    assertThat(
            seen.with(Choices.NONE.zone(ZoneId.of("UTC"))).over(ana(Manner.USUAL)).hours().zone())
        .isEqualTo(ZoneId.of("UTC"));
  }

  @Test
  void nobodyGoesFurtherThanTheRuleBookLetsThem() {
    Profile eager = profile().with(Choices.NONE.level(Level.POST));

    assertThat(eager.over(ana(Manner.of(Level.ADVISE))).level()).isEqualTo(Level.ADVISE);
  }

  @Test
  void rankingLeavesOutWhoReadsAlongRestsOrIsAwayAndSaysWhy() {
    Instant later = NOW.plusSeconds(3600);
    assertThat(leftOut(Choices.NONE.level(Level.WATCH), Profile.Seen.NOTHING).reason())
        .isEqualTo("only reads along");
    Candidacy.LeftOut rests =
        leftOut(Choices.NONE.pausedUntil(later), new Profile.Seen(null, later.plusSeconds(60)));
    assertThat(rests.reason()).isEqualTo("paused until " + later);
    assertThat(rests.from()).isEqualTo(later.plusSeconds(60));
    Candidacy.LeftOut away = leftOut(Choices.NONE, new Profile.Seen(null, later));
    assertThat(away.reason()).isEqualTo("away until " + later);
    assertThat(away.from()).isEqualTo(later);
  }

  private static Candidacy.LeftOut leftOut(Choices choices, Profile.Seen seen) {
    Expert ana = profile().with(choices).with(seen).over(ana(Manner.USUAL));
    Ranking.Situation now =
        new Ranking.Situation(HEAT, new Language("nb"), Map.of(), Map.of(), NOW);
    return Ranking.of(List.of(ana), now).leftOut().getFirst();
  }

  private static Leave leave(Leave.Source source, int fromHours, int untilHours) {
    return new Leave(
        source, NOW.plusSeconds(fromHours * 3600L), NOW.plusSeconds(untilHours * 3600L));
  }

  private static final Manner READ =
      new Manner(Level.POST, Set.of(), false, null, Absence.NONE, "CALENDAR_ANA");

  @Test
  void calendarThatIsNoLongerReadKeepsNobodyAway() {
    Profile away =
        profile().with(Leave.Source.CALENDAR, List.of(leave(Leave.Source.CALENDAR, -1, 3)));

    assertThat(away.over(ana(READ)).present(NOW)).isFalse();
    assertThat(away.over(ana(Manner.USUAL)).present(NOW)).isTrue();
  }

  @Test
  void leaveOfACalendarHoldsFromItsBeginningToItsEnd() {
    Profile away =
        profile().with(Leave.Source.CALENDAR, List.of(leave(Leave.Source.CALENDAR, 1, 3)));

    Absence absence = away.over(ana(READ)).manner().absence();

    assertThat(absence.end(NOW)).isEmpty();
    assertThat(absence.end(NOW.plusSeconds(3600))).contains(NOW.plusSeconds(3 * 3600));
    assertThat(absence.end(NOW.plusSeconds(3 * 3600))).isEmpty();
    assertThat(absence.reason(NOW.plusSeconds(7200)).orElseThrow()).startsWith("on leave until");
  }

  @Test
  void leavesThatTouchAndPausesThatLeadIntoThemAreOneAbsence() {
    List<Leave> leaves =
        List.of(leave(Leave.Source.FILE, 2, 4), leave(Leave.Source.CALENDAR, 4, 6));

    assertThat(new Absence(null, null, leaves).end(NOW.plusSeconds(2 * 3600)))
        .contains(NOW.plusSeconds(6 * 3600));
    assertThat(new Absence(NOW.plusSeconds(3 * 3600), null, leaves).end(NOW))
        .contains(NOW.plusSeconds(6 * 3600));
  }

  @Test
  void newReadingReplacesTheSameCalendarsOldOneOnly() {
    Profile both =
        profile()
            .with(Leave.Source.FILE, List.of(leave(Leave.Source.FILE, 1, 2)))
            .with(
                Leave.Source.CALENDAR,
                List.of(leave(Leave.Source.CALENDAR, 5, 6), leave(Leave.Source.CALENDAR, 6, 8)));

    Profile newer = both.with(Leave.Source.CALENDAR, List.of(leave(Leave.Source.CALENDAR, 9, 10)));

    assertThat(both.leaves())
        .containsExactly(leave(Leave.Source.FILE, 1, 2), leave(Leave.Source.CALENDAR, 5, 8));
    assertThat(newer.leaves())
        .containsExactly(leave(Leave.Source.FILE, 1, 2), leave(Leave.Source.CALENDAR, 9, 10));
  }

  @Test
  void whoSaysTheyAreBackIsBackWhateverTheCalendarSays() {
    List<Leave> leaves =
        List.of(leave(Leave.Source.CALENDAR, -1, 3), leave(Leave.Source.CALENDAR, 5, 6));
    Profile back = profile().with(Choices.NONE.pausedUntil(NOW.plusSeconds(60)).back(NOW));

    Absence absence = back.with(Leave.Source.CALENDAR, leaves).over(ana(READ)).manner().absence();

    assertThat(absence.end(NOW)).isEmpty();
    assertThat(absence.end(NOW.plusSeconds(5 * 3600))).contains(NOW.plusSeconds(6 * 3600));
  }
}
