package no.grenselos.feed.bluesky;

import static no.grenselos.feed.bluesky.XrpcScript.error;
import static no.grenselos.feed.bluesky.XrpcScript.session;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.grenselos.feed.Cursor;
import no.grenselos.feed.Feed;
import no.grenselos.feed.FeedContext;
import no.grenselos.feed.Fetch;
import no.grenselos.feed.ScriptedServer;
import no.grenselos.feed.ScriptedServer.Canned;
import no.grenselos.feed.Source;
import no.grenselos.feed.http.FixtureFeedContract;
import no.grenselos.mention.Mention;
import no.grenselos.mention.MentionEvent;
import no.grenselos.mention.MentionKind;
import no.grenselos.mention.ReplyWay;
import org.junit.jupiter.api.Test;

class BlueskyFeedTest extends FixtureFeedContract {
  private static final Map<String, String> SEARCH = Map.of("search", "varmepumpe #kulde");

  BlueskyFeedTest() {
    super("bluesky");
  }

  @Override
  protected Feed open(URI server, FeedContext context, Duration timeout) {
    Map<String, String> settings = new LinkedHashMap<>(SEARCH);
    settings.put("timeout", seconds(timeout));
    return source(server, context, settings).feeds().getFirst();
  }

  static Source source(URI server, FeedContext context, Map<String, String> more) {
    Map<String, String> entry = new LinkedHashMap<>(more);
    entry.put("service", server.toString());
    entry.put("handle", "@lyngheia.example");
    return opened(new BlueskyFeedProvider(), "bs", context, entry);
  }

  private Feed feed(Map<String, String> settings) {
    return source(server().address(), context(true), settings).feeds().getFirst();
  }

  @Override
  protected ScriptedServer startServer() {
    return new XrpcScript();
  }

  private XrpcScript script() {
    return (XrpcScript) server();
  }

  @Override
  protected Canned oneBadAmongThree() {
    return json("one-without-record-among-three");
  }

  @Override
  protected Canned limitedUntil(Instant reset) {
    return Canned.status(429)
        .with("RateLimit-Limit", "3000")
        .with("RateLimit-Remaining", "0")
        .with("RateLimit-Reset", String.valueOf(reset.getEpochSecond()));
  }

  @Test
  void oneSessionServesAllFeedsAndAllLooks() {
    server().answers(threePosts());
    Source source =
        source(
            server().address(),
            context(true),
            Map.of("search", "varmepumpe", "notifications", "true"));

    source.feeds().forEach(feed -> feed.fetch(Cursor.START));
    source.feeds().forEach(feed -> feed.fetch(Cursor.START));

    assertThat(source.feeds())
        .extracting(Feed::name)
        .containsExactly("bs#varmepumpe", "bs@mentions");
    List<LoggedRequest> opened = script().asked("createSession");
    assertThat(opened).hasSize(1);
    assertThat(opened.getFirst().getBodyAsString())
        .contains("\"identifier\":\"lyngheia.example\"", "\"password\":\"" + TOKEN + "\"");
    assertThat(script().asked("searchPosts"))
        .allSatisfy(
            asked -> assertThat(asked.getHeader("Authorization")).isEqualTo("Bearer access-1"));
  }

  @Test
  void anExpiredSessionIsRefreshedAndTheQuestionAskedAgain() {
    Feed feed = feed();
    server().answers(threePosts());
    Cursor cursor = page(feed.fetch(Cursor.START)).next();
    script().always("/xrpc/com.atproto.server.refreshSession", session("access-2", "refresh-2"));
    server().answers(error(400, "ExpiredToken"), twoNewerPosts());

    assertThat(mentions(page(feed.fetch(cursor)))).hasSize(2);

    assertThat(script().asked("createSession")).hasSize(1);
    LoggedRequest refresh = script().asked("refreshSession").getFirst();
    assertThat(refresh.getHeader("Authorization")).isEqualTo("Bearer refresh-1");
    assertThat(refresh.getBodyAsString()).isEmpty();
    assertThat(script().asked("searchPosts").getLast().getHeader("Authorization"))
        .isEqualTo("Bearer access-2");
  }

  @Test
  void aWrongPasswordIsTriedOnceNotAtEveryPoll() {
    script().always("/xrpc/com.atproto.server.*", error(401, "AuthenticationRequired"));
    server().answers(threePosts());
    Feed feed = feed();

    Fetch first = feed.fetch(Cursor.START);
    Fetch second = feed.fetch(Cursor.START);

    assertThat(first)
        .isInstanceOfSatisfying(
            Fetch.Refused.class,
            refused -> assertThat(refused.whatToDo()).contains("BLUESKY_APP_PASSWORD"));
    assertThat(second).isEqualTo(first);
    assertThat(server().requests()).hasSize(1);
  }

  @Test
  void withoutAPasswordNothingIsAsked() {
    FeedContext bare = new FeedContext(CLOCK, name -> Optional.empty(), true);
    Source source = source(server().address(), bare, SEARCH);

    assertThat(source.feeds().getFirst().fetch(Cursor.START)).isInstanceOf(Fetch.Refused.class);
    assertThat(source.publisher()).isEmpty();
    assertThat(server().requests()).isEmpty();
  }

  @Test
  void aSearchAsksForNewestFirstAndForTagsByName() {
    server().answers(threePosts());

    feed().fetch(Cursor.START);

    assertThat(server().requests().getLast())
        .contains("/xrpc/app.bsky.feed.searchPosts?q=varmepumpe%20%23kulde")
        .contains("sort=latest", "limit=100", "tag=kulde")
        .doesNotContain("since=", "until=");
  }

  @Test
  void theWalkGoesBackPageByPageUntilKnownGround() {
    Feed feed = feed();
    server().answers(threePosts());
    Cursor cursor = page(feed.fetch(Cursor.START)).next();
    server().answers(json("paging-first"), json("paging-second"), json("paging-third"));

    Fetch.Page page = page(feed.fetch(cursor));

    assertThat(mentions(page))
        .extracting(Mention::text)
        .containsExactly("fire", "fem", "seks", "sju", "åtte", "ni");
    assertThat(page.more()).isFalse();
    List<String> asked = script().asked("searchPosts").stream().map(LoggedRequest::getUrl).toList();
    assertThat(asked).hasSize(4);
    assertThat(asked.get(1)).contains("since=2026-03-02T07%3A53%3A00Z").doesNotContain("until=");
    assertThat(asked.get(2)).contains("until=2026-03-02T08%3A08%3A00.001Z");
    assertThat(asked.get(3)).contains("until=2026-03-02T08%3A06%3A00.001Z");
  }

  @Test
  void aWalkBrokenOffGoesOnWhereItWas() {
    server().answers(threePosts());
    Cursor cursor = page(feed().fetch(Cursor.START)).next();
    server().answers(json("paging-first"), Canned.status(500));
    Fetch.Page broken = page(feed().fetch(cursor));
    server().answers(json("paging-second"), json("paging-third"));

    Fetch.Page rest = page(feed().fetch(broken.next()));

    assertThat(broken.more()).isTrue();
    assertThat(mentions(broken)).extracting(Mention::text).containsExactly("åtte", "ni");
    assertThat(mentions(rest))
        .extracting(Mention::text)
        .containsExactly("fire", "fem", "seks", "sju");
    assertThat(rest.more()).isFalse();
    server().answers(nothingNewer());
    feed().fetch(rest.next());
    assertThat(server().requests().getLast()).contains("since=2026-03-02T07%3A59%3A00Z");
  }

  @Test
  void aServerThatIgnoresWhereWeAreDoesNotHoldUsForEver() {
    server().answers(threePosts());
    Cursor cursor = page(feed().fetch(Cursor.START)).next();
    server().answers(json("paging-first"));

    Fetch.Page page = page(feed().fetch(cursor));

    assertThat(page.more()).isFalse();
    assertThat(mentions(page)).hasSize(2);
  }

  @Test
  void theSecondLookFindsWhatWasRewrittenAndWhatIsGone() {
    Feed feed = feed();
    server().answers(threePosts());
    Fetch.Page page = page(feed.fetch(Cursor.START));
    List<Mention> first = mentions(page);
    server().answers(nothingNewer());
    page = page(feed.fetch(page.next()));
    page = page(feed.fetch(page.next()));
    server()
        .answers(nothingNewer(), json("first-rewritten-second-gone"), json("second-still-gone"));

    page = page(feed.fetch(page.next()));

    assertThat(page.events()).hasSize(2);
    assertThat(page.events().getFirst())
        .isInstanceOfSatisfying(
            MentionEvent.Edited.class,
            edited -> {
              assertThat(edited.id()).isEqualTo(first.get(0).id());
              assertThat(edited.mention().revision()).isEqualTo("bafyreiothercontent99");
              assertThat(edited.mention().text()).isEqualTo("Varmepumpa bråker ikke");
            });
    assertThat(page.events().getLast()).isEqualTo(new MentionEvent.Deleted(first.get(1).id(), NOW));
    assertThat(script().asked("getPosts").getLast().getUrl())
        .endsWith("getPosts?uris=at%3A%2F%2Fdid%3Aplc%3Akari%2Fapp.bsky.feed.post%2F3post2");
    server().answers(threePosts());
    assertThat(page(feed.fetch(page.next())).events()).as("the gone stay gone").hasSize(1);
  }

  @Test
  void aPostMissingOnlyOnceIsNotGone() {
    Feed feed = feed();
    server().answers(threePosts());
    Fetch.Page page = page(feed.fetch(Cursor.START));
    server().answers(nothingNewer());
    page = page(feed.fetch(page.next()));
    page = page(feed.fetch(page.next()));
    server().answers(nothingNewer(), nothingNewer(), threePosts());

    assertThat(page(feed.fetch(page.next())).events()).isEmpty();
  }

  @Test
  void repliesAndQuotesKnowTheirThread() {
    server().answers(json("replies-and-quotes"));

    List<Mention> mentions = mentions(page(feed().fetch(Cursor.START)));

    assertThat(mentions)
        .extracting(Mention::kind)
        .containsExactly(
            MentionKind.REPLY,
            MentionKind.QUOTE,
            MentionKind.QUOTE,
            MentionKind.POST,
            MentionKind.POST);
    Mention reply = mentions.getFirst();
    assertThat(reply.conversation()).isEqualTo("at://did:plc:kari/app.bsky.feed.post/3post1");
    assertThat(reply.inReplyTo())
        .hasToString("bluesky:at://did:plc:per/app.bsky.feed.post/3post10");
    assertThat(reply.link()).hasToString("https://bsky.app/profile/odd.fjord.example/post/3post11");
    assertThat(reply.replyWay()).isInstanceOf(ReplyWay.Api.class);
    assertThat(mentions.get(1).reshareOf())
        .hasToString("bluesky:at://did:plc:kari/app.bsky.feed.post/3post1");
    assertThat(mentions.get(2).reshareOf())
        .hasToString("bluesky:at://did:plc:kari/app.bsky.feed.post/3post2");
    assertThat(mentions.get(3).replyWay()).isInstanceOf(ReplyWay.ByHand.class);
    Mention nameless = mentions.get(4);
    assertThat(nameless.author().handle()).isEqualTo("did:plc:ola");
    assertThat(nameless.publishedAt()).isEqualTo(Instant.parse("2026-03-02T08:15:00Z"));
  }

  @Test
  void linksAreShownWholeAndLettersStayWhole() {
    server().answers(json("links-of-every-kind"));

    assertThat(mentions(page(feed().fetch(Cursor.START))))
        .extracting(Mention::text)
        .containsExactly(
            "Blåbærsyltetøy 🫐 på https://lyngheia.example/oppskrifter/2026 og les her 👉"
                + " nettsida (https://fjord.example/side?a=1)",
            "Les dette\nhttps://fjord.example/sak");
  }

  @Test
  void whatIsSaidToTheAccountAndWhoLikesItComes() {
    Feed feed = feed(Map.of("notifications", "true"));
    server().answers(json("notifications"), nothingNewer());

    Fetch.Page page = page(feed.fetch(Cursor.START));

    assertThat(page.skipped()).isEmpty();
    assertThat(page.events())
        .extracting(event -> event.getClass().getSimpleName())
        .containsExactly("Posted", "Liked", "Posted");
    assertThat(page.events().get(1))
        .isEqualTo(
            new MentionEvent.Liked(
                AtUri.parse("at://did:plc:lyngheia/app.bsky.feed.post/3ours")
                    .orElseThrow()
                    .mentionId(),
                "odd.fjord.example",
                Instant.parse("2026-03-02T08:05:00Z")));
    assertThat(server().requests().getLast())
        .contains("reasons=mention&reasons=reply&reasons=quote&reasons=like");
    assertThat(page.more()).isFalse();
  }

  @Test
  void theAllowanceOfTheNetworkIsKept() {
    Feed feed = feed();
    server().answers(threePosts().with("RateLimit-Remaining", "2990"));

    feed.fetch(Cursor.START);

    assertThat(feed.allowance())
        .hasValueSatisfying(left -> assertThat(left.left()).isEqualTo(2990));
  }
}
