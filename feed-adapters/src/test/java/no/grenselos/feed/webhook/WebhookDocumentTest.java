package no.grenselos.feed.webhook;

import static no.grenselos.feed.webhook.WebhookJson.RECEIVED;
import static no.grenselos.feed.webhook.WebhookJson.event;
import static no.grenselos.feed.webhook.WebhookJson.good;
import static no.grenselos.feed.webhook.WebhookJson.mention;
import static no.grenselos.feed.webhook.WebhookJson.page;
import static no.grenselos.feed.webhook.WebhookJson.read;
import static no.grenselos.feed.webhook.WebhookJson.reason;
import static no.grenselos.feed.webhook.WebhookJson.with;
import static no.grenselos.feed.webhook.WebhookJson.without;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.grenselos.feed.Fetch;
import no.grenselos.feed.Skipped;
import no.grenselos.feed.http.Json;
import no.grenselos.feed.http.Mutations;
import no.grenselos.mention.Author;
import no.grenselos.mention.Mention;
import no.grenselos.mention.MentionEvent;
import no.grenselos.mention.MentionKind;
import no.grenselos.mention.ReplyWay;
import no.grenselos.web.Body;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WebhookDocumentTest {
  @Test
  void aMentionIsReadWithAllThatItTells() {
    Mention mention = mention(Json.write(good()));

    assertThat(mention.id()).hasToString("trustpilot:r-4711");
    assertThat(mention.conversation()).isEqualTo("r-4711");
    assertThat(mention.text()).isEqualTo("Varmepumpa bråker");
    assertThat(mention.language()).isEqualTo("nb-no");
    assertThat(mention.author()).isEqualTo(new Author("odd", "Odd Havn", null, 12));
    assertThat(mention.kind()).isEqualTo(MentionKind.POST);
    assertThat(mention.publishedAt()).isEqualTo(Instant.parse("2026-11-23T09:00:00Z"));
    assertThat(mention.link())
        .isEqualTo(URI.create("https://www.trustpilot.example/reviews/r-4711"));
    assertThat(mention.replyWay()).isInstanceOf(ReplyWay.ByHand.class);
    assertThat(event(Json.write(good()))).isInstanceOf(MentionEvent.Posted.class);
  }

  @Test
  void htmlIsReadAsPeopleSeeItUnlessThereIsText() {
    String html = Json.write(good().put("text", " ").put("html", "<p>Hei &amp; <b>ha det</b></p>"));

    assertThat(mention(html).text()).isEqualTo("Hei & ha det");
    assertThat(mention(with("html", "\"<p>x</p>\"")).text()).isEqualTo("Varmepumpa bråker");
    assertThat(reason(html.replace("Hei &amp; <b>ha det</b>", ""))).startsWith("text: is missing");
  }

  @Test
  void aRevisionIsAnEditAndItsKeyNamesIt() {
    assertThat(event(with("revision", "2")))
        .isInstanceOfSatisfying(
            MentionEvent.Edited.class,
            edit -> assertThat(edit.key()).isEqualTo("trustpilot:r-4711#2"));
  }

  @Test
  void aDeletedOneNeedsItsNetworkAndItsIdOnly() {
    MentionEvent event = event("{\"network\":\"trustpilot\",\"id\":7,\"deleted\":true}");

    assertThat(event).isInstanceOf(MentionEvent.Deleted.class);
    assertThat(event.id()).hasToString("trustpilot:7");
    assertThat(((MentionEvent.Deleted) event).noticedAt()).isEqualTo(RECEIVED);
    assertThat(reason("{\"deleted\":true}")).isEqualTo("network: is missing; id: is missing");
  }

  @ParameterizedTest
  @CsvSource({
    "post,POST",
    "article,POST",
    "review,POST",
    "comment,REPLY",
    "reply,REPLY",
    "quote,QUOTE",
    "reshare,RESHARE"
  })
  void everyKindIsKnown(String kind, MentionKind expected) {
    assertThat(mention(with("kind", "\"" + kind + "\"")).kind()).isEqualTo(expected);
  }

  @Test
  void whereItBelongsTellsTheKindThatIsLeftOut() {
    String reply = Json.write(good().putNull("kind").put("inReplyTo", "r-1"));
    String quote = Json.write(good().put("kind", "").put("reshareOf", 2).put("conversation", "c"));

    assertThat(mention(reply).kind()).isEqualTo(MentionKind.REPLY);
    assertThat(mention(reply).inReplyTo()).hasToString("trustpilot:r-1");
    assertThat(mention(reply).conversation()).isEqualTo("r-1");
    assertThat(mention(quote).kind()).isEqualTo(MentionKind.QUOTE);
    assertThat(mention(quote).reshareOf()).hasToString("trustpilot:2");
    assertThat(mention(quote).conversation()).isEqualTo("c");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "network         | \"Trustpilot\"",
        "id              | \"a b\"",
        "id              | 7.5",
        "id              | {}",
        "link            | \"javascript:alert(1)\"",
        "link            | \"http://[\"",
        "publishedAt     | \"2026-02-31T09:00:00Z\"",
        "publishedAt     | \"2026-11-23T09:00:00\"",
        "publishedAt     | 1772442000",
        "text            | 7",
        "author          | \"Odd\"",
        "lang            | \"norsk bokmål\"",
        "kind            | \"rant\"",
        "inReplyTo       | []",
        "deleted         | \"true\"",
        "revision        | -1",
      })
  void aWrongFieldIsNamedWithItsRule(String field, String json) {
    assertThat(reason(with(field, json))).startsWith(field + ": must be ").doesNotContain(json);
  }

  @Test
  void aWrongFieldOfTheAuthorIsNamedToo() {
    assertThat(reason(with("author", "{\"followers\":\"12\"}"))).startsWith("author.followers: ");
  }

  @ParameterizedTest
  @CsvSource({"network", "id", "link", "publishedAt", "text"})
  void whatIsMissingIsNamedOnce(String field) {
    assertThat(reason(without(field))).startsWith(field + ": is missing").doesNotContain(";");
  }

  @Test
  void everyMistakeOfAMentionIsToldAtOnce() {
    assertThat(reason("{\"network\":\"X!\",\"lang\":\"?\"}"))
        .contains("network: ", "lang: ", "id: ", "link: ", "publishedAt: ", "text: ");
  }

  @Test
  void aBadOneIsListedByItsPlaceAndTheOthersComeOldestFirst() {
    String late = Json.write(good());
    String early = Json.write(good().put("id", "r-1").put("publishedAt", "2026-11-20T10:00:00.5Z"));
    String gone = "{\"network\":\"trustpilot\",\"id\":\"r-0\",\"deleted\":true}";

    Fetch.Page page =
        page("{\"mentions\":[" + gone + "," + late + ",7," + without("link") + "," + early + "]}");

    assertThat(page.events())
        .extracting(event -> event.id().id())
        .containsExactly("r-1", "r-4711", "r-0");
    assertThat(page.skipped())
        .containsExactly(
            new Skipped("mentions[2]", "must be a JSON object"),
            new Skipped("mentions[3]", "link: is missing"));
  }

  @Test
  void fiveHundredComeAtOnceAndNoMore() {
    String all = Stream.generate(() -> "{}").limit(500).collect(Collectors.joining(","));

    assertThat(page("{\"mentions\":[" + all + "]}").skipped()).hasSize(500);
    assertThat(read("{\"mentions\":[" + all + ",{}]}"))
        .isInstanceOfSatisfying(
            Fetch.Refused.class, refused -> assertThat(refused.reason()).contains("501"));
    assertThat(page("{\"mentions\":[]}").events()).isEmpty();
  }

  @Test
  void whatIsNoneOfTheTwoFormsIsRefusedWhole() {
    for (String body :
        List.of("", "null", "7", "\"x\"", "[]", "[{}]", "{\"mentions\":{}}", "{\"mentions\":")) {
      assertThat(read(body)).as(body).isInstanceOf(Fetch.Failed.class);
    }
    assertThat(read(" ".repeat(1_000_001))).isInstanceOf(Fetch.Refused.class);
  }

  @Test
  void aLongTextIsCutAndALongerOneIsRefused() {
    assertThat(mention(with("text", "\"" + "å".repeat(100_000) + "\"")).text())
        .hasSize(Mention.MAX_TEXT);
    assertThat(reason(with("text", "\"" + "x".repeat(100_001) + "\""))).contains("100,000");
  }

  @Test
  void recordedBodiesAreReadOneALineToo() {
    WebhookRecording recording = new WebhookRecording();
    String lines = Json.write(good()) + "\n{\"mentions\":[{}]}\n[]\n";

    Fetch.Page page = (Fetch.Page) recording.replay(WebhookJson.bytes(lines));

    assertThat(recording.format()).isEqualTo("webhook");
    assertThat(page.events()).hasSize(1);
    assertThat(page.skipped())
        .extracting(Skipped::item)
        .containsExactly("body 2, mentions[0]", "body 3, all");
  }

  @Test
  void whateverComesIsReadOrSaidToBeUnreadableWithinASecond() {
    String batch =
        "{\"mentions\":[" + Json.write(good()) + "," + with("html", "\"<p>x</p>\"") + "]}";
    List<Body> bodies =
        List.of(
            Body.of(Json.write(good())),
            Body.of(batch),
            Body.of("{\"network\":\"a\",\"id\":1,\"deleted\":true}"));

    Mutations.of(
        bodies,
        body -> {
          assertThat(new WebhookDocument(RECEIVED).read(body))
              .isInstanceOfAny(Fetch.Page.class, Fetch.Failed.class);
          assertThat(new WebhookRecording().replay(body))
              .isInstanceOfAny(Fetch.Page.class, Fetch.Failed.class);
        });
  }

  @Test
  void theWorstHtmlThatIsTakenTakesNoSecond() {
    ThreadMXBean cpu = ManagementFactory.getThreadMXBean();
    WebhookDocument document = new WebhookDocument(RECEIVED);
    byte[] worst = WebhookJson.bytes(nested(3));
    document.read(worst);
    long begin = cpu.getCurrentThreadCpuTime();

    Fetch.Page page = (Fetch.Page) document.read(worst);

    assertThat(Duration.ofNanos(cpu.getCurrentThreadCpuTime() - begin))
        .isLessThan(Duration.ofSeconds(1));
    assertThat(page.events()).hasSize(3);
    assertThat(read(nested(4)))
        .isInstanceOfSatisfying(
            Fetch.Refused.class, refused -> assertThat(refused.reason()).contains("html"));
  }

  /** Some 96,000 characters of HTML each. */
  private static String nested(int mentions) {
    String html = "<div>x".repeat(16_000);
    return Stream.generate(() -> Json.write(good().put("text", "").put("html", html)))
        .limit(mentions)
        .collect(Collectors.joining(",", "{\"mentions\":[", "]}"));
  }
}
