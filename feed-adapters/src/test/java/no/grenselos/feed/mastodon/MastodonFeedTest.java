package no.grenselos.feed.mastodon;

import static no.grenselos.feed.http.WireMockScript.fixture;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import no.grenselos.feed.Cursor;
import no.grenselos.feed.Feed;
import no.grenselos.feed.FeedContext;
import no.grenselos.feed.Fetch;
import no.grenselos.feed.ScriptedServer.Canned;
import no.grenselos.feed.http.FixtureFeedContract;
import no.grenselos.feed.http.WireMockScript;
import no.grenselos.mention.Mention;
import no.grenselos.mention.MentionEvent;
import no.grenselos.mention.MentionKind;
import no.grenselos.mention.ReplyWay;
import no.grenselos.web.Body;
import org.junit.jupiter.api.Test;

class MastodonFeedTest extends FixtureFeedContract {
  MastodonFeedTest() {
    super("mastodon");
  }

  @Override
  protected Feed open(URI server, FeedContext context, Duration timeout) {
    return open(server, context, Map.of("timeout", seconds(timeout)), "varme");
  }

  private static Feed open(
      URI server, FeedContext context, Map<String, String> more, String hashtags) {
    Map<String, String> entry = new LinkedHashMap<>(more);
    entry.put("server", server.toString());
    if (!hashtags.isEmpty()) entry.put("hashtags", hashtags);
    return opened(new MastodonFeedProvider(), "fjord", context, entry).feeds().getFirst();
  }

  @Override
  protected Canned limitedUntil(Instant reset) {
    return Canned.status(429)
        .with("X-RateLimit-Limit", "300")
        .with("X-RateLimit-Remaining", "0")
        .with("X-RateLimit-Reset", reset.toString());
  }

  @Test
  void pagesForwardByMinIdUntilAPageIsEmpty() {
    Feed feed = open(server().address(), context(true), Map.of(), "#Varme, #strøm");
    server().answers(threePosts());
    Fetch.Page first = page(feed.fetch(Cursor.START));
    server().answers(twoNewerPosts(), nothingNewer());

    Fetch.Page second = page(feed.fetch(first.next()));
    Fetch.Page third = page(feed.fetch(second.next()));

    assertThat(first.more()).isFalse();
    assertThat(second.more()).isTrue();
    assertThat(third.more()).isFalse();
    assertThat(server().requests().get(0))
        .isEqualTo("/api/v1/timelines/tag/varme?any%5B%5D=str%C3%B8m&limit=40");
    assertThat(server().requests().get(1)).endsWith("&min_id=110000000000000003");
    assertThat(server().requests().get(2)).endsWith("&min_id=110000000000000005");
  }

  @Test
  void aRestHasToBeTakenWhenTheLimitIsReached() {
    Feed feed = feed();
    server().answers(threePosts());
    Fetch.Page first = page(feed.fetch(Cursor.START));
    server().answers(twoNewerPosts().with("X-RateLimit-Remaining", "0"));

    assertThat(page(feed.fetch(first.next())).more()).isFalse();
  }

  @Test
  void sinceGoesBackPageByPageAndNoFurther() {
    Feed feed = open(server().address(), context(true), Map.of("since", "52m"), "varme");
    server().answers(twoNewerPosts(), threePosts(), nothingNewer());

    Fetch.Page page = page(feed.fetch(Cursor.START));

    assertThat(page.events())
        .extracting(event -> event.id().id())
        .containsExactly(id(3), id(4), id(5));
    assertThat(server().requests()).hasSize(2);
    assertThat(server().requests().get(1)).endsWith("&max_id=110000000000000004");
  }

  @Test
  void privateAndDirectPostsAreNeverTakenIn() {
    server().answers(json("private-and-direct-among-public"));

    Fetch.Page page = page(feed().fetch(Cursor.START));

    assertThat(mentions(page)).extracting(Mention::text).containsExactly("unlisted", "public");
    assertThat(page.skipped())
        .hasSize(2)
        .allSatisfy(s -> assertThat(s.reason()).contains("public"));
    assertThat(page.toString()).doesNotContain("only you").doesNotContain("for followers");
  }

  @Test
  void editsAndDeletesAreSeenAtTheFourthQuietPoll() {
    Feed feed = feed();
    server().answers(threePosts());
    Fetch.Page page = page(feed.fetch(Cursor.START));
    server()
        .answers(
            nothingNewer(),
            nothingNewer(),
            nothingNewer(),
            nothingNewer(),
            json("first-edited-second-gone"),
            new Canned(404, Map.of(), fixture("mastodon/error-record-not-found.json")),
            nothingNewer());
    for (int poll = 0; poll < 4; poll++) {
      assertThat(page.events()).hasSize(poll == 0 ? 3 : 0);
      page = page(feed.fetch(page.next()));
    }

    assertThat(page.events()).hasSize(2);
    assertThat(page.events().get(0))
        .isInstanceOfSatisfying(
            MentionEvent.Edited.class,
            edited -> {
              assertThat(edited.mention().text()).isEqualTo("Varmepumpa bråker ikke lenger.");
              assertThat(edited.mention().revision()).isEqualTo("2026-03-02T08:40:00.000Z");
            });
    assertThat(page.events().get(1))
        .isInstanceOfSatisfying(
            MentionEvent.Deleted.class, deleted -> assertThat(deleted.id().id()).isEqualTo(id(2)));
    assertThat(server().requests().getLast()).isEqualTo("/api/v1/statuses/110000000000000002");
  }

  @Test
  void postsTooOldForTheNewestPageAreAskedAboutInTurn() {
    Feed feed = feed();
    server().answers(posts(1, 40));
    Cursor cursor = page(feed.fetch(Cursor.START)).next();
    server()
        .answers(
            posts(41, 80),
            nothingNewer(),
            nothingNewer(),
            nothingNewer(),
            posts(41, 80),
            new Canned(404, Map.of(), fixture("mastodon/error-record-not-found.json")),
            Canned.status(500),
            Canned.status(500),
            Canned.status(500),
            Canned.status(500),
            Canned.status(500),
            Canned.status(500),
            Canned.status(500));
    Fetch.Page page = page(feed.fetch(cursor));
    assertThat(page.events()).hasSize(40);
    for (int poll = 0; poll < 3; poll++) page = page(feed.fetch(page.next()));

    assertThat(page.events())
        .singleElement()
        .isInstanceOfSatisfying(
            MentionEvent.Deleted.class, deleted -> assertThat(deleted.id().id()).isEqualTo(id(1)));
    assertThat(server().requests())
        .contains("/api/v1/statuses/110000000000000001", "/api/v1/statuses/110000000000000008")
        .doesNotContain("/api/v1/statuses/110000000000000009");
  }

  @Test
  void anEditIsToldOnce() {
    Feed feed = feed();
    server().answers(threePosts());
    Cursor cursor = page(feed.fetch(Cursor.START)).next();
    int edits = 0;
    for (int poll = 0; poll < 12; poll++) {
      boolean relook = poll % 4 == 3;
      server()
          .answers(
              nothingNewer(),
              relook ? json("first-edited-second-gone") : nothingNewer(),
              Canned.status(500));
      Fetch.Page page = page(feed.fetch(cursor));
      edits += page.events().size();
      cursor = page.next();
    }

    assertThat(edits).isEqualTo(1);
  }

  @Test
  void aThreadHasOneConversation() {
    Feed feed = feed();
    server().answers(threePosts());
    Fetch.Page first = page(feed.fetch(Cursor.START));
    server().answers(twoNewerPosts());
    Fetch.Page second = page(feed.fetch(first.next()));

    assertThat(mentions(first))
        .extracting(Mention::conversation)
        .containsExactly(id(1), id(1), id(3));
    assertThat(mentions(second)).extracting(Mention::conversation).containsExactly(id(4), id(1));
    assertThat(mentions(first).get(1).kind()).isEqualTo(MentionKind.REPLY);
  }

  @Test
  void resharesAndQuotesNameTheOriginal() {
    server().answers(json("reshare-and-quote"));

    List<Mention> mentions = mentions(page(feed().fetch(Cursor.START)));

    assertThat(mentions)
        .extracting(Mention::kind)
        .containsExactly(MentionKind.RESHARE, MentionKind.QUOTE);
    assertThat(mentions)
        .allSatisfy(m -> {
          assertThat(m.reshareOf()).isNotNull();
          assertThat(m.reshareOf().id()).isEqualTo(id(1));
        });
    assertThat(mentions.get(0).author().handle()).isEqualTo("odd@havn.example");
    assertThat(mentions.get(1).text()).isEqualTo("Godt spørsmål");
  }

  @Test
  void htmlBecomesWhatTheAuthorTyped() {
    server().answers(json("html-of-every-kind"));

    Mention mention = mentions(page(feed().fetch(Cursor.START))).getFirst();

    assertThat(mention.text())
        .isEqualTo(
            """
            Om penger

            Første linje
            andre & tredje <b>

            Les https://lyngheia.example/priser/2026/vinter?a=1&b=2 og bank.example \
            (https://evil.example/) :glad_pumpe: @odd #varme

            - en
            - to\
            """);
    assertThat(mention.language()).isEqualTo("nb");
    assertThat(mention.author().followers()).isEqualTo(120);
  }

  @Test
  void mentionsOfTheAccountAreReadWithItsToken() {
    Feed feed = open(server().address(), context(true), Map.of("notifications", "true"), "");
    server().answers(json("notifications-with-a-direct-and-a-favourite"), nothingNewer());

    Fetch.Page page = page(feed.fetch(Cursor.START));
    feed.fetch(page.next());

    assertThat(mentions(page))
        .extracting(Mention::text)
        .containsExactly("@lyngheia når kommer regningen?");
    assertThat(page.skipped()).hasSize(1);
    assertThat(page.events().getFirst())
        .isInstanceOfSatisfying(
            MentionEvent.Liked.class,
            like -> {
              assertThat(like.id().id()).endsWith("/110000000000000029");
              assertThat(like.by()).isEqualTo("solveig");
            });
    assertThat(server().requests().get(0))
        .isEqualTo("/api/v1/notifications?types%5B%5D=mention&types%5B%5D=favourite&limit=40");
    assertThat(server().requests().get(1)).endsWith("min_id=903");
    assertThat(((WireMockScript) server()).logged().getFirst().getHeader("Authorization"))
        .isEqualTo("Bearer " + TOKEN);
  }

  @Test
  void withoutATokenHashtagsAreReadAndRepliesAreByHand() {
    FeedContext noToken = new FeedContext(CLOCK, name -> Optional.empty(), true);
    server().answers(threePosts());

    Feed tags = open(server().address(), noToken, Map.of(), "varme");
    Feed mentions = open(server().address(), noToken, Map.of("notifications", "true"), "");
    Mention first = mentions(page(tags.fetch(Cursor.START))).getFirst();

    assertThat(first.replyWay())
        .isInstanceOfSatisfying(
            ReplyWay.ByHand.class, way -> assertThat(way.box()).isEqualTo(first.link()));
    assertThat(mentions.fetch(Cursor.START)).isInstanceOf(Fetch.Refused.class);
  }

  @Test
  void aTokenIsNotCarriedToAnotherHost() {
    WireMockScript other = new WireMockScript();
    try (other) {
      other.answers(threePosts());
      server().answers(Canned.status(302).with("Location", other.address() + "/there"));

      assertThat(page(feed().fetch(Cursor.START)).events()).hasSize(3);
      assertThat(other.logged().getFirst().containsHeader("Authorization")).isFalse();
    }
  }

  /** A page of posts, newest first, whose ids end in these numbers of two digits. */
  private static Canned posts(int from, int to) {
    StringJoiner page = new StringJoiner(",", "[", "]");
    for (int n = to; n >= from; n--) {
      page.add(
          """
          {"id": "1100000000000000%02d", "created_at": "2026-03-02T08:00:00.000Z",
           "visibility": "public", "content": "<p>innlegg</p>",
           "url": "https://fjord.example/@solveig/%d",
           "account": {"id": "17", "acct": "solveig", "display_name": "Solveig Tangen"}}
          """
              .formatted(n, n));
    }
    return Canned.ok("application/json", Body.of(page.toString()));
  }

  private static String id(int n) {
    return "127.0.0.1/11000000000000000" + n;
  }
}
