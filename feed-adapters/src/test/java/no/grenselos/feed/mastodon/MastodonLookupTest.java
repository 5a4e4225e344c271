package no.grenselos.feed.mastodon;

import static no.grenselos.feed.mastodon.Toots.NINE;
import static no.grenselos.feed.mastodon.Toots.edited;
import static no.grenselos.feed.mastodon.Toots.id;
import static no.grenselos.feed.mastodon.Toots.key;
import static no.grenselos.feed.mastodon.Toots.page;
import static no.grenselos.feed.mastodon.Toots.post;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Duration;
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
import org.junit.jupiter.api.Test;

class MastodonLookupTest {
  private static final Canned GONE =
      new Canned(404, Map.of(), Body.of("{\"error\":\"Record not found\"}"));

  private final LookupScript script = new LookupScript();
  private final HandClock clock = new HandClock();

  @AfterEach
  void close() {
    script.close();
  }

  private Source source(Optional<Secret> token) {
    return script.open(
        new MastodonFeedProvider(),
        new FeedContext(clock, name -> token, true),
        Map.of("server", script.address(), "hashtags", "varme"));
  }

  private PostLookup lookup() {
    return script.lookup(source(Optional.of(new Secret("t0ken"))));
  }

  private static Canned one(ObjectNode post) {
    return Canned.ok("application/json", Body.of(Json.write(post)));
  }

  private static MentionId held(int second) {
    return new MentionId(MastodonFeedProvider.NETWORK, "127.0.0.1/" + id(second));
  }

  @Test
  void anUnchangedPostHasTheKeyThatTheFeedGaveIt() {
    Source source = source(Optional.empty());
    script.answers(page(edited(2, "2026-03-02T09:30:00.000Z"), post(1)));
    Fetch.Page fed = (Fetch.Page) source.feeds().getFirst().fetch(Cursor.START);
    script.answers(one(post(1)), one(edited(2, "2026-03-02T09:30:00.000Z")));

    PostLookup.Seen seen = script.seen(script.lookup(source).again(List.of(held(1), held(2))));

    assertThat(seen.events()).hasOnlyElementsOfType(MentionEvent.Edited.class);
    assertThat(seen.events())
        .extracting(MentionEvent::key)
        .containsExactlyElementsOf(fed.events().stream().map(MentionEvent::key).toList());
  }

  @Test
  void whatIsGoneIsDeletedAndWhatIsKeptFromUsIsNot() {
    script.answers(GONE, Canned.status(403), Canned.status(500), one(post(4)));

    PostLookup.Seen seen = script.seen(lookup().again(List.of(held(1), held(2), held(3), held(4))));

    assertThat(seen.events())
        .extracting(MentionEvent::key)
        .containsExactly(held(1) + "#deleted", key(4));
  }

  @Test
  void aServerThatIsAnotherOneNowTellsOfNoDeletes() {
    script.answers(new Canned(404, Map.of(), Body.of("<html>nothing here</html>")));

    assertThat(lookup().again(List.of(held(1)))).isInstanceOf(Fetch.Refused.class);
  }

  @Test
  void aPostThatCameThroughAnotherServerIsNotAskedAbout() {
    MentionId other = new MentionId(MastodonFeedProvider.NETWORK, "havn.example/" + id(1));

    assertThat(script.seen(lookup().again(List.of(other))).events()).isEmpty();
    assertThat(script.requests()).isEmpty();
  }

  @Test
  void halfOfTheLimitIsLeftToFeedsAndAnswers() {
    Canned little =
        one(post(1))
            .with("X-RateLimit-Limit", "300")
            .with("X-RateLimit-Remaining", "149")
            .with("X-RateLimit-Reset", NINE.plusSeconds(120).toString());
    script.answers(little);
    PostLookup lookup = lookup();

    assertThat(lookup.again(List.of(held(1)))).isInstanceOf(PostLookup.Seen.class);
    assertThat(lookup.again(List.of(held(1))))
        .isInstanceOfSatisfying(Fetch.Wait.class, wait -> assertThat(wait.time()).hasSeconds(120));
    clock.forward(Duration.ofSeconds(121));
    assertThat(lookup.again(List.of(held(1)))).isInstanceOf(PostLookup.Seen.class);
    assertThat(script.requests()).hasSize(2);
  }

  @Test
  void aRestThatIsAskedForIsTakenBeforeAnythingIsTold() {
    script.answers(one(post(1)), Canned.status(429).with("Retry-After", "37"));

    assertThat(lookup().again(List.of(held(1), held(2))))
        .isInstanceOfSatisfying(Fetch.Wait.class, wait -> assertThat(wait.time()).hasSeconds(37));
  }

  @Test
  void aLinkOfOurServerNamesThePost() {
    script.answers(one(post(1)));
    URI link = URI.create(script.address() + "/@odd@havn.example/" + id(1));

    PostLookup.Seen seen = script.seen(lookup().find(link));

    assertThat(lookup().knows(link)).isTrue();
    assertThat(seen.events())
        .singleElement()
        .isInstanceOfSatisfying(
            MentionEvent.Posted.class, posted -> assertThat(posted.key()).isEqualTo(key(1)));
    assertThat(script.requests()).containsExactly("/api/v1/statuses/" + id(1));
  }

  @Test
  void aLinkOfAnotherServerIsFollowedByOursWithItsToken() {
    ObjectNode found = Json.object();
    found.putArray("statuses").add(post(1));
    script.answers(one(found));
    URI link = URI.create("https://fjord.example/@kari/1");

    PostLookup.Seen seen = script.seen(lookup().find(link));

    assertThat(seen.events()).extracting(MentionEvent::key).containsExactly(key(1));
    assertThat(script.requests().getFirst())
        .startsWith("/api/v2/search?q=https%3A%2F%2Ffjord.example%2F%40kari%2F1&")
        .contains("resolve=true");
    assertThat(script.lookup(source(Optional.empty())).knows(link)).isFalse();
  }

  @Test
  void anotherPostThanTheOneMeantIsNone() {
    ObjectNode found = Json.object();
    found.putArray("statuses").add(post(1));
    script.answers(one(found));

    PostLookup.Seen seen =
        script.seen(lookup().find(URI.create("https://elsewhere.example/@kari/1")));

    assertThat(seen.events()).isEmpty();
    assertThat(seen.skipped()).hasSize(1);
  }

  @Test
  void aLinkToAPrivatePostOrToNoneGivesNoPost() {
    script.answers(one(post(1).put("visibility", "private")), GONE);
    URI link = URI.create(script.address() + "/@kari/" + id(1));

    for (int look = 0; look < 2; look++) {
      PostLookup.Seen seen = script.seen(lookup().find(link));
      assertThat(seen.events()).isEmpty();
      assertThat(seen.skipped()).hasSize(1);
    }
  }

  @Test
  void onlyAddressesOfPostsAreKnown() {
    for (String known :
        List.of("/@kari/1", "/web/@kari/1", "/users/kari/statuses/1", "/web/statuses/1")) {
      assertThat(lookup().knows(URI.create("https://fjord.example" + known))).as(known).isTrue();
    }
    for (String other :
        List.of("/@kari", "/@kari/post/1", "/@kari/with_replies", "/about", "/@k/1/2", "")) {
      assertThat(lookup().knows(URI.create("https://fjord.example" + other))).as(other).isFalse();
    }
    assertThat(lookup().knows(URI.create("mailto:kari@fjord.example"))).isFalse();
  }
}
