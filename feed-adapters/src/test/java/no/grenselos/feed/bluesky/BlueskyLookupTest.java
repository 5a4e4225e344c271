package no.grenselos.feed.bluesky;

import static no.grenselos.feed.http.WireMockScript.fixture;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.grenselos.config.Secret;
import no.grenselos.feed.Cursor;
import no.grenselos.feed.FeedContext;
import no.grenselos.feed.Fetch;
import no.grenselos.feed.PostLookup;
import no.grenselos.feed.ScriptedServer.Canned;
import no.grenselos.feed.Source;
import no.grenselos.feed.http.HandClock;
import no.grenselos.feed.http.Json;
import no.grenselos.feed.http.LookupScript;
import no.grenselos.mention.MentionEvent;
import no.grenselos.mention.MentionId;
import no.grenselos.web.Body;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BlueskyLookupTest {
  private static final String KARI = "did:plc:kari";

  private final LookupScript script = new LookupScript();

  @BeforeEach
  void signIn() {
    script.always(
        "/xrpc/com.atproto.server.*",
        XrpcScript.json(
            "{\"accessJwt\":\"access\",\"refreshJwt\":\"refresh\",\"did\":\"did:plc:us\"}"));
  }

  @AfterEach
  void close() {
    script.close();
  }

  private Source source() {
    return script.open(
        new BlueskyFeedProvider(),
        new FeedContext(new HandClock(), name -> Optional.of(new Secret("s3cret")), true),
        Map.of("service", script.address(), "handle", "lyngheia.example", "search", "varme"));
  }

  private PostLookup lookup() {
    return script.lookup(source());
  }

  private static String uri(int post) {
    return "at://" + KARI + "/app.bsky.feed.post/3post" + post;
  }

  private static MentionId held(int post) {
    return new MentionId(BlueskyFeedProvider.NETWORK, uri(post));
  }

  /** What getPosts gives of the three posts. */
  private static Canned shown(Integer... posts) {
    JsonNode all = Json.parse(fixture("bluesky/three-posts.json").bytes()).orElseThrow();
    ObjectNode answer = Json.object();
    ArrayNode views = answer.putArray("posts");
    List<String> uris = Arrays.stream(posts).map(BlueskyLookupTest::uri).toList();
    for (JsonNode view : all.path("posts")) {
      if (uris.contains(Json.text(view, "uri"))) views.add(view);
    }
    return Canned.ok("application/json", Body.of(Json.write(answer)));
  }

  @Test
  void anUnchangedPostHasTheKeyThatTheFeedGaveIt() {
    Source source = source();
    script.answers(shown(1, 2, 3));
    Fetch.Page fed = (Fetch.Page) source.feeds().getFirst().fetch(Cursor.START);

    PostLookup.Seen seen =
        script.seen(script.lookup(source).again(List.of(held(1), held(2), held(3))));

    assertThat(fed.events()).hasSize(3);
    assertThat(seen.events()).hasOnlyElementsOfType(MentionEvent.Edited.class);
    assertThat(seen.events())
        .extracting(MentionEvent::key)
        .containsExactlyElementsOf(fed.events().stream().map(MentionEvent::key).toList());
    assertThat(script.requests().getLast())
        .startsWith("/xrpc/app.bsky.feed.getPosts?uris=at%3A%2F%2Fdid%3Aplc%3Akari%2F");
  }

  @Test
  void whatIsMissingAlsoWhenAskedForAloneIsGone() {
    script.answers(shown(1), shown(2));

    PostLookup.Seen seen = script.seen(lookup().again(List.of(held(1), held(2), held(3))));

    assertThat(seen.events())
        .extracting(MentionEvent::key)
        .containsExactly(held(1) + "#", held(2) + "#", held(3) + "#deleted");
    assertThat(script.requests().getLast()).contains("3post2", "3post3").doesNotContain("3post1");
  }

  @Test
  void troubleTellsOfNoDeletes() {
    script.answers(shown(1), Canned.status(500));
    assertThat(lookup().again(List.of(held(1), held(2)))).isInstanceOf(Fetch.Failed.class);

    script.answers(Canned.ok("text/html", Body.of("<html>")));
    assertThat(lookup().again(List.of(held(1)))).isInstanceOf(Fetch.Failed.class);

    script.answers(Canned.status(429).with("Retry-After", "37"));
    assertThat(lookup().again(List.of(held(1)))).isInstanceOf(Fetch.Wait.class);
  }

  @Test
  void aLinkWithAHandleOrADidLeadsToThePost() {
    script.always(
        "/xrpc/com.atproto.identity.resolveHandle", XrpcScript.json("{\"did\":\"" + KARI + "\"}"));
    script.answers(shown(1));

    for (String who : List.of("kari.fjord.example", KARI, "did%3Aplc%3Akari")) {
      URI link = URI.create("https://bsky.app/profile/" + who + "/post/3post1");
      assertThat(lookup().knows(link)).as(who).isTrue();
      assertThat(script.seen(lookup().find(link)).events())
          .as(who)
          .singleElement()
          .isInstanceOfSatisfying(
              MentionEvent.Posted.class,
              posted -> assertThat(posted.key()).isEqualTo(held(1) + "#"));
    }
  }

  @Test
  void aHandleOfNobodyAndAPostThatIsGoneGiveNoPost() {
    script.answers(XrpcScript.error(400, "InvalidRequest"), shown());

    for (String who : List.of("nobody.example", KARI)) {
      PostLookup.Seen seen =
          script.seen(
              lookup().find(URI.create("https://bsky.app/profile/" + who + "/post/3post9")));
      assertThat(seen.events()).isEmpty();
      assertThat(seen.skipped()).hasSize(1);
    }
  }

  @Test
  void onlyPagesOfPostsAreKnown() {
    for (String other :
        List.of(
            "https://bsky.app/profile/kari.example",
            "https://bsky.app/profile/kari.example/feed/3post1",
            "https://bsky.example/profile/kari.example/post/3post1",
            "https://bsky.app/profile/kari.example/post/3post1/likes",
            "at://did:plc:kari/app.bsky.feed.post/3post1")) {
      assertThat(lookup().knows(URI.create(other))).as(other).isFalse();
    }
  }

  @Test
  void withoutAPasswordThereIsNoLookup() {
    Source bare =
        script.open(
            new BlueskyFeedProvider(),
            new FeedContext(new HandClock(), name -> Optional.empty(), true),
            Map.of("service", script.address(), "handle", "lyngheia.example", "search", "varme"));

    assertThat(bare.lookup()).isEmpty();
  }
}
