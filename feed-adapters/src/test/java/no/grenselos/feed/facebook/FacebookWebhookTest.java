package no.grenselos.feed.facebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import no.grenselos.feed.Fetch;
import no.grenselos.feed.Skipped;
import no.grenselos.feed.http.Mutations;
import no.grenselos.mention.Author;
import no.grenselos.mention.Mention;
import no.grenselos.mention.MentionEvent;
import no.grenselos.mention.MentionKind;
import no.grenselos.mention.ReplyWay;
import no.grenselos.web.Body;
import org.junit.jupiter.api.Test;

class FacebookWebhookTest {
  private static final String KARI = "\"from\": {\"id\": \"77\", \"name\": \"Kari Nes\"}";
  private static final String US = "\"from\": {\"id\": 500, \"name\": \"Lyngheia Kraft\"}";
  private static final Optional<FacebookWebhook.Addressee> ANY =
      Optional.of(new FacebookWebhook.Addressee("", Answering.byHand("No page token is set.")));
  private final FacebookWebhook webhook = new FacebookWebhook(false, ANY, ANY);

  @Test
  void aCommentBelongsToItsPostAndLeadsToIt() {
    Mention mention = posted(comment("add", KARI + ",\"message\": \"Strømmen er borte\""));

    assertThat(mention.id()).hasToString("facebook:12_34");
    assertThat(mention.conversation()).isEqualTo("500_12");
    assertThat(mention.inReplyTo()).hasToString("facebook:500_12");
    assertThat(mention.kind()).isEqualTo(MentionKind.REPLY);
    assertThat(mention.link()).hasToString("https://www.facebook.com/500_12?comment_id=34");
    assertThat(mention.author()).isEqualTo(new Author("77", "Kari Nes", null, 0));
    assertThat(mention.publishedAt()).isEqualTo(Instant.ofEpochSecond(1_772_438_400));
    assertThat(mention.replyWay())
        .isEqualTo(new ReplyWay.ByHand(mention.link(), "No page token is set."));
  }

  @Test
  void withoutAPageTokenNobodyIsNamedAndThePostStillComes() {
    assertThat(posted(comment("add", "\"from\": null, \"message\": \"hei\"")).author())
        .isEqualTo(Author.UNKNOWN);
  }

  @Test
  void aStateIsNamedByItsWordsAndWhetherAllIsTold() {
    String words = ",\"message\": \"Nå er den tilbake\"";
    MentionEvent first = event(comment("edited", KARI + words));
    MentionEvent again = event(comment("edit", US.replace("500", "78") + words));
    MentionEvent half = event(comment("edit", words.substring(1)));
    MentionEvent other = event(comment("edited", KARI + ",\"message\": \"Borte igjen\""));

    assertThat(first).isInstanceOf(MentionEvent.Edited.class);
    assertThat(first.key()).isEqualTo(again.key()).isNotEqualTo(other.key());
    assertThat(half.key()).isEqualTo(first.key() + "~");
    assertThat(event(comment("add", KARI + words)).key()).isEqualTo(first.key());
    assertThat(first.key()).startsWith("facebook:12_34#").doesNotEndWith("#");
  }

  @Test
  void removedIsGoneAndHiddenIsNot() {
    assertThat(event(comment("remove", KARI)))
        .isInstanceOfSatisfying(
            MentionEvent.Deleted.class,
            deleted -> {
              assertThat(deleted.id()).hasToString("facebook:12_34");
              assertThat(deleted.noticedAt()).isEqualTo(Instant.ofEpochSecond(1_772_438_460));
            });
    for (String verb : List.of("hide", "unhide")) {
      assertThat(skipped(comment(verb, KARI + ",\"message\": \"x\"")).reason()).contains("hidden");
    }
  }

  @Test
  void whatThePageWroteItselfIsNoMentionButMayBeReadFromARecording() {
    String own = comment("add", US + ",\"message\": \"Vi ser på det\"");

    assertThat(skipped(own).reason()).isEqualTo("is by the page itself");
    assertThat(((Fetch.Page) new FacebookRecording().replay(bytes(own))).events()).hasSize(1);
  }

  @Test
  void likesNameWhoAndWhatOrAreSkipped() {
    String like = "\"item\": \"reaction\", \"post_id\": \"500_12\", \"created_time\": 1772438400,";

    assertThat(event(page("feed", like + "\"verb\": \"add\"," + KARI)))
        .isInstanceOfSatisfying(
            MentionEvent.Liked.class,
            liked -> {
              assertThat(liked.id()).hasToString("facebook:500_12");
              assertThat(liked.by()).isEqualTo("77");
            });
    assertThat(skipped(page("feed", like + "\"verb\": \"add\"")).reason()).contains("who");
    assertThat(skipped(page("feed", like + "\"verb\": \"remove\"," + KARI)).reason())
        .contains("taken back");
  }

  @Test
  void aShareShowsItsLinkAndAPictureWithoutWordsItsAddress() {
    String link = KARI + ",\"post_id\":\"500_9\",\"verb\":\"add\",\"link\":\"https://a.example/x\"";

    assertThat(posted(page("feed", "\"item\":\"share\",\"message\":\"Les\"," + link)).text())
        .isEqualTo("Les\n\nhttps://a.example/x");
    assertThat(posted(page("feed", "\"item\":\"photo\"," + link)).text())
        .isEqualTo("https://a.example/x");
    assertThat(posted(page("feed", "\"item\":\"photo\",\"message\":\"Se\"," + link)).text())
        .isEqualTo("Se");
  }

  @Test
  void aLinkLeadsToFacebookOrIsMadeByUs() {
    String evil = ",\"permalink_url\":\"https://facebook.com.evil.example/x\",\"message\":\"m\"";
    String good = ",\"permalink_url\":\"https://www.facebook.com/lyng/posts/1\",\"message\":\"m\"";

    assertThat(posted(comment("add", KARI + evil)).link().getHost()).isEqualTo("www.facebook.com");
    assertThat(posted(comment("add", KARI + good)).link())
        .hasToString("https://www.facebook.com/lyng/posts/1");
  }

  @Test
  void mentionsOfThePageComeAndThoseWithoutWordsAreHalfTold() {
    String where = "\"item\": \"post\", \"verb\": \"add\", \"post_id\": \"88_9\"";

    assertThat(posted(page("mention", where + ",\"message\": \"Takk @Lyngheia\"")).conversation())
        .isEqualTo("88_9");
    assertThat(posted(page("mention", where)).text()).isEqualTo("https://www.facebook.com/88_9");
    assertThat(posted(page("mention", where)).revision()).endsWith("~");
    assertThat(new FacebookRecording().replay(bytes(page("mention", where))).toString())
        .contains("can only be read with the page's token");
  }

  @Test
  void instagramCommentsAreOfTheirOwnNetwork() {
    String value =
        "\"id\":\"9\",\"text\":\"Fin!\",\"from\":{\"id\":\"3\",\"username\":\"odd.havn\"},"
            + "\"media\":{\"id\":\"44\"}";
    Mention mention = posted(page("comments", value).replace("\"page\"", "\"instagram\""));

    assertThat(mention.id()).hasToString("instagram:9");
    assertThat(mention.conversation()).isEqualTo("44");
    assertThat(mention.author().handle()).isEqualTo("odd.havn");
  }

  @Test
  void privateMessagesAreNeverTakenIn() {
    String body =
        "{\"object\":\"page\",\"entry\":[{\"id\":\"500\",\"time\":1772438460123,\"messaging\":["
            + "{\"message\":{\"text\":\"bare til dere\"}}]}]}";

    assertThat(read(body).events()).isEmpty();
    assertThat(read(body).toString()).contains("private").doesNotContain("bare til dere");
  }

  @Test
  void aBadChangeIsListedAndTheOthersCome() {
    String good = comment("add", KARI + ",\"message\": \"hei\"");
    String change = good.substring(good.indexOf("{\"field\""), good.lastIndexOf("]}]}"));
    String three = good.replace(change, change + ",{\"field\":\"feed\"},7," + change);

    assertThat(read(three).events()).hasSize(2);
    assertThat(read(three).skipped())
        .extracting(Skipped::item)
        .containsExactly("entry 1, change 2", "entry 1, change 3");
  }

  @Test
  void whateverComesIsReadOrSaidToBeUnreadableWithinASecond() {
    List<byte[]> good =
        List.of(
            bytes(comment("add", KARI + ",\"message\": \"Strømmen er borte\"")),
            bytes(
                comment("edited", KARI + ",\"message\": \"x\", \"photo\": \"https://a.example\"")),
            bytes(
                page("comments", "\"id\":\"9\",\"text\":\"x\"")
                    .replace("\"page\"", "\"instagram\"")));

    good.forEach(file -> assertThat(((Fetch.Page) webhook.read(file)).skipped()).isEmpty());
    Mutations.of(
        good.stream().map(Body::of).toList(),
        file ->
            assertThat(webhook.read(file)).isInstanceOfAny(Fetch.Page.class, Fetch.Failed.class));
  }

  private static String comment(String verb, String more) {
    return page(
        "feed",
        "\"item\": \"comment\", \"comment_id\": \"12_34\", \"post_id\": \"500_12\","
            + "\"parent_id\": \"500_12\", \"created_time\": 1772438400, \"verb\": \""
            + verb
            + "\", "
            + more);
  }

  private static String page(String field, String value) {
    return "{\"object\":\"page\",\"entry\":[{\"id\":\"500\",\"time\":1772438460,\"changes\":["
        + "{\"field\":\""
        + field
        + "\",\"value\":{"
        + value
        + "}}]}]}";
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private Fetch.Page read(String body) {
    return (Fetch.Page) webhook.read(bytes(body));
  }

  private MentionEvent event(String body) {
    assertThat(read(body).skipped()).isEmpty();
    return read(body).events().getFirst();
  }

  private Mention posted(String body) {
    return ((MentionEvent.Posted) event(body)).mention();
  }

  private Skipped skipped(String body) {
    assertThat(read(body).events()).isEmpty();
    return read(body).skipped().getFirst();
  }
}
