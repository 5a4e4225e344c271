package no.grenselos.feed.stackexchange;

import static no.grenselos.feed.http.WireMockScript.fixture;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
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
import no.grenselos.mention.ReplyWay;
import no.grenselos.web.Body;
import org.junit.jupiter.api.Test;

class StackExchangeFeedTest extends FixtureFeedContract {
  StackExchangeFeedTest() {
    super("stackexchange");
  }

  @Override
  protected Feed open(URI server, FeedContext context, Duration timeout) {
    Map<String, String> entry =
        Map.of("tags", "heat-pump java", "api", server.toString(), "timeout", seconds(timeout));
    return opened(new StackExchangeFeedProvider(), "so", context, entry).feeds().getFirst();
  }

  private static Canned error(Body body) {
    return new Canned(400, Map.of("Content-Type", "application/json"), body);
  }

  @Override
  protected Canned limitedUntil(Instant reset) {
    long seconds = Math.max(0, reset.getEpochSecond() - NOW.getEpochSecond());
    String told = fixture("stackexchange/error-throttle.json").text();
    return error(Body.of(told.replace("in 300 seconds", "in " + seconds + " seconds")));
  }

  @Test
  void aQuestionIsReadWithItsWordsAuthorAndWayToAnswer() {
    server().answers(threePosts());

    Mention mention = mentions(page(feed().fetch(Cursor.START))).getFirst();

    assertThat(mention.id()).hasToString("stackexchange:stackoverflow/701");
    assertThat(mention.text())
        .isEqualTo("Why does \"kWh\" < 0 & price?\n\nIt's odd:\n\nif (kwh < 0)\n  pay();\n- one");
    assertThat(mention.author().name()).isEqualTo("Odd & Even");
    assertThat(mention.author().handle()).isEqualTo("77");
    assertThat(mention.replyWay())
        .isInstanceOfSatisfying(
            ReplyWay.ByHand.class,
            way ->
                assertThat(way.box())
                    .hasToString("https://stackoverflow.com/questions/701/a-question#post-form"));
  }

  @Test
  void whatIsAskedForGoesOnAtTheLastActivity() {
    Feed feed = feed();
    server().answers(threePosts());

    Fetch.Page first = page(feed.fetch(Cursor.START));
    feed.fetch(first.next());

    assertThat(server().requests().get(0))
        .startsWith("/2.3/questions?tagged=heat-pump%3Bjava&sort=activity&order=asc&min=")
        .contains("min=" + (NOW.getEpochSecond() - 24 * 3600))
        .contains("&site=stackoverflow&")
        .contains("filter=withbody")
        .endsWith("&key=" + TOKEN);
    assertThat(server().requests().get(1)).contains("min=1772441520&page=1");
  }

  @Test
  void withoutAKeyNoneIsSent() {
    FeedContext none = new FeedContext(CLOCK, name -> Optional.empty(), true);
    server().answers(threePosts());

    open(server().address(), none, Duration.ofSeconds(20)).fetch(Cursor.START);

    assertThat(server().requests().getFirst()).doesNotContain("key=");
  }

  @Test
  void anEditIsANewRevisionAndAnAnswerOrAnOldQuestionIsNothing() {
    Feed feed = feed();
    server().answers(threePosts());
    Fetch.Page first = page(feed.fetch(Cursor.START));
    server().answers(json("edited-and-answered"));

    Fetch.Page second = page(feed.fetch(first.next()));

    assertThat(second.events()).hasSize(1);
    assertThat(second.events().getFirst())
        .isInstanceOfSatisfying(
            MentionEvent.Edited.class,
            edit -> {
              assertThat(edit.mention().text()).endsWith("Body 702, edited");
              assertThat(edit.mention().revision()).isEqualTo("1772441800");
            });
    assertThat(page(feed.fetch(second.next())).events()).isEmpty();
  }

  @Test
  void aBackoffIsObeyedByTheNextFetchWhoeverMakesIt() {
    server().answers(json("with-backoff"));
    Feed feed = feed();
    Fetch.Page first = page(feed.fetch(Cursor.START));

    assertThat(feed().fetch(first.next()))
        .isInstanceOfSatisfying(
            Fetch.Wait.class, wait -> assertThat(wait.time()).isEqualTo(Duration.ofSeconds(42)));
    assertThat(server().requests()).hasSize(1);
    assertThat(feed.allowance())
        .hasValueSatisfying(left -> {
          assertThat(left.left()).isEqualTo(3);
          assertThat(left.most()).isEqualTo(300);
        });
  }

  @Test
  void moreQuestionsOfOneSecondThanAPageAreOnTheNextPage() {
    Feed feed = feed();
    server().answers(json("with-more"), json("one-second-with-more"), nothingNewer());

    Fetch.Page first = page(feed.fetch(Cursor.START));
    Fetch.Page second = page(feed.fetch(first.next()));
    Fetch.Page third = page(feed.fetch(second.next()));

    assertThat(first.more()).isTrue();
    assertThat(mentions(second)).hasSize(2);
    assertThat(third.more()).isFalse();
    assertThat(server().requests().get(1)).contains("min=1772441520&page=1");
    assertThat(server().requests().get(2)).contains("min=1772441520&page=2");
  }

  @Test
  void aQuestionMissingTwiceWasDeleted() {
    Feed feed = feed();
    server().answers(threePosts());
    Fetch.Page page = page(feed.fetch(Cursor.START));
    for (int look = 1; look <= 2; look++) {
      assertThat(page.events()).hasSize(look == 1 ? 3 : 0);
      server().answers(nothingNewer());
      for (int quiet = 1; quiet < 12; quiet++) page = page(feed.fetch(page.next()));
      server().answers(nothingNewer(), json("two-of-three-left"));
      page = page(feed.fetch(page.next()));
    }

    assertThat(server().requests().getLast()).startsWith("/2.3/questions/701;702;703?");
    assertThat(page.events()).hasSize(1);
    assertThat(page.events().getFirst())
        .isInstanceOfSatisfying(
            MentionEvent.Deleted.class,
            gone -> assertThat(gone.id()).hasToString("stackexchange:stackoverflow/701"));
  }

  @Test
  void anUnknownSiteIsRefusedWithAdvice() {
    server().answers(error(fixture("stackexchange/error-bad-parameter.json")));

    assertThat(feed().fetch(Cursor.START))
        .isInstanceOfSatisfying(
            Fetch.Refused.class, refused -> assertThat(refused.whatToDo()).contains("`site`"));
  }

  @Test
  void anActivityFarAheadDoesNotCarryUsPastWhatComes() {
    Feed feed = feed();
    String told = fixture("stackexchange/three-posts.json").text();
    String wrong =
        told.replace("\"last_activity_date\": 1772441520", "\"last_activity_date\": 9e9");
    server().answers(Canned.ok("application/json", Body.of(wrong)));

    feed.fetch(page(feed.fetch(Cursor.START)).next());

    assertThat(server().requests().getLast()).contains("min=1772441460");
  }
}
