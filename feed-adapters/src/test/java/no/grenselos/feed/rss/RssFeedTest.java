package no.grenselos.feed.rss;

import static no.grenselos.feed.http.WireMockScript.fixture;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import no.grenselos.feed.Cursor;
import no.grenselos.feed.Feed;
import no.grenselos.feed.FeedContext;
import no.grenselos.feed.Fetch;
import no.grenselos.feed.ScriptedServer.Canned;
import no.grenselos.feed.http.HttpFeedContract;
import no.grenselos.feed.http.WireMockScript;
import no.grenselos.mention.Mention;
import no.grenselos.mention.MentionEvent;
import no.grenselos.mention.ReplyWay;
import no.grenselos.web.Body;
import org.junit.jupiter.api.Test;

class RssFeedTest extends HttpFeedContract {
  @Override
  protected Feed open(URI server, FeedContext context, Duration timeout) {
    Map<String, String> entry = Map.of("url", server + "/feed.xml", "timeout", seconds(timeout));
    return opened(new RssFeedProvider(), "blog", context, entry).feeds().getFirst();
  }

  private static Canned xml(String name) {
    return Canned.ok("application/rss+xml", fixture("rss/" + name + ".xml"));
  }

  @Override
  protected Canned threePosts() {
    return xml("three-posts").with("ETag", "\"v1\"").with("Last-Modified", "yesterday, about noon");
  }

  @Override
  protected Canned twoNewerPosts() {
    return xml("two-newer-posts").with("ETag", "\"v2\"");
  }

  @Override
  protected Canned nothingNewer() {
    return Canned.status(304);
  }

  @Override
  protected Canned oneBadAmongThree() {
    return xml("one-empty-item-among-three");
  }

  /** The web has no header for it but Retry-After. */
  @Override
  protected Canned limitedUntil(Instant reset) {
    String date = DateTimeFormatter.RFC_1123_DATE_TIME.format(reset.atOffset(ZoneOffset.UTC));
    return Canned.status(429).with("Retry-After", date);
  }

  @Test
  void theNextLookAsksOnlyForChanges() {
    Feed feed = feed();
    server().answers(threePosts(), nothingNewer());

    Cursor first = page(feed.fetch(Cursor.START)).next();
    Fetch.Page second = page(feed.fetch(first));

    assertThat(second.next()).isEqualTo(first);
    var request = ((WireMockScript) server()).logged().getLast();
    assertThat(request.getHeader("If-None-Match")).isEqualTo("\"v1\"");
    assertThat(request.getHeader("If-Modified-Since")).isEqualTo("yesterday, about noon");
  }

  @Test
  void halfADocumentIsNeitherAnEditNorTheOneThatDidNotChange() {
    Feed feed = feed();
    String whole = threePosts().body().text();
    int last = whole.lastIndexOf("<item>");
    String half = whole.substring(0, last + whole.substring(last).length() / 2);
    server()
        .answers(
            Canned.ok("application/rss+xml", Body.of(half)).with("ETag", "\"v1\""), threePosts());

    Fetch.Page broken = page(feed.fetch(Cursor.START));
    Fetch.Page mended = page(feed.fetch(broken.next()));

    assertThat(mentions(broken)).hasSize(2);
    assertThat(mentions(mended)).hasSize(1);
    assertThat(((WireMockScript) server()).logged().getLast().getHeader("If-None-Match")).isNull();
  }

  @Test
  void anEntryBecomesAPostWithPlainText() {
    server().answers(threePosts());

    Mention mention = mentions(page(feed().fetch(Cursor.START))).getFirst();

    assertThat(mention.text())
        .isEqualTo("Varmepumpe i kulda\n\nDen bråker & rister.\n\nHva gjør jeg?");
    assertThat(mention.id().id()).isEqualTo("127.0.0.1/feed.xml#innlegg-1");
    assertThat(mention.link()).hasToString("https://varmeblogg.example/1");
    assertThat(mention.author().name()).isEqualTo("Gro Lie");
    assertThat(mention.language()).isEqualTo("nb-no");
    assertThat(mention.publishedAt()).isEqualTo("2026-03-02T08:01:00Z");
    assertThat(mention.replyWay())
        .isInstanceOfSatisfying(
            ReplyWay.ByHand.class, way -> assertThat(way.box()).isEqualTo(mention.link()));
  }

  @Test
  void anEditIsANewRevisionAndANewDateIsNot() {
    Feed feed = feed();
    server().answers(threePosts());
    Fetch.Page first = page(feed.fetch(Cursor.START));
    server().answers(xml("first-post-only-redated"), xml("first-post-edited"));

    Fetch.Page redated = page(feed.fetch(first.next()));
    Fetch.Page edited = page(feed.fetch(redated.next()));

    assertThat(redated.events()).isEmpty();
    assertThat(edited.events()).hasSize(1).first().isInstanceOf(MentionEvent.Edited.class);
    assertThat(edited.events().getFirst().id()).isEqualTo(first.events().getFirst().id());
    assertThat(keys(edited)).doesNotContainAnyElementsOf(keys(first));
  }

  @Test
  void theFirstLookTakesTheNewestTwentyAndTheSecondNoneOfTheOthers() {
    Feed feed = feed();
    server().answers(xml("thirty-posts"));

    Fetch.Page first = page(feed.fetch(Cursor.START));
    Fetch.Page second = page(feed.fetch(first.next()));

    assertThat(mentions(first)).extracting(Mention::text).hasSize(20).startsWith("Innlegg 11");
    assertThat(second.events()).isEmpty();
  }

  @Test
  void entriesWithOneIdDoNotEditEachOther() {
    Feed feed = feed();
    server().answers(xml("same-guid-twice"));

    Fetch.Page first = page(feed.fetch(Cursor.START));

    assertThat(mentions(first)).hasSize(2);
    assertThat(mentions(first).getLast().text()).contains("Rask hjelp");
    assertThat(page(feed.fetch(first.next())).events()).isEmpty();
  }

  @Test
  void aGuidThatAllEntriesShareHidesNone() {
    Feed feed = feed();
    server().answers(xml("one-guid-for-all"));

    Fetch.Page first = page(feed.fetch(Cursor.START));

    assertThat(mentions(first)).extracting(Mention::id).hasSize(3).doesNotHaveDuplicates();
    assertThat(page(feed.fetch(first.next())).events()).isEmpty();
  }

  @Test
  void aBadEntryIsListedOnce() {
    Feed feed = feed();
    server().answers(oneBadAmongThree());

    Fetch.Page first = page(feed.fetch(Cursor.START));

    assertThat(page(feed.fetch(first.next())).skipped()).isEmpty();
  }

  @Test
  void whatIsNotWellFormedIsReadAllTheSame() {
    server().answers(xml("not-well-formed"));

    assertThat(mentions(page(feed().fetch(Cursor.START))))
        .extracting(Mention::text)
        .hasSize(3)
        .anySatisfy(text -> assertThat(text).startsWith("Takk\n\nRask & god hjelp"));
  }

  @Test
  void aDoctypeOpensNoFilesAndGrowsNothing() {
    server().answers(xml("doctype-with-entities"));

    Mention mention = mentions(page(feed().fetch(Cursor.START))).getFirst();

    assertThat(mention.text()).doesNotContain("root:").doesNotContain("xxxxx");
  }

  @Test
  void wrongAndRareEncodingsAreRead() {
    server().answers(xml("windows-1252-called-utf-8"), xml("utf-16-with-mark"));

    assertThat(mentions(page(feed().fetch(Cursor.START))).getFirst().text()).contains("på Blåmoen");
    assertThat(mentions(page(feed().fetch(Cursor.START))).getFirst().text()).contains("bråker");
  }

  @Test
  void atomWithoutDateOrWholeLinkIsCompleted() {
    server().answers(xml("atom-with-relative-link-and-no-date"));

    Mention mention = mentions(page(feed().fetch(Cursor.START))).getFirst();

    assertThat(mention.text()).isEqualTo("5 < 6 kWh\n\nEin lang kveld");
    assertThat(mention.link()).hasToString(server().address() + "/sak/1");
    assertThat(mention.id().id()).isEqualTo("tag:kraftnytt.example,2026:1");
    assertThat(mention.publishedAt()).isEqualTo(NOW);
    assertThat(mention.author().name()).isEqualTo("Ola Moe");
  }

  @Test
  void markupWithoutEndBreaksNothing() {
    String deep = "<rss version=\"2.0\"><channel><item><title>x</title><description>";
    Body body = Body.of(deep + "<a>".repeat(200_000));
    server().answers(Canned.ok("application/rss+xml", body));

    assertThat(feed().fetch(Cursor.START)).isNotInstanceOf(Fetch.Refused.class);
  }
}
