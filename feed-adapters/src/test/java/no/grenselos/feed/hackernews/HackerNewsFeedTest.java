package no.grenselos.feed.hackernews;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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
import no.grenselos.web.Body;
import org.junit.jupiter.api.Test;

class HackerNewsFeedTest extends FixtureFeedContract {
  HackerNewsFeedTest() {
    super("hackernews");
  }

  @Override
  protected Feed open(URI server, FeedContext context, Duration timeout) {
    Map<String, String> entry =
        Map.of(
            "queries", "heat pump",
            "search-api", server.toString(),
            "item-api", server.toString(),
            "timeout", seconds(timeout));
    return opened(new HackerNewsFeedProvider(), "hn", context, entry).feeds().getFirst();
  }

  @Override
  protected Canned limitedUntil(Instant reset) {
    return Canned.status(429)
        .with("X-RateLimit-Remaining", "0")
        .with("X-RateLimit-Reset", String.valueOf(reset.getEpochSecond()));
  }

  @Test
  void storiesAndCommentsAreReadWithTheirPlaceAndWords() {
    server().answers(threePosts());

    List<Mention> mentions = mentions(page(feed().fetch(Cursor.START)));

    Mention story = mentions.getFirst();
    Mention comment = mentions.get(1);
    assertThat(story.text())
        .isEqualTo(
            "Show HN: a stove that knows the price of power\n\n"
                + "https://lyngheia.example/stove?a=1&b=2");
    assertThat(story.kind()).isEqualTo(MentionKind.POST);
    assertThat(story.author().handle()).isEqualTo("solveig-t");
    assertThat(story.link()).hasToString("https://news.ycombinator.com/item?id=401");
    assertThat(comment.text())
        .isEqualTo("It's warm & quiet.\n\nSee https://lyngheia.example/a\n\n  kwh = 3\n  pay(kwh)");
    assertThat(comment.kind()).isEqualTo(MentionKind.REPLY);
    assertThat(comment.conversation()).isEqualTo(story.conversation()).isEqualTo("401");
    assertThat(comment.inReplyTo()).hasToString("hackernews:401");
    assertThat(comment.replyWay())
        .isInstanceOfSatisfying(
            ReplyWay.ByHand.class,
            way -> assertThat(way.box()).hasToString("https://news.ycombinator.com/reply?id=402"));
  }

  @Test
  void theWindowBeginsBeforeTheLastLookSinceTheSearchLearnsLate() {
    Feed feed = feed();
    server().answers(nothingNewer());

    Fetch.Page first = page(feed.fetch(Cursor.START));
    feed.fetch(first.next());

    long now = NOW.getEpochSecond();
    assertThat(server().requests().get(0))
        .startsWith("/api/v1/search_by_date?query=heat%20pump&")
        .contains(String.valueOf(now - 24 * 3600))
        .contains(String.valueOf(now));
    assertThat(server().requests().get(1)).contains(String.valueOf(now - 2 * 3600));
  }

  @Test
  void aWindowWithMoreHitsThanAPageIsNarrowedAndTheRestFollows() {
    Feed feed = feed();
    long begin = NOW.getEpochSecond() - 24 * 3600;
    server().answers(hits(1000, 200, begin), hits(900, 150, begin));

    Fetch.Page older = page(feed.fetch(Cursor.START));
    server().answers(hits(1050, 40, begin + 43_300));
    Fetch.Page newer = page(feed.fetch(older.next()));

    assertThat(older.more()).isTrue();
    assertThat(mentions(older)).hasSize(150);
    assertThat(newer.more()).isFalse();
    assertThat(mentions(newer)).hasSize(40);
    List<String> asked = server().requests();
    assertThat(asked.get(1)).contains(String.valueOf(begin + 43_200));
    assertThat(asked.get(2)).contains(String.valueOf(begin + 43_201));
  }

  @Test
  void afterANarrowedWindowLateItemsAreLookedForAsFarBack() {
    Feed feed = feed();
    long now = NOW.getEpochSecond();
    server().answers(hits(1000, 200, now - 60), hits(900, 1, now - 50_000), hits(1000, 150, now));

    Fetch.Page older = page(feed.fetch(Cursor.START));
    Fetch.Page newer = page(feed.fetch(older.next()));
    server().answers(nothingNewer());
    feed.fetch(newer.next());

    assertThat(newer.more()).isFalse();
    assertThat(server().requests())
        .filteredOn(asked -> asked.startsWith("/api/v1/"))
        .last()
        .asString()
        .contains(String.valueOf(now - 2 * 3600));
  }

  @Test
  void manyItemsOfOneSecondAreAllTakenOrTheLossIsTold() {
    server().answers(hits(5000, 1000, NOW.getEpochSecond()));

    Fetch.Page page = page(feed().fetch(Cursor.START));

    assertThat(server().requests().getLast()).contains("hitsPerPage=1000");
    assertThat(mentions(page)).hasSize(1000);
    assertThat(page.skipped()).hasSize(1);
  }

  @Test
  void theSiteTellsWhatWasDeletedEditedOrKilled() {
    Feed feed = feed();
    server().answers(threePosts());
    Fetch.Page first = page(feed.fetch(Cursor.START));
    server().answers(nothingNewer(), json("item-deleted"), json("item-edited"), json("item-dead"));
    Fetch.Page second = page(feed.fetch(first.next()));
    server().answers(threePosts(), json("item-edited"));
    Fetch.Page third = page(feed.fetch(second.next()));

    assertThat(second.events()).hasSize(3);
    assertThat(second.events().get(0)).isInstanceOf(MentionEvent.Deleted.class);
    assertThat(second.events().get(1))
        .isInstanceOfSatisfying(
            MentionEvent.Edited.class,
            edit -> {
              assertThat(edit.mention().text()).isEqualTo("It's warm & loud.");
              assertThat(edit.mention().conversation()).isEqualTo("401");
              assertThat(edit.mention().revision()).isNotEmpty();
            });
    assertThat(second.events().get(2)).isInstanceOf(MentionEvent.Deleted.class);
    assertThat(third.events()).as("told once, though the search still shows the old").isEmpty();
  }

  @Test
  void anUnchangedItemIsNoEdit() {
    Feed feed = feed();
    server().answers(threePosts());
    Fetch.Page first = page(feed.fetch(Cursor.START));
    server().answers(nothingNewer(), json("nothing-newer"), json("item-edited"), json("item-same"));

    assertThat(page(feed.fetch(first.next())).events()).hasSize(1);
  }

  @Test
  void aSilentSiteDoesNotStopTheSearch() {
    Feed feed = feed();
    server().answers(threePosts());
    Fetch.Page first = page(feed.fetch(Cursor.START));
    server().answers(twoNewerPosts(), Canned.status(500));

    assertThat(mentions(page(feed.fetch(first.next())))).hasSize(2);
    assertThat(server().requests()).as("one question in vain is enough").hasSize(3);
  }

  private static Canned hits(int firstId, int many, long time) {
    String hits =
        IntStream.range(0, many)
            .mapToObj(i ->
                "{\"objectID\":\"%d\",\"created_at_i\":%d,\"title\":\"t\",\"author\":\"a\"}"
                    .formatted(firstId + i, time))
            .collect(Collectors.joining(","));
    return Canned.ok("application/json", Body.of("{\"hits\":[" + hits + "]}"));
  }
}
