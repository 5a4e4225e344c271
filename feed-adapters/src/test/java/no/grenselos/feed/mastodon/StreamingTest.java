package no.grenselos.feed.mastodon;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.grenselos.config.Node;
import no.grenselos.config.Problems;
import no.grenselos.config.Secret;
import no.grenselos.config.Settings;
import no.grenselos.feed.Cursor;
import no.grenselos.feed.Feed;
import no.grenselos.feed.FeedContext;
import no.grenselos.feed.Fetch;
import no.grenselos.feed.ScriptedServer.Canned;
import no.grenselos.feed.http.Gathering;
import no.grenselos.feed.http.HandClock;
import no.grenselos.feed.http.LiveFrames;
import no.grenselos.feed.http.LiveReader;
import no.grenselos.feed.http.Mutations;
import no.grenselos.feed.http.StreamPeer;
import no.grenselos.feed.http.StreamServer;
import no.grenselos.mention.MentionEvent;
import no.grenselos.web.Body;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StreamingTest {
  private static final String INSTANCE = "/api/v2/instance";
  private static final String TAG = "/api/v1/timelines/tag/varme";
  private static final String NOTIFICATIONS = "/api/v1/notifications";
  private static final Duration SECOND = Duration.ofSeconds(1);

  private final StreamServer server = new StreamServer();
  private final StreamServer other = new StreamServer();
  private final HandClock clock = new HandClock();
  private final List<Feed> opened = new ArrayList<>();
  private Optional<Secret> token = Optional.of(new Secret("t0ken"));

  @BeforeEach
  void begin() {
    server.streamsAt("/api/v1/streaming");
    server.answers(INSTANCE, Canned.status(404));
    server.answers(TAG, Toots.page());
    server.answers(NOTIFICATIONS, Toots.page());
    server.greets(peer -> peer.begin("text/event-stream"));
  }

  @AfterEach
  void stop() {
    opened.forEach(Feed::close);
    server.close();
    other.close();
  }

  private List<Feed> feeds(String key, String value) {
    Map<String, Node> entry = new LinkedHashMap<>();
    entry.put("server", new Node.Scalar(server.address().toString(), 1));
    entry.put(key, new Node.Scalar(value, 1));
    entry.put("stream", new Node.Scalar("true", 1));
    Problems problems = new Problems("grenselos.yml");
    List<Feed> feeds =
        new MastodonFeedProvider(Duration.ofMillis(50))
            .open(
                "fjord",
                new Settings(new Node.Mapping(entry, 1), "feeds[0].mastodon", problems),
                new FeedContext(clock, name -> token, true))
            .feeds();
    assertThat(problems.found()).isEmpty();
    opened.addAll(feeds);
    return feeds;
  }

  private LiveReader reader() {
    return new LiveReader(feeds("hashtags", "varme").getFirst());
  }

  /** The server says these things to everybody who listens. */
  private void tells(String... events) {
    server.greets(peer -> {
      peer.begin("text/event-stream; charset=utf-8");
      peer.send(String.join("", events));
    });
  }

  @Test
  void postsEditsAndDeletesComeAsTheyHappen() {
    LiveReader reader = reader();
    tells(
        ":)\n",
        Toots.event("update", Toots.post(1)),
        ":thump\n",
        Toots.event("filters_changed", "undefined"),
        Toots.event("update", Toots.post(2)),
        Toots.event("status.update", Toots.edited(1, "2026-03-02T09:01:00.000Z")),
        Toots.event("delete", Toots.id(2)));

    assertThat(reader.until(4))
        .containsExactly(
            Toots.key(1),
            Toots.key(2),
            Toots.key(1) + "2026-03-02T09:01:00.000Z",
            Toots.key(2) + "deleted");
    StreamPeer peer = server.next();
    assertThat(peer.target()).isEqualTo("/api/v1/streaming/hashtag?tag=varme");
    assertThat(peer.header("Authorization")).isEqualTo("Bearer t0ken");
    assertThat(reader.skipped()).isEmpty();
  }

  @Test
  void whatWasThereBeforeComesFirstAndTwiceToldComesOnce() {
    LiveReader reader = reader();
    server.answers(TAG, Toots.page(Toots.post(2), Toots.post(1)), Toots.page());
    tells(
        Toots.event("update", Toots.post(2)),
        Toots.event("update", Toots.post(3)),
        Toots.event("update", Toots.post(3)));

    assertThat(reader.until(3)).containsExactly(Toots.key(1), Toots.key(2), Toots.key(3));
    reader.once();
    assertThat(reader.keys()).hasSize(3);
    assertThat(SeenPosts.of(reader.cursor()).last()).isEqualTo(Toots.id(3));
  }

  @Test
  void theGapOfABrokenConnectionIsAskedForAndALatePostIsFound() {
    LiveReader reader = reader();
    server.answers(TAG, Toots.page(Toots.post(100)), Toots.page());
    tells(Toots.event("update", Toots.post(200)));
    reader.until(2);
    StreamPeer first = server.next();
    first.send("event: update\ndata: {\"id\":\"cut o");
    first.close();
    assertThat(reader.trouble()).isInstanceOf(Fetch.Wait.class);
    clock.forward(SECOND);
    server.answers(
        TAG,
        Toots.page(Toots.post(300), Toots.post(200), Toots.post(150)),
        Toots.page(),
        Toots.page(Toots.post(300), Toots.post(200), Toots.post(150), Toots.post(100)));
    tells(Toots.event("update", Toots.post(300)), Toots.event("update", Toots.post(400)));

    assertThat(reader.until(5))
        .containsExactly(
            Toots.key(100), Toots.key(200), Toots.key(150), Toots.key(300), Toots.key(400));
    assertThat(server.asked(TAG).get(1).target())
        .as("twenty-five minutes before the last")
        .endsWith("&min_id=" + Toots.id(200 - 25 * 60));
  }

  @Test
  void whatTheServerLostOnTheWayIsFoundThoughMoreWasToldSince() {
    LiveReader reader = reader();
    tells(Toots.event("update", Toots.post(10)), Toots.event("update", Toots.post(30)));
    reader.until(2);
    server.answers(
        TAG,
        Toots.page(Toots.post(30), Toots.post(20), Toots.post(10)),
        Toots.page(),
        Toots.page(Toots.post(30), Toots.post(20)));
    StreamPeer peer = server.next();
    clock.forward(Streaming.SWEEP);
    peer.send(":thump\n");

    assertThat(reader.until(3)).endsWith(Toots.key(20));
    reader.once();
    assertThat(SeenPosts.of(reader.cursor()).last()).isEqualTo(Toots.id(30));
  }

  @Test
  void aLimitUsedUpWithinTheGapLeavesNothingOut() {
    LiveReader reader = reader();
    tells(Toots.event("update", Toots.post(1)));
    reader.until(1);
    Canned last = Toots.page(Toots.post(2)).with("X-RateLimit-Remaining", "0");
    server.answers(
        TAG,
        last.with("X-RateLimit-Reset", "2026-03-02T09:05:00Z"),
        Toots.page(Toots.post(3)),
        Toots.page());
    opened.getFirst().release();
    tells(Toots.event("update", Toots.post(4)));

    assertThat(reader.until(4))
        .containsExactly(Toots.key(1), Toots.key(2), Toots.key(3), Toots.key(4));
  }

  @Test
  void whatWaitedToBeReadIsNoNewsBehindALaterEdit() {
    LiveReader reader = reader();
    server.answers(TAG, Toots.page(Toots.edited(1, "2026-03-02T09:02:00.000Z")), Toots.page());
    tells(
        Toots.event("update", Toots.post(1)),
        Toots.event("status.update", Toots.edited(1, "2026-03-02T09:01:00.000Z")),
        Toots.event("status.update", Toots.edited(1, "2026-03-02T09:02:00.000Z")),
        Toots.event("update", Toots.post(3)));

    assertThat(reader.until(2))
        .containsExactly(Toots.key(1) + "2026-03-02T09:02:00.000Z", Toots.key(3));
  }

  @Test
  void afterABreakEditsAndDeletesAreLookedFor() {
    LiveReader reader = reader();
    tells(Toots.event("update", Toots.post(1)), Toots.event("update", Toots.post(2)));
    reader.until(2);
    server.answers(TAG, Toots.page(), Toots.page(Toots.edited(2, "2026-03-02T09:01:00.000Z")));
    server.answers(
        "/api/v1/statuses/" + Toots.id(1),
        new Canned(404, Map.of(), Body.of("{\"error\":\"Record not found\"}")));
    opened.getFirst().release();
    tells();

    assertThat(reader.until(4).subList(2, 4))
        .containsExactly(Toots.key(2) + "2026-03-02T09:01:00.000Z", Toots.key(1) + "deleted");
  }

  @Test
  void theServersUsualHeartbeatIsLearnedAndItsSilenceNoticed() {
    LiveReader reader = reader();
    reader.once();
    StreamPeer peer = server.next();
    for (int i = 0; i < 4; i++) {
      peer.send(":thump\n" + Toots.event("update", Toots.post(i)));
      reader.until(i + 1);
      clock.forward(Duration.ofSeconds(40));
    }

    clock.forward(Duration.ofSeconds(79));
    assertThat(reader.once()).isInstanceOf(Fetch.Page.class);
    clock.forward(SECOND);
    assertThat(reader.once())
        .isEqualTo(new Fetch.Wait(Duration.ZERO, "nothing was heard for 120 s"));
    peer.awaitEnd();
    tells(Toots.event("update", Toots.post(9)));
    assertThat(reader.until(5)).endsWith(Toots.key(9));
  }

  @Test
  void aServerWithoutStreamsIsAskedInsteadAndThatIsSaid() {
    for (Canned without :
        List.of(
            Canned.status(404),
            Canned.status(501),
            Canned.ok("text/html", Body.of("<html>Not here")))) {
      LiveReader reader = reader();
      server.greets(peer -> peer.answer(without));
      server.answers(TAG, Toots.page(Toots.post(1)), Toots.page());

      assertThat(reader.until(1)).containsExactly(Toots.key(1));
      assertThat(reader.skipped()).hasSize(1);
      assertThat(reader.skipped().getFirst().reason())
          .isEqualTo("the server offers no streaming; asked every 30 s instead");
      assertThat(opened.getLast().poll()).isEqualTo(Duration.ofSeconds(30));
    }
  }

  @Test
  void aStreamThatWantsATokenIsSaidToAndTheRestIsAsked() {
    token = Optional.empty();
    LiveReader reader = reader();
    server.greets(peer -> peer.answer(Canned.status(401)));
    server.answers(TAG, Toots.page(Toots.post(1)), Toots.page());

    assertThat(reader.until(1)).hasSize(1);
    assertThat(reader.skipped().toString()).contains("the server denies streaming (401)");
  }

  @Test
  void aServerThatClosesAtOnceIsAskedInsteadAfterAWhile() {
    LiveReader reader = reader();
    server.greets(peer -> {
      peer.begin("text/event-stream");
      peer.close();
    });
    for (int rest = 1; rest <= 4; rest *= 2) {
      assertThat(reader.trouble())
          .isEqualTo(new Fetch.Wait(Duration.ofSeconds(rest), "the server ended the stream"));
      clock.forward(Duration.ofSeconds(rest));
    }

    reader.once();

    assertThat(reader.skipped().toString())
        .contains("the server ended the stream; asked every 30 s instead");
    assertThat(reader.once()).isInstanceOf(Fetch.Page.class);
    int connections = server.asked("/api/v1/streaming").size();
    clock.forward(Duration.ofMinutes(15));
    tells(Toots.event("update", Toots.post(1)));
    reader.until(1);
    assertThat(server.asked("/api/v1/streaming")).hasSize(connections + 1);
  }

  @Test
  void aBadTokenIsRefusedWithAdvice() {
    server.greets(peer -> peer.answer(Canned.status(401)));
    server.answers(TAG, Canned.status(401));

    assertThat(reader().once()).isInstanceOf(Fetch.Refused.class);
  }

  @Test
  void whoListensStillAsksNowAndThen() {
    LiveReader reader = reader();
    tells(Toots.event("update", Toots.post(1)));
    reader.until(1);
    int before = server.asked(TAG).size();
    server.answers(TAG, Toots.page(Toots.post(2)), Toots.page());
    StreamPeer peer = server.next();
    clock.forward(Streaming.SWEEP);
    peer.send(":thump\n");

    assertThat(reader.until(2)).endsWith(Toots.key(2));
    assertThat(server.asked(TAG)).hasSizeGreaterThan(before);
  }

  @Test
  void notificationsAreToldAndOfTheTimelineOnlyWhatIsKnown() {
    LiveReader reader = new LiveReader(feeds("notifications", "true").getFirst());
    tells(
        Toots.event("update", Toots.post(1)),
        Toots.event("status.update", Toots.edited(1, "2026-03-02T09:01:00.000Z")),
        Toots.event("notification", Toots.notified(7, "mention", Toots.post(2))),
        Toots.event("notification", Toots.notified(8, "favourite", Toots.post(3))),
        Toots.event("notification", Toots.notified(9, "poll", Toots.post(3))),
        Toots.event("status.update", Toots.edited(2, "2026-03-02T09:02:00.000Z")),
        Toots.event("delete", Toots.id(2)));

    reader.until(4);

    assertThat(reader.keys().getFirst()).isEqualTo(Toots.key(2));
    assertThat(reader.events().get(1)).isInstanceOf(MentionEvent.Liked.class);
    assertThat(reader.keys().subList(2, 4))
        .containsExactly(Toots.key(2) + "2026-03-02T09:02:00.000Z", Toots.key(2) + "deleted");
    assertThat(server.next().target()).isEqualTo("/api/v1/streaming/user");
    assertThat(SeenPosts.of(reader.cursor()).last()).isEqualTo("8");
    assertThat(reader.skipped()).hasSize(1);
  }

  @Test
  void notificationsWithoutATokenAreRefused() {
    token = Optional.empty();
    LiveReader reader = new LiveReader(feeds("notifications", "true").getFirst());

    assertThat(reader.once()).isInstanceOf(Fetch.Refused.class);
    assertThat(server.asked("/")).isEmpty();
  }

  @Test
  void theStreamIsWhereTheServerSaysItIs() {
    String elsewhere = other.address().toString().replace("http", "ws");
    server.answers(
        INSTANCE,
        Canned.ok(
            "application/json",
            Body.of("{\"configuration\":{\"urls\":{\"streaming\":\"" + elsewhere + "\"}}}")));
    other.greets(peer -> {
      peer.begin("text/event-stream");
      peer.send(Toots.event("update", Toots.post(1)));
    });

    assertThat(reader().until(1)).hasSize(1);
    assertThat(server.asked("/api/v1/streaming")).isEmpty();
  }

  @Test
  void eachHashtagIsListenedToAlone() {
    assertThat(feeds("hashtags", "varme strøm"))
        .extracting(Feed::name)
        .containsExactly("fjord#varme", "fjord#strøm");
  }

  @Test
  void releaseAndCloseHangUpWithinASecond() {
    LiveReader reader = reader();
    reader.once();
    StreamPeer first = server.next();
    opened.getFirst().release();
    first.awaitEnd();
    reader.once();
    StreamPeer second = server.next();
    opened.getFirst().close();
    second.awaitEnd();

    assertThat(reader.once()).isEqualTo(new Fetch.Failed("closed"));
  }

  @Test
  void noEventIsTooBrokenToBeLookedAt() {
    HttpUrl home = HttpUrl.get("https://fjord.example/");
    StreamEvents events = new StreamEvents(new StatusReader(home, true), clock);
    List<Body> told =
        List.of(
            Body.of(Toots.event("update", Toots.post(1))),
            Body.of(Toots.event("status.update", Toots.edited(1, "x"))),
            Body.of(Toots.event("notification", Toots.notified(1, "mention", Toots.post(2)))),
            Body.of(Toots.event("delete", Toots.id(2))));
    for (Timeline timeline :
        List.of(Timeline.ofMentions(home), Timeline.ofTags(home, List.of("varme")))) {
      Mutations.of(
          told,
          bytes -> {
            StreamReading reading = new StreamReading(Cursor.START, timeline, events, false);
            assertThat(reading.take(LiveFrames.of(bytes), new Gathering())).isEmpty();
            assertThat(reading.cursor()).isNotNull();
          });
    }
  }
}
