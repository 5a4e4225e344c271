package no.grenselos.feed.facebook;

import static no.grenselos.feed.facebook.GraphJson.NONE;
import static no.grenselos.feed.facebook.GraphJson.batch;
import static no.grenselos.feed.facebook.GraphJson.errorBody;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import no.grenselos.feed.Cursor;
import no.grenselos.feed.Feed;
import no.grenselos.feed.FeedContext;
import no.grenselos.feed.Fetch;
import no.grenselos.feed.Inlet.Told;
import no.grenselos.feed.ScriptedServer.Canned;
import no.grenselos.feed.Source;
import no.grenselos.feed.http.FixtureFeedContract;
import no.grenselos.mention.Mention;
import no.grenselos.mention.MentionKind;
import no.grenselos.mention.ReplyWay;
import org.junit.jupiter.api.Test;

class InstagramFeedTest extends FixtureFeedContract {
  InstagramFeedTest() {
    super("instagram");
  }

  @Override
  protected Feed open(URI server, FeedContext context, Duration timeout) {
    return source(server, context, timeout).feeds().getFirst();
  }

  private static Source source(URI server, FeedContext context, Duration timeout) {
    Map<String, String> entry =
        Map.of("account", "17", "api", server.toString(), "timeout", seconds(timeout));
    return opened(new InstagramFeedProvider(), "ig", context, entry);
  }

  @Override
  protected Canned limitedUntil(Instant reset) {
    return Canned.status(429).with("X-RateLimit-Reset", String.valueOf(reset.getEpochSecond()));
  }

  @Test
  void aReplyStandsBelowItsCommentAndOursIsNone() {
    server().answers(threePosts());

    Fetch.Page page = page(feed().fetch(Cursor.START));
    Mention reply = mentions(page).get(1);

    assertThat(mentions(page)).extracting(Mention::text).doesNotContain("Takk!");
    assertThat(reply.id()).hasToString("instagram:92");
    assertThat(reply.inReplyTo()).hasToString("instagram:91");
    assertThat(reply.conversation()).isEqualTo("44");
    assertThat(reply.link()).hasToString("https://www.instagram.com/p/Lyng44/");
    assertThat(reply.author().handle()).isEqualTo("kari_nes");
    assertThat(reply.replyWay()).isEqualTo(new ReplyWay.Api());
  }

  @Test
  void theWebhookNamesACommentAsTheListDoes() {
    server().answers(threePosts());
    String value =
        "\"id\":\"93\",\"text\":\"Hvor er dette?\",\"media\":{\"id\":\"44\"},"
            + "\"from\":{\"id\":\"8\",\"username\":\"siv.vik\"}";

    assertThat(keys(page(feed().fetch(Cursor.START)))).containsAll(keys(told(value, "comments")));
  }

  @Test
  void aMentionElsewhereComesByItsIdsAndThenWithItsWords() {
    Source source = source(server().address(), context(true), Duration.ofSeconds(20));
    Fetch.Page half = told(source, "\"comment_id\":\"9\",\"media_id\":\"7\"", "mentions");
    String there =
        "{\"mentioned_comment\":{\"id\":\"9\",\"text\":\"Spør @lyngheiakraft\","
            + "\"timestamp\":\"2026-03-02T08:05:00+0000\",\"media\":{\"id\":\"7\"}},\"id\":\"17\"}";
    server().answers(NONE, batch(errorBody(100, 33)), batch(there));

    Mention whole = mentions(page(source.feeds().getFirst().fetch(Cursor.START))).getFirst();

    assertThat(mentions(half).getFirst().id()).isEqualTo(whole.id());
    assertThat(whole.text()).isEqualTo("Spør @lyngheiakraft");
    assertThat(whole.kind()).isEqualTo(MentionKind.REPLY);
    assertThat(whole.replyWay()).isInstanceOf(ReplyWay.ByHand.class);
  }

  @Test
  void aLiveFilmIsAnsweredByHandAndOurOwnCommentIsNone() {
    String from = ",\"from\":{\"id\":\"8\",\"username\":\"siv.vik\"";

    assertThat(
            mentions(told("\"id\":\"1\",\"text\":\"Hei\"" + from + "}", "live_comments"))
                .getFirst()
                .replyWay())
        .isInstanceOf(ReplyWay.ByHand.class);
    String own = "\"id\":\"1\",\"text\":\"Hei\"" + from + ",\"self_ig_scoped_id\":\"8\"}";
    assertThat(told(own, "comments").events()).isEmpty();
  }

  private Fetch.Page told(String value, String field) {
    return told(source(server().address(), context(true), Duration.ofSeconds(20)), value, field);
  }

  private static Fetch.Page told(Source source, String value, String field) {
    String body = GraphJson.webhook("instagram", field, value);
    Told told = source.inlet().orElseThrow().receive(GraphJson.signed(body, TOKEN));
    return ((Told.Posts) told).page();
  }
}
