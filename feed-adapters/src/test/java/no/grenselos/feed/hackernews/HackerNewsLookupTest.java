package no.grenselos.feed.hackernews;

import static no.grenselos.feed.http.WireMockScript.fixture;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import no.grenselos.feed.Cursor;
import no.grenselos.feed.FeedContext;
import no.grenselos.feed.Fetch;
import no.grenselos.feed.PostLookup;
import no.grenselos.feed.ScriptedServer.Canned;
import no.grenselos.feed.Source;
import no.grenselos.feed.http.HandClock;
import no.grenselos.feed.http.LookupScript;
import no.grenselos.mention.MentionEvent;
import no.grenselos.mention.MentionId;
import no.grenselos.web.Body;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HackerNewsLookupTest {
  private static final Canned STORY =
      item("{\"id\":401,\"by\":\"solveig-t\",\"time\":1772441400,\"title\":\"A stove\"}");

  private final LookupScript script = new LookupScript();

  @AfterEach
  void close() {
    script.close();
  }

  private Source source() {
    return script.open(
        new HackerNewsFeedProvider(),
        new FeedContext(new HandClock(), name -> Optional.empty(), true),
        Map.of("queries", "heat", "search-api", script.address(), "item-api", script.address()));
  }

  private PostLookup lookup() {
    return script.lookup(source());
  }

  private static List<MentionId> held(String... ids) {
    return Stream.of(ids).map(Item::mentionId).toList();
  }

  private static Canned json(String name) {
    return Canned.ok("application/json", fixture("hackernews/" + name + ".json"));
  }

  private static Canned item(String text) {
    return Canned.ok("application/json", Body.of(text));
  }

  private static Canned comment(int id, int parent) {
    return item(
        "{\"id\":%d,\"by\":\"odd_h\",\"parent\":%d,\"time\":1772441460,\"text\":\"Warm.\"}"
            .formatted(id, parent));
  }

  @Test
  void anUnchangedItemHasTheKeyThatTheFeedGaveIt() {
    Source source = source();
    script.answers(json("three-posts"));
    Fetch.Page fed = (Fetch.Page) source.feeds().getFirst().fetch(Cursor.START);
    script.answers(STORY, comment(402, 401), json("item-same"));

    PostLookup.Seen seen = script.seen(script.lookup(source).again(held("401", "402", "403")));

    assertThat(seen.events()).hasOnlyElementsOfType(MentionEvent.Edited.class);
    assertThat(seen.events())
        .extracting(MentionEvent::key)
        .containsExactlyElementsOf(fed.events().stream().map(MentionEvent::key).toList());
    assertThat(script.requests()).contains("/v0/item/401.json", "/v0/item/403.json");
  }

  @Test
  void deletedAndDeadItemsAreGoneAndUnknownOnesAreNot() {
    script.answers(json("item-deleted"), item("null"), json("item-dead"));

    assertThat(script.seen(lookup().again(held("401", "402", "403"))).events())
        .extracting(MentionEvent::key)
        .containsExactly("hackernews:401#deleted", "hackernews:403#deleted");
  }

  @Test
  void aSilentSiteIsToldWithoutAskingItTenTimes() {
    script.answers(Canned.status(500));

    assertThat(lookup().again(held("401", "402", "403"))).isInstanceOf(Fetch.Failed.class);
    assertThat(script.requests()).hasSize(2);
  }

  @Test
  void oneItemInTroubleDoesNotStopTheOthers() {
    script.answers(Canned.status(500), comment(402, 401));

    assertThat(script.seen(lookup().again(held("401", "402"))).events()).hasSize(1);
  }

  @Test
  void aLinkLeadsToTheItemAndItsStory() {
    script.answers(comment(404, 402), comment(402, 401), STORY);
    URI link = URI.create("https://news.ycombinator.com/item?id=404#x");

    PostLookup.Seen seen = script.seen(lookup().find(link));

    assertThat(lookup().knows(link)).isTrue();
    assertThat(seen.events())
        .singleElement()
        .isInstanceOfSatisfying(
            MentionEvent.Posted.class,
            posted -> {
              assertThat(posted.key()).isEqualTo("hackernews:404#");
              assertThat(posted.mention().conversation()).isEqualTo("401");
              assertThat(posted.mention().inReplyTo()).hasToString("hackernews:402");
            });
  }

  @Test
  void aWayUpWithoutEndEnds() {
    script.answers(
        Stream.iterate(900, id -> id - 1)
            .limit(40)
            .map(id -> comment(id, id - 1))
            .toArray(Canned[]::new));

    script.seen(lookup().find(URI.create("https://news.ycombinator.com/item?id=900")));

    assertThat(script.requests()).hasSizeLessThan(25);
  }

  @Test
  void aLinkToNothingGivesNoPost() {
    script.answers(json("item-deleted"), item("null"), Canned.status(500));
    URI link = URI.create("https://news.ycombinator.com/item?id=401");

    for (int look = 0; look < 2; look++) {
      PostLookup.Seen seen = script.seen(lookup().find(link));
      assertThat(seen.events()).isEmpty();
      assertThat(seen.skipped()).hasSize(1);
    }
    assertThat(lookup().find(link)).isInstanceOf(Fetch.Failed.class);
  }

  @Test
  void otherAddressesAreNotKnown() {
    for (String other :
        List.of(
            "https://news.ycombinator.com/user?id=401",
            "https://news.ycombinator.com/item?id=x",
            "https://news.ycombinator.com/item",
            "https://news.example/item?id=401")) {
      assertThat(lookup().knows(URI.create(other))).as(other).isFalse();
    }
  }
}
