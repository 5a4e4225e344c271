package no.grenselos.feed.bluesky;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import no.grenselos.config.Node;
import no.grenselos.config.Problems;
import no.grenselos.config.Secret;
import no.grenselos.config.Settings;
import no.grenselos.feed.Feed;
import no.grenselos.feed.FeedContext;
import no.grenselos.feed.Fetch;
import no.grenselos.feed.ScriptedServer.Canned;
import no.grenselos.feed.http.HandClock;
import no.grenselos.feed.http.LiveReader;
import no.grenselos.feed.http.StreamPeer;
import no.grenselos.feed.http.StreamServer;
import no.grenselos.mention.MentionEvent;
import no.grenselos.mention.MentionKind;
import no.grenselos.web.Body;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JetstreamFeedTest {
  private static final String RESOLVE = "/xrpc/com.atproto.identity.resolveHandle";
  private static final Duration SECOND = Duration.ofSeconds(1);

  private final StreamServer server = new StreamServer();
  private final StreamServer other = new StreamServer();
  private final HandClock clock = new HandClock();
  private final List<Feed> opened = new ArrayList<>();
  private Optional<Secret> password = Optional.empty();

  @BeforeEach
  void name() {
    server.answers(RESOLVE, XrpcScript.json("{\"did\":\"" + Jets.OURS + "\"}"));
  }

  @AfterEach
  void stop() {
    opened.forEach(Feed::close);
    server.close();
    other.close();
  }

  private Feed feed(String... hosts) {
    Map<String, Node> stream = new LinkedHashMap<>();
    stream.put("hosts", texts(hosts));
    stream.put("words", texts("lyngheia", "varmepumpe*", "#strøm"));
    Map<String, Node> entry = new LinkedHashMap<>();
    entry.put("handle", new Node.Scalar("lyngheia.example", 1));
    entry.put("service", new Node.Scalar(server.address().toString(), 1));
    entry.put("jetstream", new Node.Mapping(stream, 1));
    Problems problems = new Problems("grenselos.yml");
    Feed feed =
        new BlueskyFeedProvider(Duration.ofMillis(50))
            .open(
                "bsky",
                new Settings(new Node.Mapping(entry, 1), "feeds[0].bluesky", problems),
                new FeedContext(clock, name -> password, true))
            .feeds()
            .getFirst();
    assertThat(problems.found()).isEmpty();
    opened.add(feed);
    return feed;
  }

  private static Node texts(String... texts) {
    return new Node.Sequence(
        Stream.of(texts).<Node>map(text -> new Node.Scalar(text, 1)).toList(), 1);
  }

  private String older() {
    return server.address().toString().replace("http", "ws") + "/subscribe";
  }

  private String newer() {
    return server.address() + "/xrpc/network.bsky.jetstream.subscribeEvents";
  }

  private LiveReader reader(String... hosts) {
    return new LiveReader(feed(hosts));
  }

  @Test
  void postsWithTheWordsAreLetThrough() {
    LiveReader reader = reader(older());
    server.greets(peer -> {
      peer.upgrade();
      peer.message(Jets.create(1, "a", "Noen erfaring med Lyngheia?"));
      peer.message(Jets.create(2, "b", "Kald stue"));
      peer.message(Jets.create(3, "c", "Varmepumpene hyler"));
      peer.message(Jets.create(4, "d", "strøm uten tegn, lyngheiafolk"));
      peer.message(Jets.create(5, "e", "dyr #strøm"));
    });

    assertThat(reader.until(3)).containsExactly(Jets.key("a"), Jets.key("c"), Jets.key("e"));
    StreamPeer peer = server.next();
    assertThat(peer.target()).isEqualTo("/subscribe?wantedCollections=app.bsky.feed.post");
    assertThat(reader.skipped()).isEmpty();
  }

  @Test
  void theNewerFormIsAskedAndReadInItsOwnWay() {
    LiveReader reader = reader(newer());
    server.greets(peer -> {
      peer.upgrade();
      peer.message(Jets.newer(1, "create", "a", Jets.record("lyngheia")));
      peer.message(Jets.newer(2, "delete", "a", Jets.record("")));
    });

    assertThat(reader.until(2)).containsExactly(Jets.key("a"), Jets.key("a") + "deleted");
    StreamPeer peer = server.next();
    assertThat(peer.target())
        .isEqualTo(
            "/xrpc/network.bsky.jetstream.subscribeEvents?kinds=commit"
                + "&collections=app.bsky.feed.post");
    assertThat(peer.header("Sec-WebSocket-Protocol")).isEqualTo("xrpc.v1.json");
    assertThat(StreamPlace.of(reader.cursor()).micros())
        .as("the moment seen, not an imported one")
        .isEqualTo(Jets.micros(2));
  }

  @Test
  void whoeverNamesAnswersOrQuotesUsIsLetThrough() {
    LiveReader reader = reader(older());
    server.greets(peer -> {
      peer.upgrade();
      peer.message(Jets.older(1, "create", "a", Jets.answer("takk", Jets.OURS)));
      peer.message(Jets.older(2, "create", "b", Jets.answer("takk", "did:plc:per")));
      peer.message(Jets.older(3, "create", "c", Jets.naming("@de der", Jets.OURS)));
      peer.message(Jets.older(4, "create", "d", Jets.naming("@noen", "did:plc:per")));
    });

    reader.until(2);

    assertThat(reader.keys()).containsExactly(Jets.key("a"), Jets.key("c"));
    MentionEvent.Posted posted = (MentionEvent.Posted) reader.events().getFirst();
    assertThat(posted.mention().kind()).isEqualTo(MentionKind.REPLY);
  }

  @Test
  void postsAreShownAsOurOwnServerShowsThem() {
    password = Optional.of(new Secret("s3cret"));
    server.streamsAt("/subscribe");
    server.answers("/xrpc/com.atproto.server.createSession", XrpcScript.session("a", "r"));
    String view =
        "{\"uri\":\"at://did:plc:kari/app.bsky.feed.post/a\",\"cid\":\"bafyacreate\","
            + "\"author\":{\"did\":\"did:plc:kari\",\"handle\":\"kari.example\"},"
            + "\"indexedAt\":\"2026-03-02T09:00:01Z\",\"record\":"
            + Jets.record("lyngheia")
            + "}";
    server.answers("/xrpc/app.bsky.feed.getPosts", XrpcScript.json("{\"posts\":[" + view + "]}"));
    LiveReader reader = reader(older());
    server.greets(peer -> {
      peer.upgrade();
      peer.message(Jets.create(1, "a", "lyngheia"));
      peer.message(Jets.create(2, "b", "lyngheia"));
      peer.message(Jets.delete(3, "a"));
    });

    reader.until(3);

    assertThat(reader.keys())
        .containsExactly(Jets.key("a"), Jets.key("b"), Jets.key("a") + "deleted");
    assertThat(authors(reader)).containsExactly("kari.example", "did:plc:kari");
  }

  @Test
  void whatOurOwnServerDoesNotSayStaysAsItWasTold() {
    password = Optional.of(new Secret("s3cret"));
    server.streamsAt("/subscribe");
    LiveReader reader = reader(older());
    server.greets(peer -> {
      peer.upgrade();
      peer.message(Jets.create(1, "a", "lyngheia"));
    });

    reader.until(1);

    assertThat(authors(reader)).containsExactly("did:plc:kari");
  }

  private static List<String> authors(LiveReader reader) {
    return reader.events().stream()
        .filter(MentionEvent.Posted.class::isInstance)
        .map(event -> ((MentionEvent.Posted) event).mention().author().handle())
        .toList();
  }

  @Test
  void onlyPostsThatWereLetThroughAreDeletedAndRewritten() {
    LiveReader reader = reader(older());
    server.greets(peer -> {
      peer.upgrade();
      peer.message(Jets.delete(1, "x"));
      peer.message(Jets.create(1, "a", "lyngheia"));
      peer.message(Jets.older(2, "update", "a", Jets.record("noe annet")));
      peer.message(Jets.older(2, "update", "x", Jets.record("noe annet")));
      peer.message(Jets.delete(3, "a"));
      peer.message(Jets.delete(4, "a"));
      peer.message(Jets.create(5, "b", "lyngheia"));
    });

    reader.until(4);

    assertThat(reader.keys())
        .containsExactly(
            Jets.key("a"), Jets.key("a") + "bafyaupdate", Jets.key("a") + "deleted", Jets.key("b"));
  }

  @Test
  void whatWasLetThroughIsKnownToTheNextProcess() {
    LiveReader reader = reader(older());
    server.greets(peer -> {
      peer.upgrade();
      peer.message(Jets.create(1, "a", "lyngheia"));
    });
    reader.until(1);
    server.greets(peer -> {
      peer.upgrade();
      peer.message(Jets.create(1, "a", "lyngheia"));
      peer.message(Jets.delete(9, "a"));
    });
    opened.getFirst().close();

    reader.restart(feed(older()));

    assertThat(reader.until(2)).containsExactly(Jets.key("a"), Jets.key("a") + "deleted");
    assertThat(server.asked(RESOLVE)).as("our DID stands in the cursor").hasSize(1);
  }

  @Test
  void aBrokenConnectionIsTakenUpAFewSecondsEarlierAndNothingComesTwice() {
    LiveReader reader = reader(older());
    server.greets(StreamPeer::upgrade);
    reader.once();
    StreamPeer first = server.next();
    first.message(Jets.create(10, "a", "lyngheia"));
    first.message(Jets.create(20, "b", "lyngheia"));
    reader.until(2);
    first.send(new byte[] {(byte) 0x81, 126, 1}); // in the middle of a message
    first.close();
    server.greets(peer -> {
      peer.upgrade();
      peer.message(Jets.create(20, "b", "lyngheia"));
      peer.message(Jets.create(16, "late", "lyngheia"));
      peer.message(Jets.create(21, "c", "lyngheia"));
    });

    assertThat(reader.trouble()).isInstanceOf(Fetch.Wait.class);
    clock.forward(SECOND);

    assertThat(reader.until(4))
        .containsExactly(Jets.key("a"), Jets.key("b"), Jets.key("late"), Jets.key("c"));
    assertThat(server.next().target()).contains("&cursor=" + Jets.micros(15));
  }

  @Test
  void aSilentConnectionIsReplacedAfterAMinuteAndAQuestion() {
    LiveReader reader = reader(older());
    reader.once();
    StreamPeer silent = server.next();
    clock.forward(Duration.ofSeconds(40));
    reader.once();
    assertThat(silent.heard()).isEqualTo("9 ");
    clock.forward(Duration.ofSeconds(20));

    assertThat(reader.once())
        .isEqualTo(new Fetch.Wait(Duration.ZERO, "nothing was heard for 60 s"));
    silent.awaitEnd();
    server.greets(peer -> {
      peer.upgrade();
      peer.message(Jets.create(1, "a", "lyngheia"));
    });
    assertThat(reader.until(1)).hasSize(1);
  }

  @Test
  void anotherHostIsTakenUpAMinuteEarlierUntilItHasComeAsFar() {
    String second = other.address() + "/subscribe";
    LiveReader reader = reader(older(), second);
    server.greets(peer -> {
      peer.upgrade();
      peer.message(Jets.create(100, "a", "lyngheia"));
    });
    reader.until(1);
    server.next().close();
    other.greets(peer -> {
      peer.upgrade();
      peer.message(Jets.create(60, "b", "lyngheia"));
    });
    reader.trouble();
    clock.forward(SECOND);
    reader.until(2);
    StreamPeer there = other.next();

    assertThat(there.target()).contains("&cursor=" + Jets.micros(40));
    assertThat(StreamPlace.of(reader.cursor()).host())
        .endsWith(server.address().getPort() + "/subscribe");
    assertThat(StreamPlace.of(reader.cursor()).micros()).isEqualTo(Jets.micros(100));
    there.message(Jets.create(101, "c", "lyngheia"));
    reader.until(3);
    assertThat(StreamPlace.of(reader.cursor()).host())
        .endsWith(other.address().getPort() + "/subscribe");
  }

  @Test
  void aHostOutOfOrderIsFollowedByTheNext() {
    LiveReader reader = reader(older(), other.address() + "/subscribe");
    server.greets(peer -> peer.answer(Canned.status(502)));
    other.greets(peer -> {
      peer.upgrade();
      peer.message(Jets.create(1, "a", "lyngheia"));
    });

    assertThat(reader.once())
        .isEqualTo(new Fetch.Wait(Duration.ofSeconds(5), "the server answered 502"));
    clock.forward(Duration.ofSeconds(5));
    assertThat(reader.until(1)).hasSize(1);
  }

  @Test
  void aServerWithoutAStreamIsRefusedWithAdvice() {
    server.greets(peer -> peer.answer(Canned.status(404)));

    assertThat(reader(older()).once())
        .isInstanceOfSatisfying(
            Fetch.Refused.class, no -> assertThat(no.whatToDo()).contains("jetstream.hosts"));
  }

  @Test
  void anUnknownHandleIsRefusedWithAdvice() {
    server.answers(RESOLVE, XrpcScript.error(400, "InvalidRequest"));

    assertThat(reader(older()).once())
        .isInstanceOfSatisfying(
            Fetch.Refused.class, no -> assertThat(no.whatToDo()).contains("handle"));
  }

  @Test
  void aCursorTooOldIsSaidAndGivenUp() {
    LiveReader reader = reader(newer());
    server.greets(peer -> {
      peer.upgrade();
      peer.message(Jets.newer(1, "create", "a", Jets.record("lyngheia")));
    });
    reader.until(1);
    server.next().close();
    reader.trouble();
    clock.forward(Duration.ofHours(40));
    server.greets(peer ->
        peer.answer(
            new Canned(400, Map.of(), Body.of("{\"error\":\"CursorTooOld\",\"message\":\"x\"}"))));

    assertThat(reader.once().toString()).contains("does not go back far enough");
    assertThat(server.next().target()).contains("&cursor=" + Jets.micros(1 - 5));
    assertThat(reader.once().toString()).contains("does not go back far enough");
    assertThat(server.next().target())
        .as("what every server still has")
        .contains("&cursor=" + Jets.micros((16 * 60 + 5) * 60));
    server.greets(peer -> {
      peer.upgrade();
      peer.message(Jets.newer(40 * 3600, "create", "b", Jets.record("lyngheia")));
    });
    reader.until(2);
    assertThat(server.next().target()).doesNotContain("cursor=");
    assertThat(reader.skipped().toString()).contains("begins 2400 minutes later than asked for");
  }

  @Test
  void whatIsMissingIsSaidInBothForms() {
    LiveReader old = reader(older());
    server.greets(peer -> {
      peer.upgrade();
      peer.message(Jets.create(1, "a", "lyngheia"));
    });
    old.until(1);
    opened.getLast().release();
    server.greets(peer -> {
      peer.upgrade();
      peer.message(Jets.create(3600, "b", "lyngheia"));
    });
    old.until(2);
    assertThat(old.skipped().toString()).contains("begins 60 minutes later than asked for");

    LiveReader young = reader(newer());
    server.greets(peer -> {
      peer.upgrade();
      peer.message(
          "{\"$type\":\"message\",\"payload\":{\"$type\":\"network.bsky.jetstream.subscribeEvents#info\",\"name\":\"OutdatedCursor\",\"message\":\"secret"
              + " words\"}}");
      peer.message(
          "{\"$type\":\"error\",\"error\":\"ConsumerTooSlow\",\"message\":\"secret words\"}");
    });
    Fetch left = young.trouble();
    assertThat(young.skipped().toString()).contains("does not go back far enough");
    assertThat(left.toString()).contains("we read too slowly").doesNotContain("secret");
  }

  @Test
  void rubbishIsListedAndTheOthersCome() {
    LiveReader reader = reader(older());
    server.greets(peer -> {
      peer.upgrade();
      peer.message("{\"broken lyngheia \"app.bsky.feed.post\"");
      peer.message("");
      peer.frame(0x82, new byte[] {1, 2, 3});
      peer.message(Jets.older(1, "create", "bad key!", Jets.record("lyngheia")));
      peer.message(Jets.create(2, "a", "lyngheia"));
    });

    assertThat(reader.until(1)).containsExactly(Jets.key("a"));
    assertThat(reader.skipped()).hasSize(2);
    assertThat(reader.skipped().toString()).doesNotContain("lyngheia");
  }

  @Test
  void aQuietHourMovesTheCursorSeldomAndABusyOneKeepsAThousandPosts() {
    LiveReader reader = reader(older());
    server.greets(StreamPeer::upgrade);
    reader.once();
    StreamPeer peer = server.next();
    peer.message(Jets.create(1, "a", "lyngheia"));
    reader.until(1);
    String before = reader.cursor().text();

    peer.message(Jets.create(20, "b", "noe annet"));
    peer.message(Jets.create(25, "c", "noe annet"));
    for (int i = 0; i < 5; i++) reader.once();
    assertThat(reader.cursor().text()).isEqualTo(before);

    IntStream.range(0, 1200).forEach(n -> peer.message(Jets.create(40, "n" + n, "lyngheia")));
    reader.until(1201);
    assertThat(reader.cursor().text().getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(13_000);
    assertThat(StreamPlace.of(reader.cursor()).micros()).isEqualTo(Jets.micros(40));
  }

  @Test
  void releaseAndCloseHangUpWithinASecond() {
    LiveReader reader = reader(older());
    reader.once();
    StreamPeer first = server.next();
    opened.getFirst().release();
    first.awaitEnd();
    reader.once();
    StreamPeer second = server.next();
    opened.getFirst().close();
    second.awaitEnd();

    assertThat(reader.once()).isInstanceOf(Fetch.Failed.class);
  }

  @Test
  void theFirstLookGoesBackAsFarAsAskedFor() {
    assertThat(JetstreamHost.parse("jetstream.example").orElseThrow().posts(7).toString())
        .isEqualTo(
            "https://jetstream.example/subscribe?wantedCollections=app.bsky.feed.post&cursor=7");
    assertThat(JetstreamHost.parse("jetstream.example/other")).isEmpty();
    assertThat(JetstreamHost.parse("ftp://jetstream.example")).isEmpty();
    assertThat(JetstreamHost.parse("wss://jetstream.example").orElseThrow().newer()).isFalse();
  }
}
