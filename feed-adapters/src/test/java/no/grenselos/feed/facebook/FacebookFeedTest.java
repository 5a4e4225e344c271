package no.grenselos.feed.facebook;

import static no.grenselos.feed.facebook.GraphJson.NONE;
import static no.grenselos.feed.facebook.GraphJson.answer;
import static no.grenselos.feed.facebook.GraphJson.batch;
import static no.grenselos.feed.facebook.GraphJson.error;
import static no.grenselos.feed.facebook.GraphJson.list;
import static no.grenselos.feed.facebook.GraphJson.post;
import static no.grenselos.feed.facebook.GraphJson.posts;
import static no.grenselos.feed.facebook.GraphJson.said;
import static no.grenselos.feed.facebook.GraphJson.withComments;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.grenselos.config.Secret;
import no.grenselos.feed.Allowance;
import no.grenselos.feed.Cursor;
import no.grenselos.feed.Feed;
import no.grenselos.feed.FeedContext;
import no.grenselos.feed.Fetch;
import no.grenselos.feed.Inlet.Told;
import no.grenselos.feed.ScriptedServer.Canned;
import no.grenselos.feed.Source;
import no.grenselos.feed.http.FixtureFeedContract;
import no.grenselos.feed.http.HandClock;
import no.grenselos.mention.Author;
import no.grenselos.mention.Mention;
import no.grenselos.mention.MentionEvent;
import no.grenselos.mention.MentionKind;
import no.grenselos.mention.ReplyWay;
import org.junit.jupiter.api.Test;

class FacebookFeedTest extends FixtureFeedContract {
  FacebookFeedTest() {
    super("facebook");
  }

  @Override
  protected Feed open(URI server, FeedContext context, Duration timeout) {
    return source(server, context, timeout).feeds().getFirst();
  }

  private static Source source(URI server, FeedContext context, Duration timeout) {
    Map<String, String> entry =
        Map.of("page", "500", "api", server.toString(), "timeout", seconds(timeout));
    return opened(new FacebookFeedProvider(), "fb", context, entry);
  }

  /** Meta's own limits say how long in an answer that went well; a gateway's may say so here. */
  @Override
  protected Canned limitedUntil(Instant reset) {
    return Canned.status(429).with("X-RateLimit-Reset", String.valueOf(reset.getEpochSecond()));
  }

  @Test
  void aReplyIsReadWithItsWordsItsAuthorAndItsPlace() {
    server().answers(threePosts(), nothingNewer());

    Mention reply = mentions(page(feed().fetch(Cursor.START))).get(1);

    assertThat(reply.id()).hasToString("facebook:12_35");
    assertThat(reply.conversation()).isEqualTo("500_12");
    assertThat(reply.inReplyTo()).hasToString("facebook:12_34");
    assertThat(reply.kind()).isEqualTo(MentionKind.REPLY);
    assertThat(reply.author()).isEqualTo(new Author("79", "Ola Ås", null, 0));
    assertThat(reply.link().toString()).endsWith("/posts/12?comment_id=34&reply_comment_id=35");
    assertThat(reply.replyWay()).isEqualTo(new ReplyWay.Api());
  }

  @Test
  void everyCallCarriesTheTokenAndTheProof() {
    server().answers(threePosts(), nothingNewer());

    feed().fetch(Cursor.START);

    assertThat(server().requests()).hasSize(2);
    assertThat(server().requests().getFirst())
        .startsWith("/v27.0/500/feed?fields=id%2Cmessage%2Cfrom%2C");
    assertThat(server().requests().getLast()).startsWith("/v27.0/500/tagged?");
    assertThat(server().requests())
        .allSatisfy(asked ->
            assertThat(asked)
                .contains("access_token=" + TOKEN)
                .containsPattern("appsecret_proof=[0-9a-f]{64}"));
  }

  @Test
  void aPostElsewhereThatTagsThePageIsAnsweredByHand() {
    server().answers(NONE, posts(post("88_9", 5, "Takk, Lyngheia Kraft")));

    Mention tagged = mentions(page(feed().fetch(Cursor.START))).getFirst();

    assertThat(tagged.link()).hasToString("https://www.facebook.com/88_9");
    assertThat(tagged.replyWay())
        .isInstanceOfSatisfying(
            ReplyWay.ByHand.class, way -> assertThat(way.reason()).contains("its own posts"));
  }

  @Test
  void theWebhookAndTheListNameTheSameStateAlike() {
    Feed feed = feed();
    server().answers(posts(post("500_13", 5, "Strømmen er borte")), NONE);
    Fetch.Page first = page(feed.fetch(Cursor.START));
    server().answers(posts(post("500_13", 5, "Nå er den her")), NONE);
    Fetch.Page second = page(feed.fetch(first.next()));

    assertThat(keys(first)).isEqualTo(keys(told("add", "Strømmen er borte")));
    assertThat(keys(second)).isEqualTo(keys(told("edited", "Nå er den her")));
    assertThat(second.events()).hasOnlyElementsOfType(MentionEvent.Edited.class);
    assertThat(page(feed.fetch(second.next())).events()).isEmpty();
  }

  private Fetch.Page told(String verb, String words) {
    return told(
        source(server().address(), context(true), Duration.ofSeconds(20)),
        "\"item\":\"status\",\"verb\":\"%s\",\"post_id\":\"500_13\",\"created_time\":1772438700,"
                .formatted(verb)
            + "\"from\":{\"id\":\"77\",\"name\":\"Kari Nes\"},\"message\":\"%s\"".formatted(words));
  }

  private static Fetch.Page told(Source source, String value) {
    return told(source, "feed", value);
  }

  private static Fetch.Page told(Source source, String field, String value) {
    String body = GraphJson.webhook("page", field, value);
    Told told = source.inlet().orElseThrow().receive(GraphJson.signed(body, TOKEN));
    return ((Told.Posts) told).page();
  }

  @Test
  void whatTheWebhookToldByHalfIsAskedForAtTheNextLook() {
    Source source = source(server().address(), context(true), Duration.ofSeconds(20));
    Fetch.Page half =
        told(
            source,
            "\"item\":\"comment\",\"verb\":\"add\",\"comment_id\":\"12_34\",\"post_id\":\"500_12\","
                + "\"created_time\":1772438700,\"message\":\"Hei\",\"from\":null");
    server().answers(NONE, NONE, batch(said("12_34", 5, "Hei", "78")));
    Feed feed = source.feeds().getFirst();

    Fetch.Page whole = page(feed.fetch(Cursor.START));

    assertThat(mentions(half).getFirst().author()).isEqualTo(Author.UNKNOWN);
    assertThat(mentions(whole)).extracting(mention -> mention.author().handle()).containsOnly("78");
    assertThat(mentions(whole).getFirst().conversation()).isEqualTo("500_12");
    assertThat(keys(whole)).doesNotContainAnyElementsOf(keys(half));
    server().answers(NONE);
    assertThat(page(feed.fetch(whole.next())).events()).isEmpty();
    assertThat(server().requests()).filteredOn("/v27.0/"::equals).hasSize(1);
  }

  @Test
  void aHalfToldCommentElsewhereStaysWhereTheWebhookSaidItStands() {
    Source source = source(server().address(), context(true), Duration.ofSeconds(20));
    String value =
        "\"item\":\"comment\",\"verb\":\"add\",\"comment_id\":\"9_34\",\"post_id\":\"88_9\","
            + "\"created_time\":1772438700,\"message\":\"Spør dem\"";
    told(source, "mention", value);
    server().answers(NONE, NONE, batch(said("9_34", 5, "Spør dem", "78")));

    Mention whole = mentions(page(source.feeds().getFirst().fetch(Cursor.START))).getFirst();

    assertThat(whole.conversation()).isEqualTo("88_9");
    assertThat(whole.author().handle()).isEqualTo("78");
    assertThat(whole.replyWay()).isInstanceOf(ReplyWay.ByHand.class);
  }

  @Test
  void aHalfToldPostThatCannotBeAskedForNowIsAskedForLater() {
    Source source = source(server().address(), context(true), Duration.ofSeconds(20));
    told(source, "\"item\":\"photo\",\"verb\":\"add\",\"post_id\":\"500_9\",\"created_time\":1");
    Feed feed = source.feeds().getFirst();
    server().answers(NONE, NONE, Canned.status(500));
    Fetch.Page page = page(feed.fetch(Cursor.START));
    assertThat(page.events()).isEmpty();
    server().answers(NONE, NONE, batch(post("500_9", 5, "")));

    assertThat(mentions(page(feed.fetch(page.next()))))
        .extracting(Mention::text)
        .containsExactly("https://www.facebook.com/500_9");
  }

  private static String call(String more) {
    return "\"item\":\"status\",\"verb\":\"add\",\"post_id\":\"500_13\",\"created_time\":1772438700"
        + more;
  }

  private static String words(String words) {
    return ",\"from\":{\"id\":\"77\",\"name\":\"Kari Nes\"},\"message\":\"%s\"".formatted(words);
  }

  @Test
  void whatTheListToldWholeIsNotTakenAwayByACallThatTellsLessOrOlder() {
    Source source = source(server().address(), context(true), Duration.ofSeconds(20));
    Feed feed = source.feeds().getFirst();
    server().answers(posts(post("500_13", 5, "Nå er den her")), NONE);
    Fetch.Page page = page(feed.fetch(Cursor.START));

    assertThat(told(source, call("")).events()).isEmpty();
    assertThat(told(source, call(words("Strømmen er borte"))).events()).isEmpty();
    server().answers(NONE, NONE, batch(post("500_13", 5, "Nå er den her")));
    assertThat(keys(page(feed.fetch(page.next())))).isEqualTo(keys(page));
  }

  @Test
  void anOlderWordThatANewProcessCouldNotKnowIsReplaced() {
    server().answers(posts(post("500_13", 5, "Nå er den her")), NONE);
    Fetch.Page page = page(feed().fetch(Cursor.START));
    Source anew = source(server().address(), context(true), Duration.ofSeconds(20));

    assertThat(told(anew, call(words("Strømmen er borte"))).events()).hasSize(1);
    server().answers(NONE, NONE, batch(post("500_13", 5, "Nå er den her")));
    Fetch.Page after = page(anew.feeds().getFirst().fetch(page.next()));
    assertThat(mentions(after)).extracting(Mention::text).containsExactly("Nå er den her");
    assertThat(keys(after)).doesNotContainAnyElementsOf(keys(page));
  }

  @Test
  void aCommentShownLateBehindARushIsRead() {
    Feed feed = feed();
    server().answers(posts(withComments("500_12", "", said("12_1", 58, "En", "78"))), NONE);
    Fetch.Page first = page(feed.fetch(Cursor.START));
    String next = server().address() + "/v27.0/500_12/comments?after=x";
    server()
        .answers(
            posts(withComments("500_12", next, said("12_1", 58, "En", "78"))),
            answer(200, list("", said("12_2", 57, "To", "78"))),
            NONE);

    assertThat(mentions(page(feed.fetch(first.next()))))
        .extracting(Mention::text)
        .containsExactly("To");
  }

  @Test
  void aCommentShownLateWhileNobodyLookedIsReadBehindWhatIsOldByNow() {
    HandClock clock = new HandClock();
    FeedContext context = new FeedContext(clock, name -> Optional.of(new Secret(TOKEN)), true);
    Feed feed = open(server().address(), context, Duration.ofSeconds(20));
    server().answers(posts(withComments("500_12", "", said("12_1", 58, "En", "78"))), NONE);
    Fetch.Page first = page(feed.fetch(Cursor.START));
    clock.forward(Duration.ofMinutes(30));
    String next = server().address() + "/v27.0/500_12/comments?after=x";
    server()
        .answers(
            posts(withComments("500_12", next, said("12_1", 58, "En", "78"))),
            answer(200, list("", said("12_2", 57, "To", "78"))),
            NONE);

    assertThat(mentions(page(feed.fetch(first.next()))))
        .extracting(Mention::text)
        .containsExactly("To");
  }

  @Test
  void commentsAreReadBackToWhatIsKnown() {
    Feed feed = feed();
    server().answers(posts(withComments("500_12", "", said("12_1", 1, "En", "78"))), NONE);
    Fetch.Page first = page(feed.fetch(Cursor.START));
    String next = server().address() + "/v27.0/500_12/comments?after=x&access_token=old";
    server()
        .answers(
            posts(withComments("500_12", next, said("12_4", 4, "Fire", "78"))),
            answer(200, list(next, said("12_3", 3, "Tre", "78"), said("12_2", 2, "To", "78"))),
            answer(200, list(next, said("12_1", 1, "En", "78"))),
            NONE);

    Fetch.Page second = page(feed.fetch(first.next()));

    assertThat(mentions(second)).extracting(Mention::text).containsExactly("To", "Tre", "Fire");
    assertThat(server().requests().get(3))
        .contains("after=x")
        .contains("access_token=" + TOKEN)
        .doesNotContain("access_token=old");
  }

  @Test
  void aNextPageAtAnotherHostIsNotAskedFor() {
    server()
        .answers(answer(200, list("https://evil.example/v27.0/500/feed", post("500_1", 1, "x"))));

    assertThat(feed().fetch(Cursor.START)).isInstanceOf(Fetch.Failed.class);
    assertThat(server().requests()).hasSize(1);
  }

  @Test
  void postsOlderThanWatchedAreNotPagedThrough() {
    String old = post("500_1", 1, "x").replace("2026-03-02", "2026-01-02");
    server().answers(answer(200, list(server().address() + "/v27.0/more", old)), NONE);

    assertThat(page(feed().fetch(Cursor.START)).events()).isEmpty();
    assertThat(server().requests()).hasSize(2);
  }

  @Test
  void whatCannotBeReadIsSaidOnce() {
    Feed feed = feed();
    server().answers(oneBadAmongThree());
    Fetch.Page first = page(feed.fetch(Cursor.START));

    assertThat(first.skipped()).hasSize(1);
    assertThat(page(feed.fetch(first.next())).skipped()).isEmpty();
  }

  @Test
  void graphsNumbersSayWhetherToWaitTryAgainOrChangeSomething() {
    for (int limit : List.of(4, 17, 32, 613, 80_001)) {
      assertThat(fetched(error(400, limit, 0))).isInstanceOf(Fetch.Wait.class);
    }
    assertThat(fetched(error(400, 2, 0))).isInstanceOf(Fetch.Failed.class);
    assertThat(fetched(error(400, 190, 463)).toString()).contains("FACEBOOK_PAGE_TOKEN");
    assertThat(fetched(error(403, 10, 0)).toString()).contains("pages_read_user_content");
    assertThat(fetched(error(403, 200, 0))).isInstanceOf(Fetch.Refused.class);
    assertThat(fetched(error(400, 100, 33)).toString()).contains("Check the number");
    assertThat(fetched(error(400, 2635, 0)).toString()).contains("newer `version`");
    assertThat(fetched(error(400, 100, 0)).toString()).contains("FACEBOOK_APP_SECRET");
  }

  private Fetch fetched(Canned answer) {
    server().answers(answer);
    return feed().fetch(Cursor.START);
  }

  @Test
  void whatIsUsedOfTheLimitsIsSaidAndNearTheEndWeWait() {
    Feed feed = feed();
    server().answers(NONE.with("X-App-Usage", "{\"call_count\":28,\"total_time\":40}"));
    Fetch.Page page = page(feed.fetch(Cursor.START));
    assertThat(feed.allowance()).contains(new Allowance(60, 100L, null));
    String used = "{\"500\":[{\"call_count\":97,\"estimated_time_to_regain_access\":7}]}";
    server().answers(NONE.with("X-Business-Use-Case-Usage", used));
    page = page(feed.fetch(page.next()));
    int asked = server().requests().size();

    assertThat(feed.fetch(page.next()))
        .isInstanceOfSatisfying(
            Fetch.Wait.class, wait -> assertThat(wait.time()).isEqualTo(Duration.ofMinutes(7)));
    assertThat(feed.allowance().map(Allowance::left)).isEqualTo(Optional.of(3L));
    assertThat(server().requests()).hasSize(asked);
  }

  @Test
  void aShareShowsItsLink() {
    String share =
        post("500_7", 5, "Les dette")
            .replace(
                "\"from\"",
                "\"attachments\":{\"data\":[{\"type\":\"share\",\"url\":\"https://a.example/x\"}]},"
                    + "\"from\"");
    server().answers(posts(share), NONE);

    assertThat(mentions(page(feed().fetch(Cursor.START))).getFirst().text())
        .isEqualTo("Les dette\n\nhttps://a.example/x");
  }
}
