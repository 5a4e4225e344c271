package no.grenselos.feed.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import no.grenselos.feed.Cursor;
import no.grenselos.feed.FeedContext;
import no.grenselos.feed.Fetch;
import no.grenselos.feed.ScriptedServer.Canned;
import no.grenselos.web.Body;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LiveFeedTest {
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Ladder LADDER =
      new Ladder(
          Ladder.Rungs.linear(Duration.ofMillis(250), Duration.ofSeconds(1)),
          Ladder.Rungs.doubling(Duration.ofSeconds(5), Duration.ofSeconds(30)),
          Ladder.Rungs.doubling(MINUTE, Duration.ofHours(1)));

  private final StreamServer server = new StreamServer();
  private final HandClock clock = new HandClock();
  private final List<LiveFeed> opened = new ArrayList<>();
  private CountedLines source;
  private Duration settles = Duration.ZERO;

  @AfterEach
  void stop() {
    opened.forEach(LiveFeed::close);
    server.close();
  }

  private LiveFeed feed(Wire wire, boolean local, boolean mayPoll) {
    FeedClient client =
        new FeedClient(
            new FeedContext(clock, name -> Optional.empty(), local), Duration.ofSeconds(20));
    source =
        new CountedLines(
            client, HttpUrl.get(server.address()), wire, Liveness.of(Duration.ofSeconds(40)));
    LiveFeed feed =
        new LiveFeed(
            "lines",
            CountedLines.NETWORK,
            new LiveFeed.Line(client, new Pace(MINUTE, MINUTE), clock),
            source,
            new LiveFeed.Habits(
                LADDER, Duration.ofMillis(50), List.of(settles), Optional.empty(), mayPoll));
    opened.add(feed);
    return feed;
  }

  /** A reader of lines, greeted with a stream of them. */
  private LiveReader lines() {
    server.greets(peer -> peer.begin("application/json"));
    return new LiveReader(feed(Wire.lines(), true, false));
  }

  private static List<String> keys(int from, int to) {
    return IntStream.rangeClosed(from, to).mapToObj(CountedLines::key).toList();
  }

  @Test
  void whatComesInIsHandedOnInItsOrder() {
    LiveReader reader = lines();
    reader.once();
    StreamPeer peer = server.next();

    peer.send("1\r\n\r\n2\n");
    peer.send("3\r\n4");
    peer.send("4\r\n");

    assertThat(reader.until(4)).containsExactly(key(1), key(2), key(3), key(44));
    assertThat(reader.cursor()).isEqualTo(new Cursor("44"));
  }

  private static String key(int name) {
    return CountedLines.key(name);
  }

  @Test
  void aQuietStreamGivesEmptyPagesAndIsReadWithoutRest() {
    LiveReader reader = lines();

    Fetch.Page quiet = (Fetch.Page) reader.once();

    assertThat(quiet.events()).isEmpty();
    assertThat(quiet.more()).isFalse();
    assertThat(opened.getFirst().poll()).isZero();
  }

  @Test
  void aConnectionThatEndsSoonIsOpenedAgainAfterTheFirstRung() {
    LiveReader reader = lines();
    reader.once();
    StreamPeer peer = server.next();
    peer.send("1\n2\nhalf a li");
    peer.close();
    reader.until(2);

    assertThat(reader.trouble())
        .isEqualTo(new Fetch.Wait(Duration.ofMillis(250), "the server ended the stream"));
    assertThat(reader.once()).isInstanceOf(Fetch.Wait.class);
    clock.forward(Duration.ofMillis(250));
    reader.once();

    assertThat(server.next().target()).isEqualTo("/?from=2");
  }

  @Test
  void aConnectionThatLivedIsOpenedAgainAtOnce() {
    LiveReader reader = lines();
    reader.once();
    StreamPeer peer = server.next();
    clock.forward(Duration.ofSeconds(31));
    peer.close();

    assertThat(reader.trouble())
        .isEqualTo(new Fetch.Wait(Duration.ZERO, "the server ended the stream"));
    assertThat(reader.once()).isInstanceOf(Fetch.Page.class);
  }

  @Test
  void aSilentConnectionIsGivenUpAndAnotherOpened() {
    LiveReader reader = lines();
    reader.once();
    StreamPeer peer = server.next();
    peer.send("1\n");
    reader.until(1);

    clock.forward(Duration.ofSeconds(39));
    assertThat(reader.once()).isInstanceOf(Fetch.Page.class);
    clock.forward(Duration.ofSeconds(1));
    assertThat(reader.once())
        .isEqualTo(new Fetch.Wait(Duration.ZERO, "nothing was heard for 40 s"));

    peer.awaitEnd();
    reader.once();
    assertThat(server.next().target()).isEqualTo("/?from=1");
  }

  @Test
  void errorsAreClimbedEachOnItsOwnLadder() {
    LiveReader reader = lines();
    server.greets(peer -> peer.answer(Canned.status(500)));

    assertThat(reader.once()).isEqualTo(wait(5, "the server answered 500"));
    assertThat(reader.once()).isEqualTo(wait(5, "the server answered 500"));
    clock.forward(Duration.ofSeconds(5));
    assertThat(reader.once()).isEqualTo(wait(10, "the server answered 500"));
    clock.forward(Duration.ofSeconds(10));
    server.greets(peer -> peer.answer(Canned.status(429)));
    assertThat(reader.once()).isEqualTo(wait(60, "asked to wait (429)"));
    clock.forward(MINUTE);
    server.greets(peer -> peer.answer(Canned.status(503)));
    assertThat(reader.once()).isEqualTo(new Fetch.Failed("the server answered 503"));
    assertThat(reader.once()).isEqualTo(wait(20, "the server answered 503"));
  }

  private static Fetch.Wait wait(int seconds, String reason) {
    return new Fetch.Wait(Duration.ofSeconds(seconds), reason);
  }

  @Test
  void aLongerTimeThatTheServerNamesIsWaitedFor() {
    LiveReader reader = lines();
    server.greets(peer -> peer.answer(Canned.status(429).with("Retry-After", "900")));

    assertThat(reader.once()).isEqualTo(wait(900, "asked to wait (429)"));
  }

  @Test
  void aPageThatWasNotKeptIsReadAgain() {
    LiveReader reader = lines();
    reader.once();
    StreamPeer peer = server.next();
    peer.send("1\n");
    reader.until(1);
    peer.send("2\n");
    Fetch lost = opened.getFirst().fetch(reader.cursor());

    server.greets(again -> {
      again.begin("application/json");
      again.send("2\n3\n");
    });
    while (((Fetch.Page) lost).events().isEmpty()) lost = opened.getFirst().fetch(reader.cursor());

    assertThat(reader.until(3)).isEqualTo(keys(1, 3));
    assertThat(server.next().target()).isEqualTo("/?from=1");
  }

  @Test
  void whatWasMissedComesBeforeWhatComesIn() {
    LiveReader reader = lines();
    source.missed.add(CountedLines.page("2", true, "1", "2"));
    source.missed.add(CountedLines.page("3", false, "3"));
    server.greets(peer -> {
      peer.begin("application/json");
      peer.send("4\n");
    });

    assertThat(reader.until(4)).isEqualTo(keys(1, 4));
  }

  @Test
  void whatIsToldLateIsAskedForOnceMore() {
    settles = MINUTE;
    LiveReader reader = lines();
    source.missed.add(CountedLines.page("2", false, "1", "2"));
    server.greets(peer -> {
      peer.begin("application/json");
      peer.send("4\n");
    });
    reader.until(3);
    source.missed.add(CountedLines.page("3", false, "3"));
    reader.once();

    assertThat(reader.keys()).doesNotContain(key(3));
    assertThat(reader.cursor()).as("stays before the gap").isEqualTo(new Cursor("2"));
    clock.forward(MINUTE);
    server.next().send("\n");
    assertThat(reader.until(4)).endsWith(key(3));
  }

  @Test
  void whatIsNotToldOfAGapKeepsNobodyFromListening() {
    LiveReader reader = lines();
    source.missed.add(new Fetch.Refused("no search", "buy it"));
    server.greets(peer -> {
      peer.begin("application/json");
      peer.send("4\n");
    });
    reader.until(1);

    assertThat(reader.skipped().toString()).contains("stream", "no search; buy it");
    assertThat(reader.cursor()).as("stays before the gap").isEqualTo(Cursor.START);
    source.missed.add(CountedLines.page("3", false, "3"));
    reader.once();
    assertThat(reader.keys()).containsExactly(key(4));
    clock.forward(MINUTE);
    reader.until(2);
    assertThat(reader.cursor()).isEqualTo(new Cursor("3"));
  }

  @Test
  void aStreamThatSaysGoodbyeIsLeft() {
    LiveReader reader = lines();
    reader.once();
    StreamPeer peer = server.next();
    peer.send("1\nbye\n");

    reader.until(1);
    assertThat(reader.trouble())
        .isEqualTo(new Fetch.Wait(Duration.ofMillis(250), "the stream said goodbye"));
    peer.awaitEnd();
  }

  @Test
  void aFullQueueSlowsTheServerDownAndNothingIsDropped() throws Exception {
    LiveReader reader = lines();
    reader.once();
    StreamPeer peer = server.next();
    String noise = "noise" + "x".repeat(100_000) + "\n";
    CompletableFuture<Void> sending =
        CompletableFuture.runAsync(() -> {
          for (int i = 0; i < 500; i++) peer.send(noise);
          peer.send("1\n");
        });

    assertThat(sending)
        .as("50 MB do not fit into queue and sockets")
        .failsWithin(Duration.ofMillis(500));
    assertThat(reader.until(1)).containsExactly(key(1));
    assertThat(sending).succeedsWithin(Duration.ofSeconds(5));
  }

  @Test
  void aFrameTooLargeIsListedAndTheOthersCome() {
    for (Wire wire : List.of(Wire.lines(), Wire.events(), Wire.webSocket(""))) {
      LiveReader reader = new LiveReader(feed(wire, true, false));
      String large = "x".repeat(3 << 20);
      server.greets(peer -> {
        switch (wire) {
          case WebSocketWire socket -> {
            peer.upgrade();
            peer.message(large);
            peer.message("2");
          }
          case TextWire text -> {
            peer.begin("text/event-stream");
            peer.send(large + "\n\n" + "2\n\n");
          }
        }
      });

      assertThat(reader.until(1)).hasSize(1);
      assertThat(reader.skipped()).hasSize(1);
    }
  }

  @Test
  void closeAndReleaseEndAConnectionAtOnce() throws Exception {
    for (Wire wire : List.of(Wire.lines(), Wire.webSocket(""))) {
      server.greets(peer -> {
        if (wire instanceof WebSocketWire) peer.upgrade();
        else peer.begin("application/json");
      });
      LiveReader reader = new LiveReader(feed(wire, true, false));
      reader.once();
      StreamPeer first = server.next();

      opened.getLast().release();
      first.awaitEnd();
      reader.once();
      StreamPeer second = server.next();
      opened.getLast().close();

      second.awaitEnd();
      assertThat(reader.once()).isEqualTo(new Fetch.Failed("closed"));
    }
  }

  @Test
  void closeAndReleaseEndAnOpeningAtOnce() throws Exception {
    server.greets(peer -> {});
    LiveFeed feed = feed(Wire.webSocket(""), true, false);
    for (Runnable end : List.<Runnable>of(feed::release, feed::close)) {
      CompletableFuture<Fetch> hanging =
          CompletableFuture.supplyAsync(() -> feed.fetch(Cursor.START));
      StreamPeer peer = server.next();

      end.run();

      assertThat(hanging.get(1, TimeUnit.SECONDS)).isNotInstanceOf(Fetch.Page.class);
      peer.awaitEnd();
      clock.forward(Duration.ofSeconds(1));
    }
  }

  @Test
  void theHouseItselfIsNotListenedTo() {
    for (Wire wire : List.of(Wire.lines(), Wire.events(), Wire.webSocket(""))) {
      assertThat(feed(wire, false, false).fetch(Cursor.START)).isInstanceOf(Fetch.Refused.class);
    }
    assertThat(server.asked("/")).isEmpty();
  }

  @Test
  void redirectsAreNotFollowed() {
    LiveReader reader = lines();
    server.greets(
        peer -> peer.answer(Canned.status(302).with("Location", server.address() + "/other")));

    assertThat(reader.once()).isInstanceOf(Fetch.Wait.class);
    assertThat(server.asked("/other")).isEmpty();
  }

  @Test
  void whereThereIsNoStreamTheFeedAsks() {
    server.greets(peer -> peer.answer(Canned.ok("text/html", Body.of("<html>hello"))));
    LiveReader reader = new LiveReader(feed(Wire.events(), true, true));
    source.missed.add(CountedLines.page("1", false, "1"));
    source.missed.add(CountedLines.page("2", false, "2"));

    assertThat(reader.until(2)).isEqualTo(keys(1, 2));
    assertThat(reader.skipped()).hasSize(1);
    assertThat(reader.skipped().getFirst().reason())
        .isEqualTo("the server offers no streaming; asked every 60 s instead");
    assertThat(opened.getFirst().poll()).isEqualTo(MINUTE);
    assertThat(server.asked("/")).hasSize(1);

    clock.forward(Duration.ofHours(1));
    server.greets(peer -> {
      peer.begin("text/event-stream");
      peer.send("3\n\n");
    });
    reader.until(3);
    assertThat(opened.getFirst().poll()).isZero();
  }

  @Test
  void aConnectionThatNobodyReadsEnds() {
    LiveReader reader = lines();
    reader.once();
    StreamPeer peer = server.next();

    clock.forward(Duration.ofMinutes(6));
    peer.send("1\n");

    peer.awaitEnd();
    clock.forward(Duration.ofSeconds(1));
    reader.until(1);
    assertThat(reader.trouble())
        .isEqualTo(new Fetch.Wait(Duration.ZERO, "nobody read it for 5 minutes"));
  }

  @Test
  void aServerWithoutAPeerIsNoEnd() throws IOException {
    LiveReader reader = lines();
    server.close();

    // bound and not listening: no other test's server is given the port meanwhile
    try (Socket nobody = new Socket()) {
      nobody.setReuseAddress(true);
      nobody.bind(
          new InetSocketAddress(InetAddress.getLoopbackAddress(), server.address().getPort()));
      assertThat(reader.once()).isInstanceOf(Fetch.Wait.class);
    }
  }
}
