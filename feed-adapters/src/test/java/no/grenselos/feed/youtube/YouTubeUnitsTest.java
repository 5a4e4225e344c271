package no.grenselos.feed.youtube;

import static no.grenselos.feed.http.WireMockScript.fixture;
import static no.grenselos.feed.youtube.YouTubeJson.answer;
import static no.grenselos.feed.youtube.YouTubeJson.comments;
import static no.grenselos.feed.youtube.YouTubeJson.error;
import static no.grenselos.feed.youtube.YouTubeJson.thread;
import static no.grenselos.feed.youtube.YouTubeJson.threads;
import static no.grenselos.feed.youtube.YouTubeJson.threadsOf;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import no.grenselos.config.Node;
import no.grenselos.config.Problems;
import no.grenselos.config.Secret;
import no.grenselos.config.Settings;
import no.grenselos.feed.Allowance;
import no.grenselos.feed.Cursor;
import no.grenselos.feed.Feed;
import no.grenselos.feed.FeedContext;
import no.grenselos.feed.Fetch;
import no.grenselos.feed.ScriptedServer.Canned;
import no.grenselos.feed.http.WireMockScript;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a day of units is spent on, and what YouTube says when it says no. */
class YouTubeUnitsTest {
  /** An hour before midnight in winter's Pacific Time. */
  private static final Instant ELEVEN_PM = Instant.parse("2026-03-02T07:00:00Z");

  private static final Instant MIDNIGHT = Instant.parse("2026-03-02T08:00:00Z");
  private final WireMockScript server = new WireMockScript();
  private Instant now = ELEVEN_PM;

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void everyCallIsCountedAndTheCountSurvivesARestart() {
    server.answers(threads(thread("a", -70, 3)), comments());
    Feed feed = feed(Map.of());

    Fetch.Page page = (Fetch.Page) feed.fetch(Cursor.START);

    assertThat(feed.allowance()).contains(new Allowance(9_498, 9_500L, MIDNIGHT));
    Feed restarted = feed(Map.of());
    assertThat(restarted.allowance()).isEmpty();
    server.answers(threads(thread("a", -70, 3)));
    restarted.fetch(page.next());
    assertThat(restarted.allowance()).contains(new Allowance(9_496, 9_500L, MIDNIGHT));
  }

  @Test
  void aLookThatFailsCostsItsUnitToo() {
    server.answers(Canned.status(500));
    Feed feed = feed(Map.of());

    feed.fetch(Cursor.START);

    assertThat(feed.allowance().map(Allowance::left)).contains(9_499L);
  }

  @Test
  void spentUnitsAreWaitedForUntilMidnightPacificAndNothingIsAsked() {
    server.answers(threads());
    Feed feed = feed(Map.of("units", "2", "poll", "24h"));
    Cursor cursor = ((Fetch.Page) feed.fetch(Cursor.START)).next();
    cursor = ((Fetch.Page) feed.fetch(cursor)).next();

    assertThat(feed.fetch(cursor))
        .isInstanceOfSatisfying(
            Fetch.Wait.class, wait -> assertThat(wait.time()).isEqualTo(Duration.ofHours(1)));
    assertThat(server.requests()).hasSize(2);
    now = MIDNIGHT;
    assertThat(feed.fetch(cursor)).isInstanceOf(Fetch.Page.class);
    assertThat(feed.allowance().map(Allowance::left)).contains(1L);
  }

  @Test
  void theDayOfASummerAheadIsAnHourShort() {
    now = Instant.parse("2026-03-08T08:00:00Z");
    server.answers(error(403, "quotaExceeded"));

    assertThat(feed(Map.of()).fetch(Cursor.START))
        .isInstanceOfSatisfying(
            Fetch.Wait.class, wait -> assertThat(wait.time()).isEqualTo(Duration.ofHours(23)));
  }

  @Test
  void thePollsThatAreLeftHaveTheirUnitsSetAside() {
    server.answers(threads(threadsOf(10, 3)));
    server.always("/youtube/v3/comments", comments());
    // an hour of polls at 5 minutes is 12; 288 in a day
    now = MIDNIGHT.minus(Duration.ofHours(24));
    Feed feed = feed(Map.of("units", "292"));

    Fetch.Page page = (Fetch.Page) feed.fetch(Cursor.START);

    assertThat(page.events()).hasSize(10);
    assertThat(page.more()).isFalse();
    assertThat(feed.allowance().map(Allowance::left)).contains(288L);
  }

  @Test
  void severalPlacesShareTheUnits() {
    Map<String, String> two =
        Map.of("videos", "aaaaaaaaaaa", "channel", "UClyngheiakraft000000000");
    server.answers(threads());
    Feed feed = feed(two);

    feed.fetch(Cursor.START);

    assertThat(feed.allowance().map(Allowance::most)).contains(4_750L);
  }

  @Test
  void quotaThatOthersSpentIsWaitedForAndNotAskedForAgain() {
    server.answers(answer(403, fixture("youtube/error-quota-exceeded.json").text()));
    Feed feed = feed(Map.of());

    assertThat(feed.fetch(Cursor.START))
        .isInstanceOfSatisfying(
            Fetch.Wait.class, wait -> assertThat(wait.time()).isEqualTo(Duration.ofHours(1)));
    assertThat(feed.fetch(Cursor.START)).isInstanceOf(Fetch.Wait.class);
    assertThat(server.requests()).hasSize(1);
    assertThat(feed.allowance().map(Allowance::left)).contains(0L);
  }

  @Test
  void tooFastIsAMinute() {
    assertThat(told(error(403, "rateLimitExceeded")))
        .isInstanceOfSatisfying(
            Fetch.Wait.class, wait -> assertThat(wait.time()).isEqualTo(Duration.ofMinutes(1)));
  }

  @Test
  void everyRefusalIsToldApartWithWhatToDo() {
    assertRefused(error(403, "commentsDisabled"), "turned off", "YouTube Studio");
    assertRefused(error(404, "channelNotFound"), "does not know the channel", "`channel`");
    assertRefused(error(403, "forbidden"), "does not show us", "private");
    assertRefused(error(403, "accessNotConfigured"), "may not use", "Enable");
    assertRefused(error(403, "ipRefererBlocked"), "restrictions", "address");
    assertRefused(error(400, "keyInvalid"), "the key", "YOUTUBE_API_KEY");
    assertRefused(error(400, "invalidFilters"), "rejects", "`channel`");
    assertRefused(
        answer(400, fixture("youtube/error-key-invalid.json").text()),
        "does not know the key",
        "YOUTUBE_API_KEY");
    // this one calls itself unavailable, and will be until somebody is let in
    assertRefused(
        answer(403, fixture("youtube/error-permission-denied.json").text()),
        "does not show us",
        "private");
    assertThat(told(error(400, "processingFailure"))).isInstanceOf(Fetch.Failed.class);
  }

  @Test
  void withoutAKeyNothingIsAsked() {
    FeedContext none = new FeedContext(Clock.systemUTC(), name -> Optional.empty(), true);

    assertThat(feed(Map.of(), none).fetch(Cursor.START))
        .isInstanceOfSatisfying(
            Fetch.Refused.class,
            refused -> assertThat(refused.whatToDo()).contains("YOUTUBE_API_KEY"));
    assertThat(server.requests()).isEmpty();
  }

  private Fetch told(Canned answer) {
    server.answers(answer);
    return feed(Map.of()).fetch(Cursor.START);
  }

  private void assertRefused(Canned answer, String reason, String whatToDo) {
    assertThat(told(answer))
        .isInstanceOfSatisfying(
            Fetch.Refused.class,
            refused -> {
              assertThat(refused.reason()).contains(reason);
              assertThat(refused.whatToDo()).contains(whatToDo);
            });
  }

  private Feed feed(Map<String, String> more) {
    InstantSource moving = () -> now;
    Clock clock = moving.withZone(ZoneOffset.UTC);
    return feed(more, new FeedContext(clock, name -> Optional.of(new Secret("s3cret")), true));
  }

  private Feed feed(Map<String, String> more, FeedContext context) {
    Map<String, String> entry = new LinkedHashMap<>(more);
    entry.put("api", server.address().toString());
    entry.putIfAbsent("channel", "UClyngheiakraft000000000");
    Map<String, Node> nodes = new LinkedHashMap<>();
    entry.forEach((key, value) -> nodes.put(key, new Node.Scalar(value, 1)));
    Problems problems = new Problems("grenselos.yml");
    Settings settings = new Settings(new Node.Mapping(nodes, 1), "feeds[0].youtube", problems);
    Feed feed = new YouTubeFeedProvider().open("yt", settings, context).feeds().getFirst();
    assertThat(problems.found()).isEmpty();
    return feed;
  }
}
