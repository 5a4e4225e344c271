package no.grenselos.feed.rss;

import static no.grenselos.feed.http.WireMockScript.fixture;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.grenselos.config.Node;
import no.grenselos.config.Problems;
import no.grenselos.config.Secret;
import no.grenselos.config.Settings;
import no.grenselos.feed.Cursor;
import no.grenselos.feed.Feed;
import no.grenselos.feed.FeedContext;
import no.grenselos.feed.Fetch;
import no.grenselos.feed.Inlet;
import no.grenselos.feed.ScriptedServer.Canned;
import no.grenselos.feed.Source;
import no.grenselos.feed.http.FeedClient;
import no.grenselos.feed.http.Gathering;
import no.grenselos.feed.http.HandClock;
import no.grenselos.feed.http.LookupScript;
import no.grenselos.feed.http.SecretMac;
import no.grenselos.mention.MentionEvent;
import no.grenselos.web.Body;
import no.grenselos.web.HttpAnswer;
import no.grenselos.web.HttpCall;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A feed whose hub tells of changes. */
class WebSubTest {
  private static final URI CALLBACK = URI.create("https://lyngheia.example/in/feeds/");
  private static final Duration POLL = Duration.ofMinutes(10);
  private static final Duration SLOW = Duration.ofMinutes(60);
  private static final String SECRET = "sixteen-letters-of-ours";
  private static final HttpUrl FEED = HttpUrl.get("https://site.example/blog/feed.xml");

  private final LookupScript script = new LookupScript();
  private final HandClock clock = new HandClock();
  private Source source = open();

  @BeforeEach
  void takeSubscriptions() {
    script.always("/hub", Canned.status(202));
  }

  @AfterEach
  void close() {
    script.close();
  }

  private Source open() {
    return script.open(
        new RssFeedProvider(),
        new FeedContext(
            clock, name -> Optional.of(new Secret(SECRET)), true, Optional.of(CALLBACK)),
        Map.of("url", script.address() + "/feed.xml", "websub", "true"));
  }

  private Feed feed() {
    return source.feeds().getFirst();
  }

  private Inlet inlet() {
    return source.inlet().orElseThrow();
  }

  private static Canned document(String name) {
    return Canned.ok("application/rss+xml", fixture("rss/" + name + ".xml"));
  }

  private Canned offering(String name) {
    String links = "</hub>; rel=\"hub\", <" + script.address() + "/feed.xml>; rel=self";
    return document(name).with("Link", links);
  }

  private Fetch.Page look(Cursor cursor) {
    return (Fetch.Page) feed().fetch(cursor);
  }

  private List<Map<String, String>> asked() {
    return script.logged().stream()
        .filter(request -> request.getUrl().equals("/hub"))
        .map(request -> form(request.getBodyAsString()))
        .toList();
  }

  private static Map<String, String> form(String body) {
    HttpUrl read = HttpUrl.get("https://form.invalid/?" + body.replace("+", "%20"));
    Map<String, String> fields = new LinkedHashMap<>();
    for (String name : read.queryParameterNames()) {
      fields.put(name, String.valueOf(read.queryParameter(name)));
    }
    return fields;
  }

  /** The hub asks at the address it was given. */
  private HttpAnswer verify(Inlet inlet, String mode, String lease) {
    Map<String, String> asked = asked().getLast();
    HttpUrl callback = HttpUrl.get(String.valueOf(asked.get("hub.callback")));
    String query =
        callback
            .newBuilder()
            .addQueryParameter("hub.mode", mode)
            .addQueryParameter("hub.topic", asked.get("hub.topic"))
            .addQueryParameter("hub.challenge", "ch4llenge_")
            .addQueryParameter("hub.lease_seconds", lease)
            .build()
            .encodedQuery();
    return get(inlet, String.valueOf(query));
  }

  private static HttpAnswer get(Inlet inlet, String query) {
    HttpCall call = new HttpCall("GET", "/net@hub", query, Map.of(), Body.NONE);
    return ((Inlet.Told.Answered) inlet.receive(call)).answer();
  }

  private Inlet.Told push(Inlet inlet, String name, String method, String algorithm) {
    Body body = fixture("rss/" + name + ".xml");
    Secret key = new Secret(String.valueOf(asked().getLast().get("hub.secret")));
    String signature = HexFormat.of().formatHex(new SecretMac(key, algorithm).of(body.bytes()));
    return inlet.receive(signed(body, method + "=" + signature));
  }

  private Inlet.Told push(String name) {
    return push(inlet(), name, "sha256", "HmacSHA256");
  }

  private static HttpCall signed(Body body, String signature) {
    Map<String, List<String>> headers =
        Map.of(
            "X-Hub-Signature", List.of(signature),
            "Content-Type", List.of("application/rss+xml"));
    return new HttpCall("POST", "/net@hub", "", headers, body);
  }

  private static List<String> keys(List<MentionEvent> events) {
    return events.stream().map(MentionEvent::key).toList();
  }

  @Test
  void theHubThatADocumentNamesIsAskedOnceToTellUs() {
    script.answers(offering("three-posts"), Canned.status(304));

    Cursor first = look(Cursor.START).next();
    Cursor second = look(first).next();

    assertThat(second).isEqualTo(first);
    assertThat(asked()).hasSize(1);
    assertThat(asked().getFirst())
        .containsEntry("hub.mode", "subscribe")
        .containsEntry("hub.topic", script.address() + "/feed.xml")
        .containsEntry("hub.lease_seconds", "864000");
    assertThat(asked().getFirst().get("hub.callback"))
        .startsWith("https://lyngheia.example/in/feeds/net@hub?k=");
    assertThat(asked().getFirst().get("hub.secret")).hasSize(64).doesNotContain(SECRET);
    assertThat(first.text()).doesNotContain(String.valueOf(asked().getFirst().get("hub.secret")));
  }

  @Test
  void weConfirmWhatWeAskedForWhicheverNodeIsAsked() {
    script.answers(offering("three-posts"));
    Cursor unused = look(Cursor.START).next();

    HttpAnswer confirmed = verify(inlet(), "subscribe", "86400");
    assertThat(confirmed.status()).isEqualTo(200);
    assertThat(confirmed.body().text()).isEqualTo("ch4llenge_");
    assertThat(verify(open().inlet().orElseThrow(), "subscribe", "86400").status()).isEqualTo(200);
    assertThat(verify(inlet(), "unsubscribe", "86400").status()).isEqualTo(404);
  }

  @Test
  void whatWeDidNotAskForIsNotConfirmed() {
    script.answers(offering("three-posts"));
    Cursor unused = look(Cursor.START).next();
    String k =
        new HubKeys(new Secret(SECRET), HttpUrl.get(script.address() + "/feed.xml"))
            .token("https://other.example/feed");

    for (String query :
        List.of(
            "",
            "%%%",
            "hub.mode=subscribe&hub.topic=" + script.address() + "/feed.xml&hub.challenge=x",
            "k=" + k + "&hub.mode=subscribe&hub.topic=https://more.example/&hub.challenge=x")) {
      assertThat(get(inlet(), query).status()).as(query).isEqualTo(404);
    }
    assertThat(feed().poll()).isEqualTo(POLL);
  }

  @Test
  void aChallengeWithMarkupIsNotEchoed() {
    script.answers(offering("three-posts"));
    Cursor unused = look(Cursor.START).next();
    HttpUrl callback = HttpUrl.get(String.valueOf(asked().getLast().get("hub.callback")));
    String query =
        callback.encodedQuery()
            + "&hub.mode=subscribe&hub.challenge=%3Cscript%3E&hub.topic="
            + script.address()
            + "/feed.xml";

    assertThat(get(inlet(), query).status()).isEqualTo(400);
  }

  @Test
  void whatIsPushedHasTheKeysThatALookGivesIt() {
    script.answers(offering("three-posts"), offering("two-newer-posts"));
    Fetch.Page first = look(Cursor.START);

    Inlet.Told.Posts told = (Inlet.Told.Posts) push("two-newer-posts");
    Fetch.Page second = look(first.next());

    assertThat(second.events()).isNotEmpty();
    assertThat(keys(told.page().events())).containsAll(keys(second.events()));
    assertThat(told.answer().apply(2).status()).isEqualTo(204);
    assertThat(push("two-newer-posts"))
        .as("kept, so not told again")
        .isInstanceOf(Inlet.Told.Answered.class);
  }

  @Test
  void whatCouldNotBeKeptIsToldAgain() {
    script.answers(offering("three-posts"));
    Cursor unused = look(Cursor.START).next();

    assertThat(push("three-posts")).isInstanceOf(Inlet.Told.Posts.class);
    assertThat(push("three-posts")).isInstanceOf(Inlet.Told.Posts.class);
  }

  @Test
  void ofALongDocumentOnlyTheNewestCount() {
    script.answers(offering("thirty-posts"));
    Fetch.Page first = look(Cursor.START);

    Inlet.Told.Posts told = (Inlet.Told.Posts) push("thirty-posts");

    assertThat(keys(told.page().events())).hasSize(20).isEqualTo(keys(first.events()));
  }

  @Test
  void everyMethodOfTheSpecificationIsKnownAndOtherSignaturesAreNot() {
    script.answers(offering("three-posts"));
    Cursor unused = look(Cursor.START).next();
    Map<String, String> methods =
        Map.of(
            "sha1", "HmacSHA1",
            "sha256", "HmacSHA256",
            "sha384", "HmacSHA384",
            "sha512", "HmacSHA512");
    methods.forEach((method, algorithm) ->
        assertThat(push(open().inlet().orElseThrow(), "three-posts", method, algorithm))
            .as(method)
            .isInstanceOf(Inlet.Told.Posts.class));

    Body body = fixture("rss/three-posts.xml");
    for (String signature : List.of("", "sha256=00", "sha256=" + "0".repeat(64), "md5=00", "x")) {
      assertThat(inlet().receive(signed(body, signature)))
          .as(signature)
          .isInstanceOfSatisfying(
              Inlet.Told.Answered.class, told -> assertThat(told.answer().status()).isEqualTo(401));
    }
  }

  @Test
  void pollsAreRarerWhileTheHubTellsOfAllTheyFind() {
    script.answers(offering("three-posts"), offering("two-newer-posts"));
    Fetch.Page first = look(Cursor.START);
    assertThat(feed().poll()).isEqualTo(POLL);

    HttpAnswer unused = verify(inlet(), "subscribe", "86400");
    assertThat(feed().poll()).isEqualTo(SLOW);

    Cursor second = look(first.next()).next();
    assertThat(feed().poll()).as("the hub did not tell of it").isEqualTo(POLL);

    Inlet.Told.Posts told = (Inlet.Told.Posts) push("two-newer-posts");
    assertThat(told.answer().apply(0).status()).isEqualTo(204);
    assertThat(feed().poll()).isEqualTo(SLOW);
    script.answers(offering("three-posts"));
    assertThat(look(second).events()).isEmpty();
    assertThat(feed().poll()).isEqualTo(SLOW);

    clock.forward(Duration.ofDays(1));
    assertThat(feed().poll()).as("the lease is over").isEqualTo(POLL);
  }

  @Test
  void aHubThatTellsNoMoreIsNotReliedUpon() {
    script.answers(offering("three-posts"));
    Cursor unused = look(Cursor.START).next();
    HttpAnswer confirmed = verify(inlet(), "subscribe", "86400");
    assertThat(confirmed.status()).isEqualTo(200);

    assertThat(verify(inlet(), "denied", "").status()).isEqualTo(204);

    assertThat(feed().poll()).isEqualTo(POLL);
  }

  @Test
  void aSubscriptionIsRenewedLongBeforeItEnds() {
    script.answers(offering("three-posts"), Canned.status(304));
    Cursor cursor = look(Cursor.START).next();
    HttpAnswer unused = verify(inlet(), "subscribe", "7200");

    clock.forward(Duration.ofMinutes(59));
    cursor = look(cursor).next();
    assertThat(asked()).hasSize(1);
    clock.forward(Duration.ofMinutes(2));
    cursor = look(cursor).next();
    assertThat(asked()).hasSize(2);
    // another process, which does not know what was granted
    source = open();
    clock.forward(Duration.ofHours(23));
    cursor = look(cursor).next();
    assertThat(asked()).hasSize(2);
    clock.forward(Duration.ofHours(2));
    cursor = look(cursor).next();
    assertThat(asked()).hasSize(3);
    assertThat(cursor.text()).contains("\"seen\"");
  }

  @Test
  void aHubThatSaysNoIsListedAndAskedTheNextDay() {
    script.always("/hub", Canned.status(403));
    script.answers(offering("three-posts"), Canned.status(304));

    Fetch.Page first = look(Cursor.START);
    clock.forward(Duration.ofHours(20));
    Fetch.Page second = look(first.next());

    assertThat(first.events()).hasSize(3);
    assertThat(first.skipped()).extracting("item").containsExactly("hub");
    assertThat(second.skipped()).isEmpty();
    assertThat(asked()).hasSize(1);
    clock.forward(Duration.ofHours(6));
    assertThat(look(second.next()).skipped()).hasSize(1);
  }

  @Test
  void aHubInTroubleIsAskedAgainWithinTheHour() {
    script.always("/hub", Canned.status(500));
    script.answers(offering("three-posts"), Canned.status(304));

    Fetch.Page first = look(Cursor.START);
    clock.forward(Duration.ofMinutes(61));
    Cursor unused = look(first.next()).next();

    assertThat(first.skipped()).isEmpty();
    assertThat(asked()).hasSize(2);
  }

  @Test
  void aHubWithoutEncryptionHearsNoSecretOfOurs() {
    HubState plain = new HubState(script.address() + "/hub", "https://site.example/", 0, false);
    HubSubscriber careful =
        new HubSubscriber(
            new FeedClient(new FeedContext(clock, name -> Optional.empty(), true), POLL),
            new HubKeys(new Secret(SECRET), FEED),
            HttpUrl.get(CALLBACK + "net@hub"),
            new Subscription(),
            clock,
            false);
    Gathering gathering = new Gathering();

    HubState after = careful.renewed(plain, gathering);

    assertThat(after.taken()).isFalse();
    assertThat(asked()).as("it was asked with encryption, which it does not understand").isEmpty();
  }

  @Test
  void aDocumentMayNameItsHubItself() {
    String rss =
        "<rss xmlns:atom='a'><channel><atom:link rel='self' href='/me.xml'/><atom:link rel='hub'"
            + " href='https://hub.example/'/><item><atom:link rel='hub' href='https://no.example'/>"
            + "</item></channel></rss>";
    String atom =
        "<feed><entry><link rel='hub' href='https://no.example/'/></entry>"
            + "<link rel='Hub self' href='https://both.example/'></link></feed>";

    assertThat(HubOffer.in(Headers.of(), rss, FEED))
        .contains(
            new HubOffer(
                HttpUrl.get("https://hub.example/"), HttpUrl.get("https://site.example/me.xml")));
    assertThat(HubOffer.in(Headers.of(), atom, FEED))
        .contains(
            new HubOffer(
                HttpUrl.get("https://both.example/"), HttpUrl.get("https://both.example/")));
    assertThat(HubOffer.in(Headers.of("Link", "<https://h.example/>; rel=hub"), rss, FEED))
        .map(offer -> offer.hub().host())
        .contains("h.example");
    assertThat(HubOffer.in(Headers.of("Link", "<<<;;rel=hub"), "<feed>", FEED)).isEmpty();
  }

  @Test
  void withoutAnAddressOrASecretTheEntryIsAMistake() {
    for (FeedContext lacking :
        List.of(
            new FeedContext(clock, name -> Optional.of(new Secret(SECRET)), true),
            new FeedContext(clock, name -> Optional.empty(), true, Optional.of(CALLBACK)),
            new FeedContext(
                clock, name -> Optional.of(new Secret("short")), true, Optional.of(CALLBACK)))) {
      Problems problems = new Problems("grenselos.yml");
      Map<String, Node> entry =
          Map.of(
              "url", new Node.Scalar("https://site.example/feed.xml", 1),
              "websub", new Node.Scalar("true", 2));
      Settings settings = new Settings(new Node.Mapping(entry, 1), "feeds[0].rss", problems);

      Source opened = new RssFeedProvider().open("net", settings, lacking);

      assertThat(problems.found()).hasSize(1);
      assertThat(problems.found().getFirst().toString()).contains("websub");
      assertThat(opened.inlet()).isEmpty();
    }
  }
}
