package no.grenselos.feed.x;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class XStreamTest {
  private static final String STREAM = "/2/tweets/search/stream";
  private static final String RULES = STREAM + "/rules";
  private static final String SEARCH = "/2/tweets/search/recent";
  private static final String TOKEN = "s3cret-token";
  private static final Canned OURS =
      Lines.json("{\"data\":[{\"id\":\"1\",\"value\":\"lyngheia\",\"tag\":\"grenselos\"}]}");
  private static final Canned ADDED =
      Lines.json(
          "{\"data\":[{\"id\":\"1\",\"value\":\"lyngheia\",\"tag\":\"grenselos\"}],"
              + "\"meta\":{\"summary\":{\"created\":1,\"not_created\":0}}}");

  private final StreamServer server = new StreamServer();
  private final HandClock clock = new HandClock();
  private final List<Feed> opened = new ArrayList<>();
  private Optional<Secret> token = Optional.of(new Secret(TOKEN));

  @BeforeEach
  void begin() {
    server.streamsAt(STREAM);
    server.answers(RULES, OURS);
    server.answers(SEARCH, Lines.page());
    server.greets(peer -> peer.begin("application/json; charset=utf-8"));
  }

  @AfterEach
  void stop() {
    opened.forEach(Feed::close);
    server.close();
  }

  private Feed feed() {
    Map<String, Node> entry = new LinkedHashMap<>();
    entry.put("search", new Node.Scalar("lyngheia", 1));
    entry.put("stream", new Node.Scalar("true", 1));
    entry.put("api", new Node.Scalar(server.address().toString(), 1));
    Problems problems = new Problems("grenselos.yml");
    Feed feed =
        new XFeedProvider(Duration.ofMillis(50))
            .open(
                "x",
                new Settings(new Node.Mapping(entry, 1), "feeds[0].x", problems),
                new FeedContext(clock, name -> token, true))
            .feeds()
            .getFirst();
    assertThat(problems.found()).isEmpty();
    opened.add(feed);
    return feed;
  }

  private LiveReader reader() {
    return new LiveReader(feed());
  }

  private void tells(String... lines) {
    server.greets(peer -> {
      peer.begin("application/json; charset=utf-8");
      peer.send(String.join("", lines));
    });
  }

  /** A stream that was opened behind post 100, and nothing was missed. */
  private StreamPeer settled(LiveReader reader) {
    server.answers(SEARCH, Lines.page(Lines.post(100)), Lines.page());
    tells();
    reader.until(1);
    StreamPeer stream = server.next();
    settle(stream, reader);
    return stream;
  }

  /** Until a gap that opened just now is closed. */
  private void settle(StreamPeer stream, LiveReader reader) {
    for (long i = 0; i < XStream.CERTAIN.toMinutes(); i++) minute(stream, reader);
  }

  private void minute(StreamPeer stream, LiveReader reader) {
    clock.forward(XStream.SETTLES);
    stream.send("\r\n");
    reader.once();
  }

  private List<String> posted() {
    return server.asked(RULES).stream().map(StreamPeer::body).filter(b -> !b.isEmpty()).toList();
  }

  @Test
  void postsComeAsTheyHappenAndTwiceToldComesOnce() {
    LiveReader reader = reader();
    tells(Lines.line(2), "\r\n", Lines.line(1), Lines.line(2), Lines.line(3));

    assertThat(reader.until(3)).containsExactly(Lines.key(2), Lines.key(1), Lines.key(3));
    reader.once();
    assertThat(reader.keys()).hasSize(3);
    StreamPeer peer = server.next();
    assertThat(peer.target())
        .startsWith(STREAM + "?tweet.fields=")
        .contains("edit_history_tweet_ids");
    assertThat(peer.header("Authorization")).isEqualTo("Bearer " + TOKEN);
    assertThat(posted()).as("the rule is there").isEmpty();
    assertThat(opened.getFirst().name()).isEqualTo("x?search");
  }

  @Test
  void anEditIsAnotherRevisionOfTheSamePost() {
    LiveReader reader = reader();
    tells(Lines.line(1), Lines.line(Lines.edited(5, 1), "1"));

    assertThat(reader.until(2)).containsExactly(Lines.key(1), Lines.key(1) + Lines.id(5));
    assertThat(reader.events().get(1)).isInstanceOf(MentionEvent.Edited.class);
  }

  @Test
  void postsOfSomebodyElsesRuleAreNotOurs() {
    LiveReader reader = reader();
    tells(Lines.line(Lines.post(1), "2"), Lines.line(Lines.post(2), "1"));

    assertThat(reader.until(1)).containsExactly(Lines.key(2));
  }

  @Test
  void whatXDoesNotShowIsListedWithItsReason() {
    LiveReader reader = reader();
    var withheld = Lines.post(1);
    withheld.putObject("withheld").putArray("country_codes").add("NO");
    tells(
        Lines.line(withheld, "1"),
        "{\"errors\":[{\"resource_type\":\"user\",\"resource_id\":\"17\",\"title\":\"Not Found"
            + " Error\"}]}\r\n",
        "[1]\r\n",
        "{\"new\":\"kind of message\"}\r\n",
        "{\"half\r\n",
        Lines.line(2));

    assertThat(reader.until(1)).containsExactly(Lines.key(2));
    assertThat(reader.skipped()).hasSize(3);
    assertThat(reader.skipped().toString())
        .contains("is withheld by X in NO", "X does not show this user", "is no whole JSON");
  }

  @Test
  void rulesAreKeptInStepAndThoseOfOthersLetBe() {
    server.answers(
        RULES,
        Lines.json(
            "{\"data\":[{\"id\":\"7\",\"value\":\"older\",\"tag\":\"grenselos\"},"
                + "{\"id\":\"8\",\"value\":\"cats\",\"tag\":\"cats\"},"
                + "{\"id\":\"9\",\"value\":\"dogs\"}]}"),
        Lines.json("{\"meta\":{\"summary\":{\"deleted\":1,\"not_deleted\":0}}}"),
        ADDED);
    LiveReader reader = reader();
    tells(Lines.line(1));

    reader.until(1);
    assertThat(posted())
        .containsExactly(
            "{\"delete\":{\"ids\":[\"7\"]}}",
            "{\"add\":[{\"value\":\"lyngheia\",\"tag\":\"grenselos\"}]}");
  }

  @Test
  void aRuleThatIsThereUnderAnotherTagTellsUsAsWell() {
    server.answers(
        RULES,
        Lines.json("{\"meta\":{\"result_count\":0}}"),
        Lines.json(
            "{\"meta\":{\"summary\":{\"created\":0,\"not_created\":1,\"valid\":0,\"invalid\":1}},"
                + "\"errors\":[{\"value\":\"lyngheia\",\"id\":\"44\",\"title\":\"DuplicateRule\","
                + "\"type\":\"https://api.x.com/2/problems/duplicate-rules\"}]}"));
    LiveReader reader = reader();
    tells(Lines.line(Lines.post(1), "44"));

    assertThat(reader.until(1)).hasSize(1);
  }

  @Test
  void whatIsWrongWithARuleIsSaid() {
    String body =
        "{\"errors\":[{\"value\":\"lyngheia\",\"details\":[\"Reference to invalid operator"
            + " 'foo'\"],"
            + "\"title\":\"UnprocessableEntity\",\"type\":\"https://api.x.com/2/problems/invalid-rules\"}]}";
    for (int status : new int[] {200, 400}) {
      server.answers(RULES, Lines.json("{}"), new Canned(status, Map.of(), Body.of(body)));

      assertThat(reader().once())
          .isInstanceOfSatisfying(
              Fetch.Refused.class,
              no -> {
                assertThat(no.reason()).endsWith(": Reference to invalid operator 'foo'");
                assertThat(no.whatToDo()).contains("`search`");
              });
    }
    server.answers(
        RULES,
        Lines.json("{}"),
        Lines.json("{\"errors\":[{\"details\":[\"bad " + TOKEN + "\"]}]}"));
    assertThat(reader().once().toString()).doesNotContain(TOKEN);
    assertThat(server.waiting()).isZero();
  }

  @Test
  void theGapOfABrokenConnectionIsSearchedForAndOnceMoreAMinuteLater() {
    LiveReader reader = reader();
    server.answers(SEARCH, Lines.page(Lines.post(100)), Lines.page());
    tells(Lines.line(200));
    reader.until(2);
    StreamPeer first = server.next();
    settle(first, reader);
    first.send(Lines.line(210) + "{\"data\":{\"id\":\"cut");
    first.close();
    reader.until(3);
    assertThat(reader.trouble())
        .isEqualTo(new Fetch.Wait(Duration.ZERO, "the server ended the stream"));
    int searches = server.asked(SEARCH).size();
    server.answers(
        SEARCH,
        Lines.page(Lines.post(300), Lines.post(210), Lines.post(205), Lines.post(200)),
        Lines.page(Lines.post(310), Lines.post(300)));
    tells(Lines.line(320), Lines.line(300));

    reader.until(6);
    clock.forward(XStream.SETTLES);
    server.next().send("\r\n");
    reader.until(7);

    assertThat(reader.keys())
        .containsExactly(
            Lines.key(100),
            Lines.key(200),
            Lines.key(210),
            Lines.key(205),
            Lines.key(300),
            Lines.key(320),
            Lines.key(310));
    assertThat(server.asked(SEARCH).get(searches).target())
        .as("a minute before the last")
        .contains("since_id=" + Lines.id(210 - 60));
    assertThat(server.asked(SEARCH).get(searches + 1).target())
        .contains("since_id=" + Lines.id(300 - 60));
  }

  @Test
  void aPostToldLateThatFellIntoAShortGapIsFoundAMinuteLater() {
    LiveReader reader = reader();
    StreamPeer first = settled(reader);
    first.send(Lines.line(210));
    reader.until(2);
    first.close();
    assertThat(reader.trouble()).isInstanceOf(Fetch.Wait.class);
    server.answers(
        SEARCH, Lines.page(Lines.post(100)), Lines.page(Lines.post(210), Lines.post(205)));
    tells();
    reader.once();
    clock.forward(XStream.SETTLES);
    server.next().send("\r\n");

    assertThat(reader.until(3)).endsWith(Lines.key(205));
    assertThat(server.asked(SEARCH).getLast().target()).contains("since_id=" + Lines.id(210 - 60));
    reader.once();
    assertThat(StreamPlace.of(reader.cursor()).search().since()).isEqualTo(Lines.id(210));
  }

  /** The search that began before the second break knows nothing of it, however late it ends. */
  @Test
  void aGapThatOpensWhileTheOneBeforeIsStillAskedForIsAskedForToo() {
    LiveReader reader = reader();
    StreamPeer first = settled(reader);
    first.close();
    assertThat(reader.trouble()).isInstanceOf(Fetch.Wait.class);
    server.answers(
        SEARCH,
        Lines.page("rest", Lines.post(300)),
        Canned.status(500),
        Canned.status(500),
        Canned.status(500),
        Lines.page(Lines.post(150)),
        Lines.page(Lines.post(400), Lines.post(300)),
        Lines.page());
    tells();
    reader.until(2);
    reader.once();
    server.next().close();
    assertThat(reader.trouble()).isInstanceOf(Fetch.Wait.class);
    clock.forward(Duration.ofSeconds(1));
    tells();
    reader.once();
    clock.forward(XStream.SETTLES);
    server.next().send("\r\n");

    assertThat(reader.until(4))
        .containsExactly(Lines.key(100), Lines.key(300), Lines.key(150), Lines.key(400));
  }

  /** Both times X answered with what it had said before: from a cache, or from a server behind. */
  @Test
  void aGapIsSearchedForAgainWhenNoOldAnswerIsGivenAnyMore() {
    LiveReader reader = reader();
    server.answers(SEARCH, Lines.page(Lines.post(100)));
    tells();
    reader.until(1);
    StreamPeer stream = server.next();
    minute(stream, reader);
    server.answers(SEARCH, Lines.page(Lines.post(150), Lines.post(100)));

    settle(stream, reader);
    assertThat(reader.keys()).containsExactly(Lines.key(100), Lines.key(150));
    int searches = server.asked(SEARCH).size();
    settle(stream, reader);
    assertThat(server.asked(SEARCH)).as("enough").hasSize(searches);
  }

  @Test
  void whatAPostWasBeforeItsEditIsNoNewsBehindIt() {
    LiveReader reader = reader();
    tells(Lines.line(Lines.edited(5, 1), "1"), Lines.line(1), Lines.line(6));

    assertThat(reader.until(2)).containsExactly(Lines.key(1) + Lines.id(5), Lines.key(6));
  }

  @Test
  void anAnswerAboutRulesThatIsNoneIsAskedForAgain() {
    Canned gateway = Canned.ok("text/html", Body.of("<html>Oi</html>"));
    server.answers(RULES, gateway, Lines.json("{}"), gateway, Lines.json("{}"), ADDED);
    LiveReader reader = reader();
    tells(Lines.line(1));

    for (int rest = 5; rest <= 10; rest *= 2) {
      assertThat(reader.once())
          .isEqualTo(new Fetch.Wait(Duration.ofSeconds(rest), "the answer is no list of rules"));
      clock.forward(Duration.ofSeconds(rest));
    }
    assertThat(reader.until(1)).hasSize(1);
  }

  @Test
  void aCrashWithinTheMinuteSearchesFromBeforeTheGap() {
    LiveReader reader = reader();
    server.answers(SEARCH, Lines.page(Lines.post(100)), Lines.page());
    tells(Lines.line(200));
    reader.until(2);

    assertThat(StreamPlace.of(reader.cursor()).search().since()).isEqualTo(Lines.id(100));
    opened.getFirst().close();
    server.answers(SEARCH, Lines.page(Lines.post(200), Lines.post(150)), Lines.page());
    tells();
    reader.restart(feed());
    reader.until(3);

    assertThat(reader.keys()).containsExactly(Lines.key(100), Lines.key(200), Lines.key(150));
  }

  @Test
  void aStreamWithoutHeartbeatIsLeftAfterTwoThatFailed() {
    LiveReader reader = reader();
    reader.once();
    StreamPeer peer = server.next();
    clock.forward(Duration.ofSeconds(20));
    peer.send("\r\n" + Lines.line(1));
    reader.until(1);
    clock.forward(Duration.ofSeconds(39));
    assertThat(reader.once()).isInstanceOf(Fetch.Page.class);
    clock.forward(Duration.ofSeconds(1));

    assertThat(reader.once())
        .isEqualTo(new Fetch.Wait(Duration.ZERO, "nothing was heard for 40 s"));
    peer.awaitEnd();
  }

  @Test
  void aDisconnectIsSaidInOurWords() {
    Map<String, String> told =
        Map.of(
            "{\"errors\":[{\"title\":\"operational-disconnect\",\"disconnect_type\":"
                + "\"UpstreamOperationalDisconnect\",\"detail\":\"secret\"}]}\r\n",
            "X ended the stream for operational reasons",
            "{\"title\":\"ConnectionException\",\"detail\":\"secret\",\"connection_issue\":"
                + "\"TooManyConnections\"}\r\n",
            "X says that the app has too many connections",
            "{\"errors\":[{\"title\":\"secret\"}]}\r\n",
            "X ended the stream with an error");
    told.forEach((line, reason) -> {
      LiveReader reader = reader();
      tells(line);

      assertThat(reader.trouble()).isEqualTo(new Fetch.Wait(Duration.ofMillis(250), reason));
    });
  }

  @Test
  void theDocumentedLaddersAreClimbed() {
    LiveReader reader = reader();
    server.greets(StreamPeer::close);
    for (int rest = 250; rest <= 750; rest += 250) {
      assertThat(reader.once())
          .isInstanceOfSatisfying(Fetch.Wait.class, hasTime(Duration.ofMillis(rest)));
      clock.forward(Duration.ofMillis(rest));
    }
    LiveReader other = reader();
    server.greets(peer -> peer.answer(Canned.status(503)));
    for (int rest = 5; rest <= 20; rest *= 2) {
      assertThat(other.once())
          .isInstanceOfSatisfying(Fetch.Wait.class, hasTime(Duration.ofSeconds(rest)));
      clock.forward(Duration.ofSeconds(rest));
    }
    LiveReader third = reader();
    server.greets(peer ->
        peer.answer(
            Canned.status(429)
                .with("x-rate-limit-limit", "50")
                .with("x-rate-limit-remaining", "49")
                .with("x-rate-limit-reset", "1772443800")));
    for (int rest = 1; rest <= 4; rest *= 2) {
      assertThat(third.once())
          .isInstanceOfSatisfying(Fetch.Wait.class, hasTime(Duration.ofMinutes(rest)));
      clock.forward(Duration.ofMinutes(rest));
    }
  }

  private static Consumer<Fetch.Wait> hasTime(Duration time) {
    return wait -> assertThat(wait.time()).isEqualTo(time);
  }

  @Test
  void aRuleNotYetKnownToTheStreamIsWaitedFor() {
    LiveReader reader = reader();
    server.greets(peer -> peer.answer(Canned.status(409)));
    assertThat(reader.once()).isInstanceOf(Fetch.Wait.class);
    clock.forward(Duration.ofSeconds(5));
    tells(Lines.line(1));

    assertThat(reader.until(1)).hasSize(1);
  }

  @Test
  void noTokenAndNoPermissionAreRefusedWithAdvice() {
    server.greets(peer -> peer.answer(Canned.status(403)));
    assertThat(reader().once()).isInstanceOf(Fetch.Refused.class);
    server.answers(RULES, Canned.status(401));
    assertThat(reader().once()).isInstanceOf(Fetch.Refused.class);
    token = Optional.empty();
    int before = server.asked("/").size();
    assertThat(reader().once()).isInstanceOf(Fetch.Refused.class);
    assertThat(server.asked("/")).hasSize(before);
  }

  @Test
  void aSearchOutOfOrderKeepsNobodyFromListening() {
    LiveReader reader = reader();
    server.answers(SEARCH, Canned.status(402));
    tells(Lines.line(1));

    assertThat(reader.until(1)).hasSize(1);
    assertThat(reader.skipped().toString()).contains("what was missed is not told", "(402)");
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
  void noLineIsTooBrokenToBeLookedAt() {
    PostReader reader = new PostReader("lyngheia", true);
    Mutations.of(
        List.of(
            Body.of(Lines.line(1).strip()),
            Body.of(Lines.line(Lines.edited(5, 1), "1").strip()),
            Body.of("{\"errors\":[{\"disconnect_type\":\"x\",\"resource_type\":\"user\"}]}")),
        bytes -> {
          StreamReading reading = new StreamReading(Cursor.START, List.of("1"), reader, false);
          assertThat(reading.take(LiveFrames.of(bytes), new Gathering())).isNotNull();
          assertThat(reading.cursor()).isNotNull();
        });
  }
}
