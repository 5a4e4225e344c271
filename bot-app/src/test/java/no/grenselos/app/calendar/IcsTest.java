package no.grenselos.app.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import no.grenselos.expert.Email;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IcsTest {
  private static final ZoneId OSLO = ZoneId.of("Europe/Oslo");
  private static final Instant NOW = Instant.parse("2026-11-20T09:00:00Z");
  private static final String OOF = "X-MICROSOFT-CDO-BUSYSTATUS:OOF\n";

  private static String calendar(String... events) {
    StringBuilder text = new StringBuilder("BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:x\n");
    for (String event : events) {
      text.append("BEGIN:VEVENT\nUID:").append(event.hashCode()).append('\n');
      text.append(event).append("END:VEVENT\n");
    }
    return text.append("END:VCALENDAR\n").toString();
  }

  private static List<Ics.Away> aways(String text) {
    Ics.Read read = Ics.read(text, OSLO, NOW);
    assertThat(read).as(read.toString()).isInstanceOf(Ics.Read.Aways.class);
    return ((Ics.Read.Aways) read).all();
  }

  private static List<String> times(String text) {
    return aways(text).stream().map(away -> away.from() + " " + away.until()).toList();
  }

  private static Ics.Read.Refused refused(String text) {
    return (Ics.Read.Refused) Ics.read(text, OSLO, NOW);
  }

  @Test
  void wholeDaysAreThoseOfThePersonsZone() {
    String text =
        calendar(OOF + "DTSTART;VALUE=DATE:20261221\nDTEND;VALUE=DATE:20270104\nSUMMARY:Secret\n");

    assertThat(times(text)).containsExactly("2026-12-20T23:00:00Z 2027-01-03T23:00:00Z");
    assertThat(Ics.read(text, OSLO, NOW).toString()).doesNotContain("Secret");
  }

  @Test
  void oneDayWithoutEndIsThatDay() {
    assertThat(times(calendar(OOF + "DTSTART;VALUE=DATE:20261224\n")))
        .containsExactly("2026-12-23T23:00:00Z 2026-12-24T23:00:00Z");
  }

  @Test
  void timesAreReadInTheirZoneWhetherNamedUtcOrNone() {
    assertThat(
            times(
                calendar(
                    OOF + "DTSTART;TZID=America/New_York:20261201T080000\nDURATION:PT4H\n",
                    OOF + "DTSTART:20261202T080000Z\nDTEND:20261202T120000Z\n",
                    OOF + "DTSTART:20261203T080000\nDTEND:20261203T120000\n")))
        .containsExactly(
            "2026-12-01T13:00:00Z 2026-12-01T17:00:00Z",
            "2026-12-02T08:00:00Z 2026-12-02T12:00:00Z",
            "2026-12-03T07:00:00Z 2026-12-03T11:00:00Z");
  }

  @Test
  void outlooksOwnZonesAreFoundInTheCalendar() {
    String zone =
        """
        BEGIN:VTIMEZONE
        TZID:W. Europe Standard Time
        BEGIN:STANDARD
        DTSTART:16011028T030000
        RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10
        TZOFFSETFROM:+0200
        TZOFFSETTO:+0100
        END:STANDARD
        BEGIN:DAYLIGHT
        DTSTART:16010325T020000
        RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3
        TZOFFSETFROM:+0100
        TZOFFSETTO:+0200
        END:DAYLIGHT
        END:VTIMEZONE
        """;
    String event =
        OOF
            + "DTSTART;TZID=W. Europe Standard Time:20270701T080000\n"
            + "DTEND;TZID=W. Europe Standard Time:20270701T160000\n";

    assertThat(times(calendar(event).replace("BEGIN:VEVENT", zone + "BEGIN:VEVENT")))
        .containsExactly("2027-07-01T06:00:00Z 2027-07-01T14:00:00Z");
  }

  @Test
  void whatIsOverOrFarAwayIsLeftOut() {
    assertThat(
            times(
                calendar(
                    OOF + "DTSTART;VALUE=DATE:20260701\nDTEND;VALUE=DATE:20260801\n",
                    OOF + "DTSTART;VALUE=DATE:20290701\n",
                    OOF + "DTSTART;VALUE=DATE:20261119\nDTEND;VALUE=DATE:20261122\n")))
        .containsExactly("2026-11-18T23:00:00Z 2026-11-21T23:00:00Z");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SUMMARY:Ferie | 1",
        "SUMMARY:Ferie: Kari | 1",
        "SUMMARY:Out of office | 1",
        "CATEGORIES:Holiday | 1",
        "SUMMARY:Ferieplanlegging | 0",
        "SUMMARY:Holiday party | 0",
        "SUMMARY:Weekly | 0",
        "X-MICROSOFT-CDO-BUSYSTATUS:BUSY | 0",
        "SUMMARY:Ferie\\nTRANSP:TRANSPARENT | 0",
        "X-MICROSOFT-CDO-BUSYSTATUS:OOF\\nTRANSP:TRANSPARENT | 1",
        "X-MICROSOFT-CDO-BUSYSTATUS:OOF\\nSTATUS:CANCELLED | 0"
      })
  void onlyWhatSaysOutOfOfficeCounts(String lines, int found) {
    String event = "DTSTART;VALUE=DATE:20261221\n" + lines.strip().replace("\\n", "\n") + "\n";

    assertThat(aways(calendar(event))).hasSize(found);
  }

  @Test
  void titleOfAMeetingDoesNotCountHoweverItReads() {
    assertThat(aways(calendar("DTSTART:20261221T080000Z\nDTEND:20261221T090000Z\nSUMMARY:Ferie\n")))
        .isEmpty();
  }

  @Test
  void repeatedDaysOffAreFoundWithTheirExceptions() {
    String fridays =
        OOF
            + "DTSTART;VALUE=DATE:20260102\nRRULE:FREQ=WEEKLY;BYDAY=FR;UNTIL=20261211\n"
            + "EXDATE;VALUE=DATE:20261127\n";

    assertThat(times(calendar(fridays)))
        .containsExactly(
            "2026-11-19T23:00:00Z 2026-11-20T23:00:00Z",
            "2026-12-03T23:00:00Z 2026-12-04T23:00:00Z",
            "2026-12-10T23:00:00Z 2026-12-11T23:00:00Z");
  }

  @Test
  void wholeDaysKeepTheirDaysWhenTheClocksChange() {
    String march =
        OOF + "DTSTART;VALUE=DATE:20270327\nDTEND;VALUE=DATE:20270329\nRRULE:FREQ=DAILY;COUNT=1\n";

    assertThat(times(calendar(march))).containsExactly("2027-03-26T23:00:00Z 2027-03-28T22:00:00Z");
  }

  @Test
  void movedOccurrenceReplacesTheOneItWas() {
    String master =
        OOF + "DTSTART:20261201T080000Z\nDTEND:20261201T100000Z\nRRULE:FREQ=DAILY;COUNT=3\n";
    String text =
        calendar(master).replace("END:VCALENDAR\n", "")
            + "BEGIN:VEVENT\nUID:"
            + master.hashCode()
            + "\nRECURRENCE-ID:20261202T080000Z\n"
            + OOF
            + "DTSTART:20261205T080000Z\nDTEND:20261205T100000Z\nEND:VEVENT\nEND:VCALENDAR\n";

    assertThat(times(text))
        .containsExactly(
            "2026-12-01T08:00:00Z 2026-12-01T10:00:00Z",
            "2026-12-03T08:00:00Z 2026-12-03T10:00:00Z",
            "2026-12-05T08:00:00Z 2026-12-05T10:00:00Z");
  }

  @Test
  void organiserOrTheOnlyOneInvitedIsWhoIsAway() {
    List<Ics.Away> aways =
        aways(
            calendar(
                OOF + "DTSTART;VALUE=DATE:20261221\nORGANIZER;CN=Ana:mailto:Ana@fjord.example\n",
                OOF + "DTSTART;VALUE=DATE:20261222\nATTENDEE:mailto:ben@fjord.example\n",
                OOF
                    + "DTSTART;VALUE=DATE:20261223\nATTENDEE:mailto:ben@fjord.example\n"
                    + "ATTENDEE:mailto:ida@fjord.example\n"));

    assertThat(aways)
        .extracting(away -> away.who().stream().map(Email::address).toList())
        .containsExactly(List.of("ana@fjord.example"), List.of("ben@fjord.example"), List.of());
  }

  @Test
  void foldedLinesAndCarriageReturnsAreRead() {
    String text = calendar(OOF + "DTSTART;VALUE=DA\n TE:20261221\nSUMMARY:Fe\n rie\n");

    assertThat(aways(text.replace("\n", "\r\n"))).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "DTSTART;VALUE=DATE:20261321\n",
        "DTEND;VALUE=DATE:20261321\n",
        "DTSTART;VALUE=DATE:20261221\nDTEND;VALUE=DATE:20261220\n",
        "DTSTART;VALUE=DATE:20261221\nDTEND;VALUE=DATE:20991220\n",
        "DTSTART:20261221T080000Z\nDURATION:PT1H\nRRULE:FREQ=SECONDLY\n",
        "DTSTART:20261221T080000Z\nDURATION:PT1H\nRRULE:FREQ=DAILY;BYSECOND=1,2,3;BYMINUTE=1,2\n",
        "DTSTART:06261221T080000Z\nDURATION:PT1H\nRRULE:FREQ=DAILY\n"
      })
  void eventThatCannotBePlacedInTimeIsRefusedWithItsLine(String lines) {
    Ics.Read.Refused refused = refused(calendar("DTSTART:20261221T080000Z\n", OOF + lines));

    assertThat(refused.line()).isEqualTo(8);
    assertThat(refused.reason()).startsWith("has a time out of the office that ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "hello",
        "<html><body>Sign in</body></html>",
        "BEGIN:VCALENDAR\nBEGIN:VEVENT\n",
        "BEGIN:VCALENDAR\nEND:VEVENT\nEND:VCALENDAR\n",
        "BEGIN:VCALENDAR\nBEGIN:A\nBEGIN:B\nBEGIN:C\nBEGIN:D\n"
      })
  void whatIsNoCalendarIsRefused(String text) {
    assertThat(Ics.read(text, OSLO, NOW)).isInstanceOf(Ics.Read.Refused.class);
  }

  @Test
  void hugeCalendarsAreRefusedBeforeTheyAreRead() {
    String many = "BEGIN:VEVENT\nDTSTART:20261221T080000Z\nEND:VEVENT\n".repeat(5001);

    assertThat(refused("BEGIN:VCALENDAR\n" + many + "END:VCALENDAR\n").reason())
        .contains("more than 5000 events");
    assertThat(refused("BEGIN:VCALENDAR\n" + "X:".repeat(300_000)).reason())
        .contains("more than 500000 characters");
  }

  @Test
  void rulesThatNeverComeTrueEndSoon() {
    String never =
        OOF
            + "DTSTART:19900101T080000Z\n"
            + "DURATION:PT1H\n"
            + "RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30\n";
    String[] all = new String[100];
    for (int i = 0; i < all.length; i++) all[i] = never + "X-N:" + i + "\n";

    assertTimeoutPreemptively(
        Duration.ofSeconds(20), () -> assertThat(aways(calendar(all))).isEmpty());
  }
}
