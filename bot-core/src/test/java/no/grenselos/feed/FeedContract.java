package no.grenselos.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import no.grenselos.config.Secret;
import no.grenselos.feed.ScriptedServer.Canned;
import no.grenselos.mention.Mention;
import no.grenselos.mention.MentionEvent;
import no.grenselos.web.Body;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What every feed keeps, whatever its network. A subclass gives the feed, a scripted server, and
 * the network's own pages: three posts, then two newer ones, one bad item among three.
 */
public abstract class FeedContract {
  protected static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
  protected static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
  protected static final String TOKEN = "s3cret-token-of-the-test";
  private static final Duration PATIENT = Duration.ofSeconds(20);
  private static final Duration IMPATIENT = Duration.ofMillis(300);

  private ScriptedServer server;
  private final List<Feed> opened = new ArrayList<>();

  /** The feed under test against that server; every secret it asks for is {@link #TOKEN}. */
  protected abstract Feed open(URI server, FeedContext context, Duration timeout);

  protected abstract ScriptedServer startServer();

  /** The network's page with three posts, in the network's own order. */
  protected abstract Canned threePosts();

  /** What the network answers when asked for what came after: two more posts. */
  protected abstract Canned twoNewerPosts();

  /** What the network answers when nothing came after. */
  protected abstract Canned nothingNewer();

  /** Three items, the middle one of which cannot be read. */
  protected abstract Canned oneBadAmongThree();

  /** The network's way to say, besides Retry-After, when its limit ends. */
  protected abstract Canned limitedUntil(Instant reset);

  @BeforeEach
  final void start() {
    server = startServer();
  }

  @AfterEach
  final void stop() {
    opened.forEach(Feed::close);
    server.close();
  }

  protected final ScriptedServer server() {
    return server;
  }

  protected final Feed feed() {
    return feed(server.address(), true, PATIENT);
  }

  protected final FeedContext context(boolean localAddresses) {
    return new FeedContext(CLOCK, name -> Optional.of(new Secret(TOKEN)), localAddresses);
  }

  protected final Feed feed(URI address, boolean localAddresses, Duration timeout) {
    Feed feed = open(address, context(localAddresses), timeout);
    opened.add(feed);
    return feed;
  }

  @Test
  void postsComeOldestFirst() {
    server.answers(threePosts());

    Fetch.Page page = page(feed().fetch(Cursor.START));

    assertThat(mentions(page)).hasSize(3);
    assertThat(mentions(page)).extracting(Mention::publishedAt).isSorted();
    assertThat(page.skipped()).isEmpty();
  }

  @Test
  void theCursorGoesOnWhereThePageEnded() {
    Feed feed = feed();
    server.answers(threePosts());
    Fetch.Page first = page(feed.fetch(Cursor.START));
    server.answers(twoNewerPosts(), nothingNewer());

    Fetch.Page second = page(feed.fetch(first.next()));

    assertThat(mentions(second)).hasSize(2);
    assertThat(keys(second)).doesNotContainAnyElementsOf(keys(first));
    assertThat(mentions(second).getFirst().publishedAt())
        .isAfter(mentions(first).getLast().publishedAt());
  }

  @Test
  void aCursorWorksInAnotherFeedOfTheSameName() {
    server.answers(threePosts());
    Fetch.Page first = page(feed().fetch(Cursor.START));
    server.answers(twoNewerPosts(), nothingNewer());

    assertThat(mentions(page(feed().fetch(first.next())))).hasSize(2);
  }

  @Test
  void aRepeatedPageAddsNothing() {
    Feed feed = feed();
    server.answers(threePosts());
    Fetch.Page first = page(feed.fetch(Cursor.START));

    Fetch.Page again = page(feed.fetch(first.next()));

    assertThat(keys(first)).containsAll(keys(again));
    assertThat(again.more()).as("asks for the same page for ever").isFalse();
  }

  @Test
  void aLookRepeatedAfterACrashGivesTheSameKeys() {
    server.answers(threePosts());

    List<String> before = keys(page(feed().fetch(Cursor.START)));
    List<String> after = keys(page(feed().fetch(Cursor.START)));

    assertThat(after).isEqualTo(before).doesNotHaveDuplicates();
  }

  @Test
  void nothingNewMovesNothing() {
    Feed feed = feed();
    server.answers(threePosts());
    Fetch.Page first = page(feed.fetch(Cursor.START));
    server.answers(nothingNewer());
    Fetch.Page quiet = page(feed.fetch(first.next()));
    server.answers(twoNewerPosts(), nothingNewer());

    assertThat(quiet.events()).isEmpty();
    assertThat(quiet.more()).isFalse();
    assertThat(mentions(page(feed.fetch(quiet.next())))).hasSize(2);
  }

  @Test
  void retryAfterIsWaitedFor() {
    server.answers(Canned.status(429).with("Retry-After", "37"));

    assertThat(feed().fetch(Cursor.START))
        .isInstanceOfSatisfying(
            Fetch.Wait.class, wait -> assertThat(wait.time()).isEqualTo(Duration.ofSeconds(37)));
  }

  @Test
  void retryAfterMayBeADate() {
    server.answers(Canned.status(503).with("Retry-After", "Mon, 2 Mar 2026 09:02:00 GMT"));

    assertThat(feed().fetch(Cursor.START))
        .isInstanceOfSatisfying(
            Fetch.Wait.class, wait -> assertThat(wait.time()).isEqualTo(Duration.ofMinutes(2)));
  }

  @Test
  void theResetOfTheLimitIsWaitedFor() {
    server.answers(limitedUntil(NOW.plusSeconds(300)));

    assertThat(feed().fetch(Cursor.START))
        .isInstanceOfSatisfying(
            Fetch.Wait.class, wait -> assertThat(wait.time()).isEqualTo(Duration.ofMinutes(5)));
  }

  @Test
  void aResetInThePastIsStillAWait() {
    server.answers(limitedUntil(NOW.minusSeconds(300)));

    assertThat(feed().fetch(Cursor.START))
        .isInstanceOfSatisfying(Fetch.Wait.class, wait -> assertThat(wait.time()).isPositive());
  }

  @Test
  void aServerInTroubleFailsThisTime() {
    server.answers(Canned.status(500));
    assertThat(feed().fetch(Cursor.START)).isInstanceOf(Fetch.Failed.class);

    server.answers(Canned.status(503));
    assertThat(feed().fetch(Cursor.START)).isInstanceOf(Fetch.Failed.class);
  }

  @Test
  void aSilentServerFailsThisTime() throws IOException {
    try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      Feed feed = feed(address(silent), true, IMPATIENT);

      assertThat(feed.fetch(Cursor.START)).isInstanceOf(Fetch.Failed.class);
    }
  }

  @Test
  void anUnreachableServerFailsThisTime() throws IOException {
    URI nobody;
    try (ServerSocket gone = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      nobody = address(gone);
    }

    assertThat(feed(nobody, true, PATIENT).fetch(Cursor.START)).isInstanceOf(Fetch.Failed.class);
  }

  @Test
  void aBadTokenIsRefusedWithAdvice() {
    server.answers(Canned.status(401));

    assertThat(feed().fetch(Cursor.START))
        .isInstanceOfSatisfying(
            Fetch.Refused.class,
            refused -> {
              assertThat(refused.reason()).isNotBlank();
              assertThat(refused.whatToDo()).isNotBlank();
            });
  }

  @Test
  void aForbiddenOrMissingPlaceIsRefusedWithAdvice() {
    for (int status : new int[] {403, 404}) {
      server.answers(Canned.status(status));

      assertThat(feed().fetch(Cursor.START))
          .isInstanceOfSatisfying(
              Fetch.Refused.class, refused -> assertThat(refused.whatToDo()).isNotBlank());
    }
  }

  @Test
  void aBadItemIsListedAndTheOthersCome() {
    server.answers(oneBadAmongThree());

    Fetch.Page page = page(feed().fetch(Cursor.START));

    assertThat(mentions(page)).hasSize(2);
    assertThat(page.skipped()).hasSize(1);
    assertThat(page.skipped().getFirst().reason()).isNotBlank();
  }

  @Test
  void garbageFailsThisTime() {
    for (String garbage :
        List.of("", "<<<%%% neither this nor that", "[[[[{", "null", "\u0000\u0001")) {
      server.answers(Canned.ok("application/octet-stream", Body.of(garbage)));

      assertThat(feed().fetch(Cursor.START)).as(garbage).isInstanceOf(Fetch.Failed.class);
    }
  }

  @Test
  void anAnswerWithoutEndFailsThisTime() {
    server.answers(Canned.ok("application/json", Body.of("[" + " ".repeat(9 << 20) + "]")));

    assertThat(feed().fetch(Cursor.START)).isInstanceOf(Fetch.Failed.class);
  }

  @Test
  void endlessRedirectsFailThisTime() {
    server.answers(Canned.status(302).with("Location", server.address() + "/again"));

    assertThat(feed().fetch(Cursor.START)).isInstanceOf(Fetch.Failed.class);
    assertThat(server.requests()).hasSizeLessThan(10);
  }

  @Test
  void aForeignCursorIsNotTheEndOfTheFeed() {
    server.answers(threePosts());

    assertThatCode(() -> feed().fetch(new Cursor("{]"))).doesNotThrowAnyException();
    assertThatCode(() -> feed().fetch(new Cursor("[1]"))).doesNotThrowAnyException();
  }

  @Test
  void theHouseItselfIsNotCalled() {
    server.answers(threePosts());
    URI byName = URI.create("http://localhost:" + server.address().getPort());

    assertThat(feed(server.address(), false, PATIENT).fetch(Cursor.START))
        .isInstanceOf(Fetch.Refused.class);
    assertThat(feed(byName, false, PATIENT).fetch(Cursor.START)).isInstanceOf(Fetch.Refused.class);
    assertThat(server.requests()).isEmpty();
  }

  @Test
  void closeEndsAHangingFetchPromptly() throws Exception {
    try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      Feed feed = feed(address(silent), true, PATIENT);
      CompletableFuture<Fetch> hanging =
          CompletableFuture.supplyAsync(() -> feed.fetch(Cursor.START));
      try (Socket caller = silent.accept()) {
        assertThat(caller.getInputStream().read()).isPositive();

        feed.close();

        assertThat(hanging.get(1, TimeUnit.SECONDS)).isInstanceOf(Fetch.Failed.class);
      }
    }
  }

  @Test
  void aClosedFeedAsksNothing() {
    server.answers(threePosts());
    Feed feed = feed();

    feed.close();

    assertThat(feed.fetch(Cursor.START)).isInstanceOf(Fetch.Failed.class);
    assertThat(server.requests()).isEmpty();
  }

  @Test
  void noTextHoldsASecret() {
    Body echo = Body.of("{\"error\":\"bad token " + TOKEN + "\",\"title\":\"" + TOKEN + "\"}");
    List<Object> told = new ArrayList<>();
    for (int status : new int[] {200, 302, 400, 401, 403, 404, 422, 429, 500, 503}) {
      server.answers(new Canned(status, Map.of("X-Echo", TOKEN), echo));
      told.add(feed().fetch(Cursor.START));
    }
    server.answers(threePosts());
    told.add(feed().fetch(Cursor.START));
    told.add(feed().name());

    assertThat(told).allSatisfy(text -> assertThat(text.toString()).doesNotContain(TOKEN));
  }

  protected static Fetch.Page page(Fetch fetch) {
    assertThat(fetch).isInstanceOf(Fetch.Page.class);
    return (Fetch.Page) fetch;
  }

  protected static List<Mention> mentions(Fetch.Page page) {
    List<Mention> mentions = new ArrayList<>();
    for (MentionEvent event : page.events()) {
      switch (event) {
        case MentionEvent.Posted posted -> mentions.add(posted.mention());
        case MentionEvent.Edited edited -> mentions.add(edited.mention());
        case MentionEvent.Liked like -> {
          // has no mention
        }
        case MentionEvent.Deleted deleted -> {
          // has no mention
        }
      }
    }
    return mentions;
  }

  protected static List<String> keys(Fetch.Page page) {
    return page.events().stream().map(MentionEvent::key).toList();
  }

  private static URI address(ServerSocket socket) {
    return URI.create("http://127.0.0.1:" + socket.getLocalPort());
  }
}
