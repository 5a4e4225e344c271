package no.grenselos.feed.page;

import static no.grenselos.feed.http.WireMockScript.fixture;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import no.grenselos.feed.FeedContext;
import no.grenselos.feed.Fetch;
import no.grenselos.feed.PostLookup;
import no.grenselos.feed.PostLookupProvider;
import no.grenselos.feed.ScriptedServer.Canned;
import no.grenselos.feed.http.HandClock;
import no.grenselos.feed.http.Mutations;
import no.grenselos.feed.http.WireMockScript;
import no.grenselos.mention.Mention;
import no.grenselos.mention.MentionEvent;
import no.grenselos.mention.ReplyWay;
import no.grenselos.web.Body;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PageLookupTest {
  private final WireMockScript server = new WireMockScript();
  private final HandClock clock = new HandClock();
  private final PostLookup lookup = PageLookupProvider.open(context(true), Duration.ofSeconds(20));

  private FeedContext context(boolean localAddresses) {
    return new FeedContext(clock, name -> Optional.empty(), localAddresses);
  }

  @AfterEach
  void close() {
    lookup.close();
    server.close();
  }

  private static Canned html(String fixture) {
    return Canned.ok("text/html; charset=utf-8", fixture("page/" + fixture + ".html"));
  }

  private static Canned html(String type, byte[] page) {
    return Canned.ok(type, Body.of(page));
  }

  private URI link(String path) {
    return server.address().resolve(path);
  }

  private Mention found(String path) {
    PostLookup.Seen seen = (PostLookup.Seen) lookup.find(link(path));
    assertThat(seen.skipped()).isEmpty();
    return ((MentionEvent.Posted) seen.events().getFirst()).mention();
  }

  @Test
  void isFoundWithoutSettings() {
    assertThat(ServiceLoader.load(PostLookupProvider.class))
        .singleElement()
        .isInstanceOf(PageLookupProvider.class);
  }

  @Test
  void aPageIsWhatItSaysForThoseWhoShareIt() {
    server.answers(html("article"));

    Mention mention = found("/bolig/brummer-varmepumpa?utm_source=chat&fbclid=x#kommentarer");

    assertThat(mention.text())
        .isEqualTo(
            "Brummer varmepumpa?\n\n"
                + "Naboen klager på lyden. \"Den rister hele veggen\", sier han & sukker.");
    assertThat(mention.network().name()).isEqualTo("web");
    assertThat(mention.link()).isEqualTo(link("/bolig/brummer-varmepumpa"));
    assertThat(mention.author().name()).isEqualTo("Gro Lie, Fjellposten");
    assertThat(mention.author().handle()).isEmpty();
    assertThat(mention.language()).isEqualTo("nb-no");
    assertThat(mention.publishedAt()).isEqualTo("2026-02-27T05:30:00Z");
    assertThat(mention.conversation()).isEqualTo(mention.id().id()).hasSize(24);
    assertThat(mention.replyWay())
        .isInstanceOfSatisfying(
            ReplyWay.ByHand.class, way -> assertThat(way.box()).isEqualTo(mention.link()));
    assertThat(server.requests()).as("trackers").containsExactly("/bolig/brummer-varmepumpa");
  }

  @Test
  void allAddressesOfAPageAreOnePostAndAnEditIsANewRevision() {
    server.answers(html("article"));
    Mention first = found("/bolig/brummer-varmepumpa");
    Mention other = found("/a/123?ref=forside");
    String edited =
        new String(fixture("page/article.html").bytes(), StandardCharsets.UTF_8)
            .replace("Naboen klager", "Naboen klager ikke lenger");
    server.answers(html("text/html", edited.getBytes(StandardCharsets.UTF_8)));

    Mention later = found("/a/123");

    assertThat(other.id()).isEqualTo(first.id());
    assertThat(other.revision()).isEqualTo(first.revision());
    assertThat(later.id()).isEqualTo(first.id());
    assertThat(later.revision()).isNotEqualTo(first.revision());
  }

  @Test
  void whereAPageSaysNothingForSharingItsOwnDataCount() {
    server.answers(html("forum"));

    Mention mention = found("/t/1");

    assertThat(mention.text())
        .isEqualTo("Hva koster strøm på hytta?\n\nNoen som vet hva <b>nettleien</b> blir?");
    assertThat(mention.author().name()).isEqualTo("hyttefar");
    assertThat(mention.publishedAt()).isEqualTo("2026-02-28T12:00:00Z");
    assertThat(mention.language()).isEmpty();
  }

  @Test
  void aTitleAloneWillDo() {
    server.answers(html("plain"));

    Mention mention = found("/x");

    assertThat(mention.text()).isEqualTo("Strømbrudd i Vågå");
    assertThat(mention.author().name()).isEqualTo("127.0.0.1");
    assertThat(mention.publishedAt()).isEqualTo(clock.instant());
  }

  @Test
  void aPageDoesNotSpeakForAnotherSiteNorForTomorrow() {
    server.answers(html("liar"));

    Mention mention = found("/liar?id=5");

    assertThat(mention.link()).isEqualTo(link("/liar?id=5"));
    assertThat(mention.publishedAt()).isEqualTo(clock.instant());
    assertThat(mention.text()).isEqualTo("Vi er noen andre\n\n<script>alert(1)</script> @channel");
  }

  @Test
  void theFrontPageIsNotTheNameOfAllPages() {
    String front = "<title>Sak</title><link rel=canonical href='/'>";
    server.answers(html("text/html", front.getBytes(StandardCharsets.UTF_8)));

    assertThat(found("/sak/1").link()).isEqualTo(link("/sak/1"));
    assertThat(found("/").link()).isEqualTo(link("/"));
  }

  @ParameterizedTest
  @CsvSource({
    "text/html, windows-1252, ''",
    "text/html; charset=ISO-8859-1, windows-1252, ''",
    "text/html; charset=utf-8, windows-1252, ''",
    "text/html; charset=nonsense, UTF-8, ''",
    "text/html; charset=latin1, UTF-8, ''",
    "text/html, ISO-8859-1, <meta charset=iso-8859-1>",
    "text/html, UTF-8, <meta http-equiv=content-type content='text/html; charset=utf-8'>",
    "text/html, UTF-16, ''",
    "application/xhtml+xml, UTF-8, ''",
    "'', UTF-8, ''"
  })
  void wordsAreWhatTheyAreInEveryCharset(String type, String charset, String meta) {
    String page = "<html>" + meta + "<title>Blåbær og rødløk</title></html>";
    byte[] bytes = page.getBytes(Charset.forName(charset));
    server.answers(
        type.isEmpty() ? new Canned(200, java.util.Map.of(), Body.of(bytes)) : html(type, bytes));

    // Latin 1 fits every byte, so a wrong header cannot be told from a right one
    String read = found("/").text();
    if (!type.endsWith("latin1")) assertThat(read).isEqualTo("Blåbær og rødløk");
    else assertThat(read).startsWith("Bl");
  }

  @Test
  void aRedirectIsFollowedAndThePageIsWhereItEnds() {
    server.answers(
        Canned.status(301).with("Location", "/videre?utm_medium=x"),
        Canned.status(302).with("Location", "/fram"),
        html("plain"));

    assertThat(found("/kort").link()).isEqualTo(link("/fram"));
  }

  @Test
  void aLoopOfRedirectsEnds() {
    server.answers(Canned.status(302).with("Location", "/rundt"));

    assertThat(lookup.find(link("/rundt"))).isInstanceOf(Fetch.Failed.class);
  }

  @Test
  void aDoorIsNoPage() {
    server.answers(Canned.status(302).with("Location", "/Login?next=x"), html("plain"));

    assertThat(lookup.find(link("/hemmelig")))
        .isInstanceOfSatisfying(
            Fetch.Refused.class,
            refused -> assertThat(refused.reason()).isEqualTo("the page asks to sign in"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"application/pdf", "image/png", "application/json", "text/plain"})
  void whatIsNoPageIsRefusedWithTheReason(String type) {
    server.answers(html(type, "<title>x</title>".getBytes(StandardCharsets.UTF_8)));

    assertThat(lookup.find(link("/fil")))
        .isInstanceOfSatisfying(
            Fetch.Refused.class,
            refused -> assertThat(refused.reason()).contains("leads to a file"));
  }

  @Test
  void aPageWithoutAWordOfItselfIsListed() {
    server.answers(html("empty"));

    PostLookup.Seen seen = (PostLookup.Seen) lookup.find(link("/app"));

    assertThat(seen.events()).isEmpty();
    assertThat(seen.skipped().getFirst().reason()).isEqualTo("the page says nothing about itself");
  }

  @Test
  void whatIsNotThereIsNotFoundAndWhatIsGoneIsDeleted() {
    server.answers(Canned.status(404), Canned.status(410));

    assertThat(lookup.find(link("/x"))).isEqualTo(new PostLookup.Seen(List.of(), List.of()));
    assertThat(((PostLookup.Seen) lookup.find(link("/x"))).events())
        .singleElement()
        .isInstanceOf(MentionEvent.Deleted.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 401, 403, 418, 451})
  void aSiteThatDoesNotLetUsInIsToldApart(int status) {
    server.answers(Canned.status(status));

    assertThat(lookup.find(link("/x"))).isInstanceOf(Fetch.Refused.class);
  }

  @Test
  void aSiteThatIsBusyOrDownIsTriedAgain() {
    server.answers(Canned.status(429).with("Retry-After", "30"), Canned.status(502));

    assertThat(lookup.find(link("/x")))
        .isInstanceOfSatisfying(
            Fetch.Wait.class, wait -> assertThat(wait.time()).isEqualTo(Duration.ofSeconds(30)));
    assertThat(lookup.find(link("/x"))).isInstanceOf(Fetch.Failed.class);
  }

  @Test
  void aPageThatIsTooLargeFailsAndALongTextIsCut() {
    byte[] huge = ("<title>x</title>" + " ".repeat(9 << 20)).getBytes(StandardCharsets.UTF_8);
    String words = "<title>Langt</title><meta name=description content='" + "😀 ".repeat(9_000);
    server.answers(
        html("text/html", huge),
        html("text/html", (words + "'>").getBytes(StandardCharsets.UTF_8)));

    assertThat(lookup.find(link("/x"))).isInstanceOf(Fetch.Failed.class);
    assertThat(found("/x").text()).startsWith("Langt\n\n😀").endsWith("…").hasSizeLessThan(10_001);
  }

  @Test
  void theHousesOwnNetworkIsNotCalled() {
    try (PostLookup guarded = new PageLookupProvider().open(context(false))) {
      assertThat(guarded.find(link("/x"))).isInstanceOf(Fetch.Refused.class);
      assertThat(guarded.find(URI.create("http://169.254.169.254/latest/meta-data")))
          .isInstanceOf(Fetch.Refused.class);
    }
    assertThat(server.requests()).isEmpty();
  }

  @Test
  void everyWebLinkIsKnownAndNoOther() {
    assertThat(lookup.knows(URI.create("https://a.example/æ?b=ø#c"))).isTrue();
    assertThat(lookup.knows(URI.create("http://a.example"))).isTrue();
    assertThat(lookup.knows(URI.create("ftp://a.example/"))).isFalse();
    assertThat(lookup.knows(URI.create("mailto:kari@a.example"))).isFalse();
    assertThat(lookup.knows(URI.create("https:///x"))).isFalse();
    assertThat(lookup.knows(URI.create("https://a.example/" + "x".repeat(2000)))).isFalse();
    assertThat(lookup.find(URI.create("ftp://a.example/"))).isInstanceOf(Fetch.Refused.class);
  }

  @Test
  void whatWasSaidCannotBeAskedForAgain() {
    assertThat(lookup.again(List.of())).isEqualTo(new PostLookup.Seen(List.of(), List.of()));
  }

  @Test
  void anEndedLookupFails() {
    server.answers(html("plain"));
    lookup.close();

    assertThat(lookup.find(link("/x"))).isInstanceOf(Fetch.Failed.class);
  }

  @Test
  void noPageHoweverSpoiltBreaksOrStallsIt() {
    PageLookup page = (PageLookup) lookup;
    HttpUrl url = HttpUrl.get("https://site.example/a/b?c=d");
    List<Body> fixtures =
        List.of(
            fixture("page/article.html"),
            fixture("page/forum.html"),
            fixture("page/plain.html"),
            fixture("page/empty.html"),
            fixture("page/liar.html"));

    Mutations.of(
        fixtures,
        bytes -> {
          PostLookup.Seen seen = page.read(url, "text/html", bytes);
          assertThat(seen.events().size() + seen.skipped().size()).isEqualTo(1);
          seen.skipped()
              .forEach(item ->
                  assertThat(item.reason()).isEqualTo("the page says nothing about itself"));
        });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<div>",
        "<meta property=og:title content=x>",
        "<script type=application/ld+json>[[[",
        "<!--",
        "&#x1F600;",
        "<a b=",
        "<table><tr><td>"
      })
  void aPageBuiltToStallIsReadInTime(String piece) {
    byte[] page = piece.repeat((4 << 20) / piece.length()).getBytes(StandardCharsets.UTF_8);
    Instant begin = Instant.now();

    PostLookup.Seen seen =
        ((PageLookup) lookup).read(HttpUrl.get("https://site.example/"), "text/html", page);

    assertThat(seen.events().size() + seen.skipped().size()).isEqualTo(1);
    assertThat(Duration.between(begin, Instant.now())).isLessThan(Duration.ofSeconds(10));
  }
}
