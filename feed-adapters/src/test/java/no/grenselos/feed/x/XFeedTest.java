package no.grenselos.feed.x;

import static no.grenselos.feed.http.WireMockScript.fixture;
import static org.assertj.core.api.Assertions.assertThat;

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
import no.grenselos.feed.ScriptedServer.Canned;
import no.grenselos.feed.http.FixtureFeedContract;
import no.grenselos.mention.Mention;
import no.grenselos.mention.MentionEvent;
import no.grenselos.mention.MentionKind;
import no.grenselos.mention.ReplyWay;
import org.junit.jupiter.api.Test;

class XFeedTest extends FixtureFeedContract {
  XFeedTest() {
    super("x");
  }

  @Override
  protected Feed open(URI server, FeedContext context, Duration timeout) {
    return open(server, context, Map.of("timeout", seconds(timeout), "search", "lyngheia"));
  }

  private static Feed open(URI server, FeedContext context, Map<String, String> more) {
    Map<String, String> entry = new LinkedHashMap<>(more);
    entry.put("api", server.toString());
    entry.put("account", "@lyngheiakraft");
    return opened(new XFeedProvider(), "x", context, entry).feeds().getFirst();
  }

  @Override
  protected Canned oneBadAmongThree() {
    return json("one-without-text-among-three");
  }

  @Override
  protected Canned limitedUntil(Instant reset) {
    return Canned.status(429)
        .with("x-rate-limit-limit", "450")
        .with("x-rate-limit-remaining", "0")
        .with("x-rate-limit-reset", String.valueOf(reset.getEpochSecond()));
  }

  @Test
  void allPagesAreAskedForWithOneSinceIdAndComeOldestFirst() {
    Feed feed = feed();
    server().answers(threePosts());
    Cursor cursor = page(feed.fetch(Cursor.START)).next();
    server().answers(json("paging-first"), json("paging-second"), json("paging-third"));

    Fetch.Page page = page(feed.fetch(cursor));
    server().answers(nothingNewer());
    feed.fetch(page.next());

    assertThat(mentions(page))
        .extracting(Mention::text)
        .containsExactly("fire", "fem", "seks", "sju", "åtte", "ni");
    assertThat(page.more()).isFalse();
    List<String> asked = server().requests();
    assertThat(asked.get(1)).contains("since_id=" + id(3)).doesNotContain("next_token");
    assertThat(asked.get(2)).contains("since_id=" + id(3)).contains("next_token=t1");
    assertThat(asked.get(3)).contains("since_id=" + id(3)).contains("next_token=t2");
    assertThat(asked.get(4)).contains("since_id=" + id(9)).doesNotContain("next_token");
  }

  @Test
  void aCrashBetweenTwoPagesLosesNothing() {
    server().answers(threePosts());
    Cursor cursor = page(feed().fetch(Cursor.START)).next();
    server().answers(json("paging-first"), limitedUntil(NOW.plusSeconds(60)));

    Fetch.Page interrupted = page(feed().fetch(cursor));
    Fetch waiting = feed().fetch(interrupted.next());
    server().answers(json("paging-second"), json("paging-third"));
    Fetch.Page rest = page(feed().fetch(interrupted.next()));
    server().answers(nothingNewer());
    feed().fetch(rest.next());

    assertThat(interrupted.more()).isTrue();
    assertThat(mentions(interrupted)).extracting(Mention::text).containsExactly("åtte", "ni");
    assertThat(waiting).isInstanceOf(Fetch.Wait.class);
    assertThat(mentions(rest))
        .extracting(Mention::text)
        .containsExactly("fire", "fem", "seks", "sju");
    assertThat(server().requests().getLast()).contains("since_id=" + id(9));
  }

  @Test
  void theFirstLookTakesOnePageOnly() {
    server().answers(json("paging-first"));

    Fetch.Page page = page(feed().fetch(Cursor.START));

    assertThat(page.more()).isFalse();
    assertThat(server().requests()).hasSize(1);
    assertThat(server().requests().getFirst()).doesNotContain("since_id");
  }

  @Test
  void aSinceIdOlderThanAWeekIsGivenUpAndTheGapIsTold() {
    Feed feed = feed();
    server().answers(threePosts());
    Cursor cursor = page(feed.fetch(Cursor.START)).next();
    server()
        .answers(
            new Canned(400, Map.of(), fixture("x/error-invalid-since-id.json")), twoNewerPosts());

    Fetch.Page gap = page(feed.fetch(cursor));

    assertThat(gap.skipped()).hasSize(1);
    assertThat(gap.more()).isTrue();
    assertThat(mentions(page(feed.fetch(gap.next())))).hasSize(2);
  }

  @Test
  void anEditIsANewRevisionOfTheSameMention() {
    Feed feed = feed();
    server().answers(threePosts());
    Fetch.Page first = page(feed.fetch(Cursor.START));
    server().answers(json("edited-post"));

    Fetch.Page second = page(feed.fetch(first.next()));
    Mention edited = mentions(second).getFirst();

    assertThat(second.events().getFirst()).isInstanceOf(MentionEvent.Edited.class);

    assertThat(edited.id()).isEqualTo(mentions(first).getFirst().id());
    assertThat(edited.revision()).isEqualTo(id(6));
    assertThat(mentions(first).getFirst().revision()).isEmpty();
  }

  @Test
  void whatAnswersOrQuotesAnEditedPostPointsToItsFirstNumber() {
    server().answers(json("reply-to-edited"));

    List<Mention> mentions = mentions(page(feed().fetch(Cursor.START)));

    assertThat(mentions.get(0).reshareOf()).hasToString("x:" + id(2));
    assertThat(mentions.get(1).inReplyTo()).hasToString("x:" + id(2));
  }

  @Test
  void whatPassesOnWhatXHidesIsHiddenAsIsAWithheldAccount() {
    server().answers(json("lookup"));

    Fetch.Page page = page(feed().fetch(Cursor.START));

    assertThat(mentions(page)).extracting(Mention::text).doesNotContain("låst", "konto vekk");
    assertThat(page.skipped().toString())
        .contains("is of an account withheld by X in TR", "is of a protected account");
  }

  @Test
  void onlyThoseWhoCallUsCanBeAnsweredThroughTheApi() {
    server().answers(json("replies-quotes-and-reshares"));

    List<Mention> mentions = mentions(page(feed().fetch(Cursor.START)));

    assertThat(mentions)
        .extracting(Mention::kind)
        .containsExactly(
            MentionKind.POST, MentionKind.REPLY, MentionKind.QUOTE, MentionKind.RESHARE);
    assertThat(mentions.get(0).replyWay())
        .isInstanceOfSatisfying(
            ReplyWay.ByHand.class,
            way ->
                assertThat(way.box())
                    .hasToString("https://x.com/intent/tweet?in_reply_to=" + id(21)));
    assertThat(mentions.get(1).replyWay()).isInstanceOf(ReplyWay.Api.class);
    assertThat(mentions.get(2).replyWay()).isInstanceOf(ReplyWay.Api.class);
    assertThat(mentions.get(1).conversation()).isEqualTo(id(20));
    assertThat(mentions.get(1).inReplyTo()).hasToString("x:" + id(20));
    assertThat(mentions.get(2).reshareOf()).hasToString("x:" + id(20));
    assertThat(mentions.get(3).text()).isEqualTo("Vinterpriser");
  }

  @Test
  void withoutAUserTokenEveryAnswerIsByHand() {
    FeedContext readOnly =
        new FeedContext(
            CLOCK,
            name -> context(true).secrets().find(name).filter(s -> !name.equals("X_USER_TOKEN")),
            true);
    server().answers(json("replies-quotes-and-reshares"));

    Feed feed = open(server().address(), readOnly, Map.of("search", "lyngheia"));

    assertThat(mentions(page(feed.fetch(Cursor.START))))
        .allSatisfy(m -> assertThat(m.replyWay()).isInstanceOf(ReplyWay.ByHand.class));
  }

  @Test
  void aLongPostIsWholeWithItsLinksAndSigns() {
    server().answers(json("long-text-links-and-signs"));

    Mention mention = mentions(page(feed().fetch(Cursor.START))).getFirst();

    assertThat(mention.text())
        .startsWith("Lang & god <tekst> xxx")
        .endsWith(" https://lyngheia.example/priser?a=1&b=2");
    assertThat(mention.language()).isEmpty();
    assertThat(mention.author().handle()).isEqualTo("solveigt");
    assertThat(mention.author().followers()).isEqualTo(321);
  }

  @Test
  void whatXDoesNotShowIsListedWithItsReason() {
    server().answers(json("partial-errors-withheld-and-protected"));

    Fetch.Page page = page(feed().fetch(Cursor.START));

    assertThat(mentions(page)).extracting(Mention::text).containsExactly("synlig");
    assertThat(page.skipped()).hasSize(3);
    assertThat(page.skipped().toString())
        .contains("DE, FR")
        .contains("protected")
        .contains("Not Found Error")
        .doesNotContain("tilbakeholdt");
  }

  @Test
  void mentionsOfAnAccountHaveTheirOwnPlaceAndToken() {
    Feed feed = open(server().address(), context(true), Map.of("user-id", "13"));
    server().answers(threePosts());
    Cursor cursor = page(feed.fetch(Cursor.START)).next();
    server().answers(json("paging-first"), json("paging-third"));

    feed.fetch(cursor);

    assertThat(server().requests().getFirst()).startsWith("/2/users/13/mentions?");
    assertThat(server().requests().getLast()).contains("pagination_token=t1");
  }

  @Test
  void withoutABearerTokenNothingIsAsked() {
    FeedContext none = new FeedContext(CLOCK, name -> Optional.empty(), true);

    Fetch fetch = open(server().address(), none, Map.of("search", "lyngheia")).fetch(Cursor.START);

    assertThat(fetch).isInstanceOf(Fetch.Refused.class);
    assertThat(server().requests()).isEmpty();
  }

  private static String id(int n) {
    return String.valueOf(1_900_000_000_000_000_000L + n);
  }
}
