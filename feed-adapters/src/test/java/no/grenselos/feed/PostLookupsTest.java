package no.grenselos.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import no.grenselos.config.Secret;
import no.grenselos.feed.ScriptedServer.Canned;
import no.grenselos.feed.bluesky.BlueskyFeedProvider;
import no.grenselos.feed.hackernews.HackerNewsFeedProvider;
import no.grenselos.feed.http.HandClock;
import no.grenselos.feed.http.LookupScript;
import no.grenselos.feed.mastodon.MastodonFeedProvider;
import no.grenselos.feed.reddit.RedditFeedProvider;
import no.grenselos.feed.stackexchange.StackExchangeFeedProvider;
import no.grenselos.feed.youtube.YouTubeFeedProvider;
import no.grenselos.mention.MentionEvent;
import no.grenselos.mention.MentionId;
import no.grenselos.web.Body;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every lookup keeps, whatever its network. */
class PostLookupsTest {
  private static final String TOKEN = "s3cret-token-of-the-test";

  private final LookupScript script = new LookupScript();

  /**
   * @param entry as an admin writes it; an empty value is the server's address
   * @param post that is held, and where its link leads
   */
  record Case(FeedProvider provider, Map<String, String> entry, String post, String link) {
    @Override
    public String toString() {
      return provider.network().toString();
    }

    List<MentionId> held() {
      return List.of(new MentionId(provider.network(), post));
    }
  }

  static Stream<Case> cases() {
    return Stream.of(
        new Case(
            new MastodonFeedProvider(),
            Map.of("server", "", "hashtags", "varme"),
            "127.0.0.1/1",
            "http://127.0.0.1/@kari/1"),
        new Case(
            new BlueskyFeedProvider(),
            Map.of("service", "", "handle", "lyngheia.example", "search", "varme"),
            "at://did:plc:kari/app.bsky.feed.post/3post1",
            "https://bsky.app/profile/did:plc:kari/post/3post1"),
        new Case(
            new RedditFeedProvider(),
            Map.of(
                "api", "",
                "auth", "",
                "client-id", "abc",
                "user-agent", "linux:example.lyngheia:v1",
                "search", "varme"),
            "t3_aa1",
            "https://redd.it/aa1"),
        new Case(
            new HackerNewsFeedProvider(),
            Map.of("queries", "heat", "item-api", ""),
            "401",
            "https://news.ycombinator.com/item?id=401"),
        new Case(
            new StackExchangeFeedProvider(),
            Map.of("tags", "heat-pump", "api", ""),
            "stackoverflow/701",
            "https://stackoverflow.com/q/701"),
        new Case(
            new YouTubeFeedProvider(),
            Map.of("videos", "strompris-0", "api", ""),
            "Ug1",
            "https://www.youtube.com/watch?v=strompris-0&lc=Ug1"));
  }

  @BeforeEach
  void signIn() {
    script.always(
        "/xrpc/com.atproto.server.*",
        ok("{\"accessJwt\":\"access\",\"refreshJwt\":\"refresh\",\"did\":\"did:plc:us\"}"));
    script.always("/api/v1/access_token", ok("{\"access_token\":\"a\",\"expires_in\":3600}"));
  }

  @AfterEach
  void close() {
    script.close();
  }

  private static Canned ok(String text) {
    return Canned.ok("application/json", Body.of(text));
  }

  private PostLookup open(Case network, boolean localAddresses) {
    Map<String, String> entry = new HashMap<>(network.entry());
    entry.replaceAll((key, value) -> value.isEmpty() ? script.address() : value);
    FeedContext context =
        new FeedContext(new HandClock(), name -> Optional.of(new Secret(TOKEN)), localAddresses);
    return script.lookup(script.open(network.provider(), context, entry));
  }

  private static List<PostLookup.Found> looks(Case network, PostLookup lookup) {
    return List.of(lookup.again(network.held()), lookup.find(URI.create(network.link())));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void troubleAndGarbageTellOfNoPostAndOfNoDelete(Case network) {
    List<Canned> answers = new ArrayList<>();
    for (int status : new int[] {400, 401, 403, 404, 410, 422, 429, 500, 503}) {
      answers.add(new Canned(status, Map.of(), Body.of("<html>no</html>")));
    }
    for (String garbage : List.of("", "<<<%%%", "[[[[{", "null", "{}", "[]", "7", "\u0000")) {
      answers.add(ok(garbage));
    }
    for (Canned answer : answers) {
      script.answers(answer);
      for (PostLookup.Found found : looks(network, open(network, true))) {
        if (!(found instanceof PostLookup.Seen seen)) continue;
        assertThat(seen.events()).as(answer.toString()).isEmpty();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void askedForRestIsToldAsSuch(Case network) {
    script.answers(Canned.status(429).with("Retry-After", "37"));

    assertThat(looks(network, open(network, true)))
        .allSatisfy(found -> assertThat(found).isInstanceOf(Fetch.Wait.class));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void theHouseItselfIsNotCalled(Case network) {
    assertThat(looks(network, open(network, false)))
        .allSatisfy(found -> assertThat(found).isInstanceOf(Fetch.Refused.class));
    assertThat(script.requests()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void aClosedLookupAsksNothing(Case network) {
    PostLookup lookup = open(network, true);

    lookup.close();

    assertThat(looks(network, lookup))
        .allSatisfy(found -> assertThat(found).isInstanceOf(Fetch.Failed.class));
    assertThat(script.requests()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void noTextHoldsASecret(Case network) {
    Body echo = Body.of("{\"error\":\"bad token " + TOKEN + "\",\"title\":\"" + TOKEN + "\"}");
    for (int status : new int[] {200, 302, 400, 401, 403, 404, 429, 500}) {
      script.answers(new Canned(status, Map.of("X-Echo", TOKEN), echo));
      assertThat(looks(network, open(network, true)).toString()).doesNotContain(TOKEN);
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void itsOwnLinksAreKnownAndThoseOfOthersAreNot(Case network) {
    PostLookup lookup = open(network, true);

    assertThat(lookup.network()).isEqualTo(network.provider().network());
    assertThat(lookup.most()).isBetween(1, 100);
    cases()
        .forEach(other ->
            assertThat(lookup.knows(URI.create(other.link())))
                .as(other.link())
                .isEqualTo(other.toString().equals(network.toString())));
    assertThat(lookup.knows(URI.create("https://site.example/2026/03/a-post"))).isFalse();
    assertThat(script.requests()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void nothingToLookAtAsksNothing(Case network) {
    PostLookup.Found found = open(network, true).again(List.of());

    assertThat(found).isEqualTo(new PostLookup.Seen(List.<MentionEvent>of(), List.of()));
    assertThat(script.requests()).isEmpty();
  }
}
