package no.grenselos.app.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import no.grenselos.app.wiring.Environment;
import no.grenselos.expert.Absence;
import no.grenselos.expert.Cap;
import no.grenselos.expert.Choices;
import no.grenselos.expert.Expert;
import no.grenselos.expert.ExpertId;
import no.grenselos.expert.Handle;
import no.grenselos.expert.Hours;
import no.grenselos.expert.Leave;
import no.grenselos.expert.Level;
import no.grenselos.expert.Manner;
import no.grenselos.expert.Profile;
import no.grenselos.people.Member;
import no.grenselos.people.Roster;
import no.grenselos.people.Vacations;
import no.grenselos.reading.Topic;
import no.grenselos.reading.TopicId;
import no.grenselos.route.RuleBook;
import no.grenselos.store.MemoryStore;
import no.grenselos.store.Store;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CalendarReadingTest {
  private static final ExpertId ANA = new ExpertId("ana");
  private static final Instant NOW = Instant.parse("2026-11-20T09:00:00Z");

  private final Store store = new MemoryStore();
  private final AtomicReference<Instant> time = new AtomicReference<>(NOW);
  private final AtomicReference<String> answer = new AtomicReference<>("");
  private final AtomicInteger status = new AtomicInteger(200);
  private final AtomicInteger calls = new AtomicInteger();
  private HttpServer server;

  CalendarReadingTest() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
  }

  @BeforeEach
  void serve() {
    server.createContext(
        "/secret-path",
        exchange -> {
          calls.incrementAndGet();
          byte[] body = answer.get().getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(status.get(), body.length == 0 ? -1 : body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/secret-path";
  }

  private static RuleBook book() {
    Manner manner = new Manner(Level.POST, Set.of(), false, null, Absence.NONE, "CALENDAR_ANA");
    Expert ana =
        new Expert(
            ANA,
            "Ana",
            "",
            List.of(new Handle("slack", "U1")),
            Set.of(new TopicId("heat")),
            Set.of(),
            Hours.usual(ZoneId.of("Europe/Oslo")),
            Cap.DEFAULT,
            Locale.ENGLISH,
            manner);
    RuleBook.House house =
        new RuleBook.House(
            "Fjord", Locale.ENGLISH, ZoneOffset.UTC, List.of(), "#care", Duration.ofMinutes(30));
    return new RuleBook(1, house, List.of(), List.of(), List.<Topic>of(), List.of(ana), List.of());
  }

  private CalendarReading reading(Map<String, String> environment, boolean local) {
    Clock clock =
        new Clock() {
          @Override
          public ZoneId getZone() {
            return ZoneOffset.UTC;
          }

          @Override
          public Clock withZone(ZoneId zone) {
            return this;
          }

          @Override
          public Instant instant() {
            return time.get();
          }
        };
    return new CalendarReading(
        store, CalendarReadingTest::book, new Environment(environment), clock, local);
  }

  private CalendarReading reading() {
    return reading(Map.of("CALENDAR_ANA", address()), true);
  }

  private static String away(String from, String to) {
    return "BEGIN:VCALENDAR\nBEGIN:VEVENT\nX-MICROSOFT-CDO-BUSYSTATUS:OOF\nSUMMARY:Surgery\n"
        + "DTSTART;VALUE=DATE:"
        + from
        + "\nDTEND;VALUE=DATE:"
        + to
        + "\nEND:VEVENT\nEND:VCALENDAR\n";
  }

  private Member ana() {
    return store.read(books -> Roster.of(books, book(), time.get()).find(ANA)).orElseThrow();
  }

  private String problem() {
    return ana().calendar().orElseThrow().problem();
  }

  @Test
  void daysOffOfTheCalendarAreAbsencesUntilTheCalendarSaysOtherwise() {
    CalendarReading reading = reading();
    answer.set(away("20261119", "20261122"));
    reading.round();

    assertThat(ana().when().now()).isFalse();
    assertThat(ana().when().next()).isEqualTo(Instant.parse("2026-11-23T07:00:00Z"));
    assertThat(reading.finding().orElseThrow().fine()).isTrue();

    answer.set(away("20261221", "20261224"));
    time.set(NOW.plus(CalendarReading.EVERY));
    reading.round();

    assertThat(ana().when().now()).isTrue();
    assertThat(ana().when().leaves()).hasSize(1);
    assertThat(store.read(books -> books.audit().latest(9)).toString())
        .contains("people.leave")
        .doesNotContain("Surgery")
        .doesNotContain("secret-path");
  }

  @Test
  void calendarIsReadOnceByWhicheverNodeComesFirst() {
    answer.set(away("20261119", "20261122"));
    reading().round();
    reading().round();
    assertThat(calls.get()).isEqualTo(1);

    time.set(NOW.plus(CalendarReading.EVERY));
    reading().round();
    assertThat(calls.get()).isEqualTo(2);
  }

  @Test
  void whatTheyChoseAndWhatAFileSaidStays() {
    Leave july = new Leave(Leave.Source.FILE, NOW.plusSeconds(60), NOW.plusSeconds(120));
    Instant until = NOW.plus(Duration.ofDays(2));
    store.write(books -> {
      Profile profile = Profile.of(ANA, NOW).with(Choices.NONE.pausedUntil(until));
      books.profiles().save(profile);
      Expert ana = book().experts().getFirst();
      return Vacations.keep(books, ana, Leave.Source.FILE, List.of(july), "dina", NOW);
    });
    answer.set(away("20261221", "20261224"));

    reading().round();

    assertThat(ana().when().pausedUntil()).contains(until);
    assertThat(ana().when().leaves()).hasSize(2).contains(july);
  }

  @Test
  void calendarThatCannotBeReadLeavesAllAsItWasAndSaysWhyWithoutItsAddress() {
    answer.set(away("20261119", "20261122"));
    reading().round();

    time.set(NOW.plus(CalendarReading.EVERY));
    status.set(404);
    CalendarReading reading = reading();
    reading.round();
    assertThat(problem()).isEqualTo("HTTP 404");
    assertThat(reading.finding().orElseThrow().text()).isEqualTo("not read: ana: HTTP 404");

    status.set(200);
    answer.set("<html>please sign in</html>");
    time.set(time.get().plus(CalendarReading.AGAIN));
    reading.round();
    assertThat(problem()).startsWith("line 1 is no calendar");

    answer.set("x".repeat(2_000_000));
    time.set(time.get().plus(CalendarReading.AGAIN));
    reading.round();
    assertThat(problem()).isEqualTo("has more than 1.5 MB");
    assertThat(ana().when().leaves()).hasSize(1);
  }

  @Test
  void addressMustBeSetHttpsAndOutside() {
    reading(Map.of(), false).round();
    assertThat(problem()).isEqualTo("CALENDAR_ANA is not set");

    time.set(NOW.plus(CalendarReading.AGAIN));
    reading(Map.of("CALENDAR_ANA", address()), false).round();
    assertThat(problem()).isEqualTo("its address is no https address");

    time.set(time.get().plus(CalendarReading.AGAIN));
    String inside = address().replace("http:", "webcal:");
    reading(Map.of("CALENDAR_ANA", inside), false).round();
    assertThat(problem()).isEqualTo("its address is in a private network, which is not called");
    assertThat(calls.get()).isZero();
  }
}
