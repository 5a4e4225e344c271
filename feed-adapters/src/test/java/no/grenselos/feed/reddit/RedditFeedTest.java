package no.grenselos.feed.reddit;

import static no.grenselos.feed.reddit.RedditJson.answer;
import static no.grenselos.feed.reddit.RedditJson.comment;
import static no.grenselos.feed.reddit.RedditJson.inInbox;
import static no.grenselos.feed.reddit.RedditJson.listing;
import static no.grenselos.feed.reddit.RedditJson.listingBefore;
import static no.grenselos.feed.reddit.RedditJson.post;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.grenselos.config.Secret;
import no.grenselos.feed.Cursor;
import no.grenselos.feed.Feed;
import no.grenselos.feed.FeedContext;
import no.grenselos.feed.Fetch;
import no.grenselos.feed.ScriptedServer.Canned;
import no.grenselos.feed.http.HandClock;
import no.grenselos.feed.http.HttpFeedContract;
import no.grenselos.feed.http.WireMockScript;
import no.grenselos.mention.Mention;
import no.grenselos.mention.MentionEvent;
import no.grenselos.mention.MentionKind;
import no.grenselos.mention.ReplyWay;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RedditFeedTest extends HttpFeedContract {
  private static final String AGENT = "linux:example.lyngheia:v1 (by /u/lyngheia)";
  private final WireMockScript auth = new WireMockScript();

  RedditFeedTest() {
    auth.answers(answer("{\"access_token\":\"" + TOKEN + "\",\"expires_in\":3600}"));
  }

  @AfterEach
  void stopAuth() {
    auth.close();
  }

  @Override
  protected Feed open(URI server, FeedContext context, Duration timeout) {
    return open(server, context, Map.of("timeout", seconds(timeout), "search", "varmepumpe"));
  }

  private Feed open(URI server, FeedContext context, Map<String, String> more) {
    Map<String, String> entry = new LinkedHashMap<>(more);
    entry.put("api", server.toString());
    entry.put("auth", auth.address().toString());
    entry.put("client-id", "abc");
    entry.put("user-agent", AGENT);
    entry.put("account", "u/lyngheia");
    return opened(new RedditFeedProvider(), "reddit", context, entry).feeds().getFirst();
  }

  @Override
  protected Canned threePosts() {
    return answer(listing(post(3, ""), post(2, ""), post(1, "")));
  }

  @Override
  protected Canned twoNewerPosts() {
    return answer(listing(post(5, ""), post(4, ""), post(3, ""), post(2, ""), post(1, "")));
  }

  @Override
  protected Canned nothingNewer() {
    return threePosts();
  }

  @Override
  protected Canned oneBadAmongThree() {
    return answer(listing(post(3, ""), post(2, ",\"created_utc\":null"), post(1, "")));
  }

  @Override
  protected Canned limitedUntil(Instant reset) {
    long seconds = Math.max(0, Duration.between(NOW, reset).toSeconds());
    return Canned.status(429)
        .with("X-Ratelimit-Remaining", "0.0")
        .with("X-Ratelimit-Reset", String.valueOf(seconds));
  }

  @Test
  void theTokenIsAskedForOnceAndTheCallerNamesItself() {
    server().answers(threePosts());
    Feed feed = feed();

    feed.fetch(page(feed.fetch(Cursor.START)).next());

    assertThat(auth.logged()).hasSize(1);
    assertThat(auth.logged().getFirst().getUrl()).isEqualTo("/api/v1/access_token");
    assertThat(auth.logged().getFirst().getHeader("Authorization")).startsWith("Basic ");
    assertThat(auth.logged().getFirst().getBodyAsString())
        .contains("grant_type=refresh_token")
        .contains("refresh_token=" + TOKEN);
    assertThat(((WireMockScript) server()).logged())
        .hasSize(2)
        .allSatisfy(request -> {
          assertThat(request.getHeader("User-Agent")).isEqualTo(AGENT);
          assertThat(request.getHeader("Authorization")).isEqualTo("Bearer " + TOKEN);
        });
  }

  @Test
  void aTokenThatEndedEarlyIsReplacedOnce() {
    server().answers(Canned.status(401), threePosts());

    assertThat(page(feed().fetch(Cursor.START)).events()).hasSize(3);
    assertThat(auth.requests()).hasSize(2);
  }

  @Test
  void anAppThatRedditDoesNotKnowIsRefusedAndTroubleWithTokensWaitsOrFails() {
    auth.answers(Canned.status(401));
    assertThat(feed().fetch(Cursor.START)).isInstanceOf(Fetch.Refused.class);
    auth.answers(answer("{\"error\":\"invalid_grant\"}"));
    assertThat(feed().fetch(Cursor.START))
        .isInstanceOfSatisfying(
            Fetch.Refused.class,
            refused -> assertThat(refused.whatToDo()).contains("REDDIT_REFRESH_TOKEN"));
    auth.answers(Canned.status(429).with("Retry-After", "7"));
    assertThat(feed().fetch(Cursor.START)).isInstanceOf(Fetch.Wait.class);
    auth.answers(answer("<html>"));
    assertThat(feed().fetch(Cursor.START)).isInstanceOf(Fetch.Failed.class);
    assertThat(server().requests()).isEmpty();
  }

  @Test
  void anOutageIsFilledPageByPageBackToWhatIsKnown() {
    Feed feed = feed();
    server().answers(threePosts());
    Cursor cursor = page(feed.fetch(Cursor.START)).next();
    server()
        .answers(
            answer(listingBefore("\"t3_aa7\"", post(8, ""), post(7, ""))),
            answer(listingBefore("\"t3_aa5\"", post(6, ""), post(5, ""))),
            answer(listingBefore("\"t3_aa3\"", post(4, ""), post(3, ""))));

    Fetch.Page page = page(feed.fetch(cursor));

    assertThat(page.events())
        .extracting(event -> event.id().id())
        .containsExactly("t3_aa4", "t3_aa5", "t3_aa6", "t3_aa7", "t3_aa8");
    assertThat(page.skipped()).isEmpty();
    assertThat(server().requests()).hasSize(4);
    assertThat(server().requests().get(0))
        .startsWith("/search?raw_json=1&q=varmepumpe&restrict_sr=false&sort=new");
    assertThat(server().requests().getLast()).endsWith("&after=t3_aa5");
  }

  @Test
  void aLimitOrAFailureBetweenTwoPagesLosesNothing() {
    Feed feed = feed();
    server().answers(threePosts());
    Cursor cursor = page(feed.fetch(Cursor.START)).next();
    Canned newest = answer(listingBefore("\"t3_aa5\"", post(6, ""), post(5, "")));
    Canned rest = answer(listingBefore("\"t3_aa3\"", post(4, ""), post(3, "")));

    server().answers(newest, Canned.status(500));
    assertThat(feed.fetch(cursor)).isInstanceOf(Fetch.Failed.class);
    server()
        .answers(
            newest.with("X-Ratelimit-Remaining", "0.0").with("X-Ratelimit-Reset", "200"), rest);
    Fetch stopped = feed.fetch(cursor);
    server().answers(newest, rest);

    assertThat(stopped).isEqualTo(new Fetch.Wait(Duration.ofSeconds(200), "the limit is used up"));
    assertThat(feed.fetch(cursor)).as("asks before the reset").isEqualTo(stopped);
    assertThat(page(feed().fetch(cursor)).events()).hasSize(3);
  }

  @Test
  void aGapBeyondWhatRedditListsIsSaid() {
    Feed feed = feed();
    server().answers(threePosts());
    Cursor cursor = page(feed.fetch(Cursor.START)).next();
    server().answers(answer(listingBefore("\"t3_aa8\"", post(9, ""), post(8, ""))));

    Fetch.Page page = page(feed.fetch(cursor));

    assertThat(server().requests()).hasSize(11);
    assertThat(page.skipped())
        .singleElement()
        .satisfies(gap -> assertThat(gap.item()).contains("2026"));
  }

  @Test
  void aListThatRedditCutsOffBeforeWhatIsKnownIsAGapToo() {
    Feed feed = feed();
    server().answers(threePosts());
    Cursor cursor = page(feed.fetch(Cursor.START)).next();
    server()
        .answers(
            answer(listingBefore("\"t3_aa8\"", post(9, ""), post(8, ""))),
            answer(listing(post(7, ""), post(6, ""))));

    Fetch.Page page = page(feed.fetch(cursor));

    assertThat(page.events()).hasSize(4);
    assertThat(page.skipped())
        .singleElement()
        .satisfies(gap -> assertThat(gap.item()).matches("2026-\\S+Z to 2026-\\S+Z"));
  }

  @Test
  void theLastSeenPostMayBeRemovedAndALateOneIsStillFound() {
    Feed feed = feed();
    server().answers(answer(listing(post(5, ""), post(3, ""), post(1, ""))));
    Cursor cursor = page(feed.fetch(Cursor.START)).next();
    server().answers(answer(listing(post(6, ""), post(3, ""), post(2, ""), post(1, ""))));

    assertThat(page(feed.fetch(cursor)).events())
        .extracting(event -> event.id().id())
        .containsExactly("t3_aa2", "t3_aa6");
  }

  @Test
  void aPostShownLateWhileNobodyLookedIsFoundBehindWhatIsOldByNow() {
    HandClock clock = new HandClock();
    clock.forward(Duration.ofMinutes(-56));
    FeedContext context = new FeedContext(clock, name -> Optional.of(new Secret(TOKEN)), true);
    Feed feed = open(server().address(), context, Map.of("search", "x"));
    server().answers(answer(listing(post(3, ""), post(1, ""))));
    Cursor cursor = page(feed.fetch(Cursor.START)).next();
    clock.forward(Duration.ofMinutes(40));
    server()
        .answers(
            answer(listingBefore("\"t3_aa3\"", post(5, ""), post(3, ""))),
            answer(listing(post(2, ""), post(1, ""))));

    assertThat(page(feed.fetch(cursor)).events())
        .extracting(event -> event.id().id())
        .containsExactly("t3_aa2", "t3_aa5");
  }

  @Test
  void sinceGoesBackAndNoFurther() {
    Feed feed = open(server().address(), context(true), Map.of("search", "x", "since", "58m"));
    server()
        .answers(
            answer(listingBefore("\"t3_aa4\"", post(5, ""), post(4, ""))),
            answer(listingBefore("\"t3_aa1\"", post(3, ""), post(1, ""))));

    assertThat(page(feed.fetch(Cursor.START)).events())
        .extracting(event -> event.id().id())
        .containsExactly("t3_aa3", "t3_aa4", "t3_aa5");
    assertThat(server().requests()).hasSize(2);
  }

  @Test
  void editsAndRemovalsAreSeenOnThePage() {
    Feed feed = feed();
    server().answers(threePosts());
    Cursor cursor = page(feed.fetch(Cursor.START)).next();
    server()
        .answers(
            answer(
                listing(
                    post(3, ",\"author\":\"[deleted]\",\"selftext\":\"[deleted]\""),
                    post(2, ",\"removed_by_category\":\"moderator\",\"selftext\":\"[removed]\""),
                    post(1, ",\"edited\":1772439000.0"))));

    Fetch.Page page = page(feed.fetch(cursor));
    Fetch.Page again = page(feed.fetch(page.next()));

    assertThat(page.events())
        .extracting(MentionEvent::key)
        .containsExactly(
            "reddit:t3_aa1#1772439000", "reddit:t3_aa2#deleted", "reddit:t3_aa3#deleted");
    assertThat(page.events().getFirst()).isInstanceOf(MentionEvent.Edited.class);
    assertThat(again.events()).isEmpty();
  }

  @Test
  void aPostHeldBackByAFilterComesWhenAModeratorLetsItThrough() {
    Feed feed = feed();
    String held = ",\"removed_by_category\":\"automod_filtered\",\"selftext\":\"[removed]\"";
    server().answers(answer(listing(post(2, held), post(1, ""))));
    Fetch.Page first = page(feed.fetch(Cursor.START));
    server().answers(threePosts());

    Fetch.Page second = page(feed.fetch(first.next()));

    assertThat(mentions(first)).hasSize(1);
    assertThat(mentions(second)).extracting(mention -> mention.id().id()).contains("t3_aa2");
  }

  @Test
  void everyFourthPollAsksAboutTheLatestThings() {
    Feed feed = open(server().address(), context(true), Map.of("mentions", "true"));
    server().answers(answer(listing(inInbox(3), inInbox(2), inInbox(1))));
    Fetch.Page page = page(feed.fetch(Cursor.START));
    Canned info =
        answer(listing(comment(1, "t3_aa1", ",\"edited\":1772439000.0"), comment(3, "t3_aa1", "")));
    int edits = 0;
    int deletes = 0;
    for (int poll = 1; poll <= 12; poll++) {
      server().answers(answer(listing(inInbox(3), inInbox(1))), info);
      page = page(feed.fetch(page.next()));
      if (poll < 4) assertThat(page.events()).isEmpty();
      for (MentionEvent event : page.events()) {
        if (event instanceof MentionEvent.Edited) edits++;
        if (event instanceof MentionEvent.Deleted) deletes++;
        if (event instanceof MentionEvent.Deleted) assertThat(poll).isEqualTo(8);
      }
    }

    assertThat(edits).isEqualTo(1);
    assertThat(deletes).as("left out twice is gone, once is not").isEqualTo(1);
    assertThat(server().requests()).contains("/api/info?raw_json=1&id=t1_bb1%2Ct1_bb2%2Ct1_bb3");
  }

  @Test
  void mentionsAreReadAsOurAccountWithTheirThread() {
    Feed feed = open(server().address(), context(true), Map.of("mentions", "true"));
    server().answers(answer(listing(inInbox(1))));

    Mention mention = mentions(page(feed.fetch(Cursor.START))).getFirst();

    assertThat(server().requests().getFirst()).isEqualTo("/message/mentions?raw_json=1&limit=100");
    assertThat(mention.conversation()).isEqualTo("t3_aa1");
    assertThat(mention.inReplyTo()).hasToString("reddit:t1_bb0");
    assertThat(mention.link())
        .hasToString("https://www.reddit.com/r/norge/comments/aa1/varmepumpa_braker/bb1/");
    assertThat(mention.replyWay()).isEqualTo(new ReplyWay.Api());
  }

  @Test
  void withoutTheAccountsTokenSearchIsReadAndRepliesAreByHand() {
    FeedContext app =
        new FeedContext(
            CLOCK,
            name ->
                name.equals("REDDIT_REFRESH_TOKEN")
                    ? Optional.empty()
                    : Optional.of(new Secret(TOKEN)),
            true);
    server().answers(threePosts());

    Feed search = open(server().address(), app, Map.of("search", "x", "subreddits", "r/norge"));
    Feed inbox = open(server().address(), app, Map.of("mentions", "true"));
    Mention first = mentions(page(search.fetch(Cursor.START))).getFirst();

    assertThat(server().requests().getFirst())
        .startsWith("/r/norge/search?raw_json=1&q=x&restrict_sr=true");
    assertThat(auth.logged().getFirst().getBodyAsString())
        .isEqualTo("grant_type=client_credentials");
    assertThat(first.replyWay())
        .isInstanceOfSatisfying(
            ReplyWay.ByHand.class, way -> assertThat(way.box()).isEqualTo(first.link()));
    assertThat(inbox.fetch(Cursor.START)).isInstanceOf(Fetch.Refused.class);
  }

  @Test
  void postsCommentsAndCrosspostsAreWhatTheyAre() {
    Map<String, String> read = Map.of("comments", "true", "subreddits", "norge");
    Feed feed = open(server().address(), context(true), read);
    String original = ",\"crosspost_parent\":\"t3_zz9\",\"crosspost_parent_list\":[{\"title\":\"";
    server()
        .answers(
            answer(
                listing(
                    post(5, original + "Andre ord\"}]"),
                    post(4, original + "Varmepumpa bråker\"}]"),
                    post(
                        3, ",\"is_self\":false,\"url\":\"https://havn.example/x\",\"locked\":true"),
                    comment(2, "t1_bb1", ""),
                    post(1, ""))));

    List<Mention> mentions = mentions(page(feed.fetch(Cursor.START)));

    assertThat(server().requests().getFirst()).startsWith("/r/norge/comments?");
    assertThat(mentions)
        .extracting(Mention::kind)
        .containsExactly(
            MentionKind.POST,
            MentionKind.REPLY,
            MentionKind.POST,
            MentionKind.RESHARE,
            MentionKind.QUOTE);
    assertThat(mentions.get(0).text()).isEqualTo("Varmepumpa bråker\n\nEr det vanlig nr 1?");
    assertThat(mentions.get(0).author().handle()).isEqualTo("solveig_1");
    assertThat(mentions.get(1).text()).isEqualTo("Ja, nr 2 & flere");
    assertThat(mentions.get(1).conversation()).isEqualTo("t3_aa1");
    assertThat(mentions.get(1).link()).hasToString("https://www.reddit.com/comments/aa1/_/bb2/");
    assertThat(mentions.get(2).text()).endsWith("\n\nhttps://havn.example/x");
    assertThat(mentions.get(2).replyWay()).isInstanceOf(ReplyWay.ByHand.class);
    assertThat(mentions.get(3).reshareOf()).hasToString("reddit:t3_zz9");
  }
}
