package no.grenselos.feed.x;

import static no.grenselos.feed.http.WireMockScript.fixture;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.grenselos.config.Node;
import no.grenselos.config.Problems;
import no.grenselos.config.Secret;
import no.grenselos.config.Settings;
import no.grenselos.feed.Cursor;
import no.grenselos.feed.FeedContext;
import no.grenselos.feed.Fetch;
import no.grenselos.feed.PostLookup;
import no.grenselos.feed.PostLookup.Found;
import no.grenselos.feed.PostLookup.Seen;
import no.grenselos.feed.ScriptedServer.Canned;
import no.grenselos.feed.Skipped;
import no.grenselos.feed.Source;
import no.grenselos.feed.http.WireMockScript;
import no.grenselos.mention.MentionEvent;
import no.grenselos.mention.MentionId;
import no.grenselos.web.Body;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class XLookupTest {
  private static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");
  private static final String TOKEN = "s3cret-bearer";
  private static final Canned REJECTED = Canned.status(400);

  private final WireMockScript server = new WireMockScript();
  private final PostLookup lookup = open(Optional.of(TOKEN)).lookup().orElseThrow();

  @AfterEach
  void stop() {
    lookup.close();
    server.close();
  }

  private Source open(Optional<String> token) {
    Map<String, Node> entry = new LinkedHashMap<>();
    entry.put("search", new Node.Scalar("lyngheia", 1));
    entry.put("api", new Node.Scalar(server.address().toString(), 1));
    Problems problems = new Problems("grenselos.yml");
    Settings settings = new Settings(new Node.Mapping(entry, 1), "feeds[0].x", problems);
    FeedContext context =
        new FeedContext(
            Clock.fixed(NOW, ZoneOffset.UTC),
            name -> token.filter(t -> name.equals("X_BEARER_TOKEN")).map(Secret::new),
            true);
    return new XFeedProvider().open("x", settings, context);
  }

  private static Canned json(String name) {
    return Canned.ok("application/json", fixture("x/" + name + ".json"));
  }

  private static String id(int n) {
    return String.valueOf(1_900_000_000_000_000_000L + n);
  }

  private static List<MentionId> posts(int... numbers) {
    List<MentionId> posts = new ArrayList<>();
    for (int n : numbers) posts.add(PostReader.mentionId(id(n)));
    return posts;
  }

  private static List<String> keys(Found found) {
    return ((Seen) found).events().stream().map(MentionEvent::key).toList();
  }

  @Test
  void whatIsThereIsToldAsItIsAndWhatIsNotShownAsGone() {
    server.answers(json("lookup"), json("lookup-latest"));

    Seen seen = (Seen) lookup.again(posts(1, 2, 3, 4, 5, 6, 7, 8, 10, 11));

    assertThat(keys(seen))
        .containsExactlyInAnyOrder(
            "x:" + id(1) + "#",
            "x:" + id(2) + "#" + id(9),
            "x:" + id(3) + "#deleted",
            "x:" + id(4) + "#deleted",
            "x:" + id(5) + "#deleted",
            "x:" + id(6) + "#deleted",
            "x:" + id(10) + "#deleted",
            "x:" + id(11) + "#deleted");
    assertThat(seen.events())
        .allSatisfy(event ->
            assertThat(event)
                .isInstanceOfAny(MentionEvent.Edited.class, MentionEvent.Deleted.class));
    assertThat(seen.skipped()).extracting(Skipped::item).containsExactly(id(7));
    assertThat(seen.skipped().toString()).contains("Internal Error").doesNotContain("hemmelig");
    MentionEvent.Edited edited =
        (MentionEvent.Edited)
            seen.events().stream().filter(e -> e.key().endsWith(id(9))).findFirst().orElseThrow();
    assertThat(edited.mention().text()).isEqualTo("Siste ord");
    assertThat(edited.id()).hasToString("x:" + id(2));
  }

  @Test
  void theRevisionIsThatOfTheSearch() {
    server.answers(json("edited-post"));
    Fetch.Page page = (Fetch.Page) open(Optional.of(TOKEN)).feeds().getFirst().fetch(Cursor.START);
    server.answers(json("edited-post"));

    Seen seen = (Seen) lookup.find(URI.create("https://x.com/solveigt/status/" + id(6)));

    assertThat(seen.events()).isEqualTo(page.events());
    assertThat(seen.events().getFirst()).isInstanceOf(MentionEvent.Edited.class);
  }

  @Test
  void aHundredAreAskedForAtOnceWithTheFieldsOfTheSearch() {
    server.answers(json("lookup-one"));

    Found found = lookup.again(posts(1, 1, 5));

    assertThat(keys(found)).containsExactly("x:" + id(1) + "#");
    assertThat(lookup.most()).isEqualTo(100);
    assertThat(server.logged()).hasSize(1);
    assertThat(server.logged().getFirst().getHeader("Authorization")).isEqualTo("Bearer " + TOKEN);
    assertThat(server.requests().getFirst())
        .startsWith("/2/tweets?ids=" + id(1) + "%2C" + id(5) + "&tweet.fields=")
        .contains("edit_history_tweet_ids", "withheld", "referenced_tweets.id.author_id")
        .doesNotContain("max_results");
    assertThatThrownBy(() -> lookup.again(Collections.nCopies(101, posts(1).getFirst())))
        .hasMessage("101 posts, must be at most 100");
  }

  @Test
  void numbersThatAreNoneAreNotAskedFor() {
    Seen seen =
        (Seen)
            lookup.again(
                List.of(PostReader.mentionId("abc"), PostReader.mentionId("9999999999999999999")));

    assertThat(seen.events()).isEmpty();
    assertThat(seen.skipped()).hasSize(2);
    assertThat(server.requests()).isEmpty();
  }

  @Test
  void aPostBehindALinkIsPostedEditedOrGone() {
    server.answers(json("lookup-one"));
    assertThat(((Seen) lookup.find(link(1))).events().getFirst())
        .isInstanceOf(MentionEvent.Posted.class);
    server.answers(json("lookup-nothing"));
    assertThat(((Seen) lookup.find(link(5))).events())
        .containsExactly(new MentionEvent.Deleted(PostReader.mentionId(id(5)), NOW));
    assertThat(((Seen) lookup.find(URI.create("https://example.org/"))).skipped()).hasSize(1);
  }

  private static URI link(int n) {
    return URI.create("https://x.com/i/web/status/" + id(n));
  }

  @Test
  void theLatestWordsThatDoNotComeAreTold() {
    server.answers(json("lookup"), Canned.status(503));

    Seen seen = (Seen) lookup.again(posts(1, 2));

    assertThat(keys(seen)).containsExactly("x:" + id(1) + "#");
    assertThat(seen.skipped())
        .containsExactly(new Skipped(id(2), "was edited, but X did not give the words"));
  }

  @Test
  void troubleIsToldInPlainWords() {
    server.answers(Canned.status(429).with("Retry-After", "9"));
    assertThat(lookup.again(posts(1)))
        .isInstanceOfSatisfying(Fetch.Wait.class, wait -> assertThat(wait.time()).hasSeconds(9));
    server.answers(Canned.status(500));
    assertThat(lookup.again(posts(1))).isInstanceOf(Fetch.Failed.class);
    server.answers(Canned.ok("application/json", Body.of("[]")));
    assertThat(lookup.again(posts(1))).isInstanceOf(Fetch.Failed.class);
    server.answers(Canned.status(401));
    assertThat(lookup.again(posts(1))).isInstanceOf(Fetch.Refused.class);
    server.answers(REJECTED);
    assertThat(lookup.again(posts(1)))
        .isInstanceOfSatisfying(
            Fetch.Refused.class, no -> assertThat(no.whatToDo()).doesNotContain("search"));
  }

  @Test
  void withoutABearerTokenNobodyLooks() {
    assertThat(open(Optional.empty()).lookup()).isEmpty();
  }

  @Test
  void linksOfXAreKnownAndThoseOfOthersAreNot() {
    for (String known :
        new String[] {
          "https://x.com/kari/status/123",
          "http://www.x.com/kari/status/123/",
          "https://twitter.com/kari/status/123?s=20&t=abc",
          "https://mobile.twitter.com/kari/status/123#m",
          "https://mobile.x.com/kari/statuses/123",
          "https://x.com/i/status/123/photo/1",
          "https://x.com/i/web/status/123",
          "https://X.com/kari/status/123/video/2?x=y"
        }) {
      assertThat(lookup.knows(URI.create(known))).as(known).isTrue();
      assertThat(PostLink.of(URI.create(known)).map(PostLink::id)).contains("123");
    }
    for (String other :
        new String[] {
          "https://vxtwitter.com/kari/status/123",
          "https://fxtwitter.com/kari/status/123",
          "https://x.com.example/kari/status/123",
          "https://x.com@example.org/kari/status/123",
          "https://nitter.net/kari/status/123",
          "https://x.com/kari",
          "https://x.com/kari/status/",
          "https://x.com/kari/status/12a",
          "https://x.com/kari/status/123/likes",
          "https://x.com/kari/status/99999999999999999999",
          "https://x.com/kari/status/9999999999999999999",
          "ftp://x.com/kari/status/123",
          "mailto:x.com/kari/status/123",
          "/kari/status/123"
        }) {
      assertThat(lookup.knows(URI.create(other))).as(other).isFalse();
    }
  }
}
