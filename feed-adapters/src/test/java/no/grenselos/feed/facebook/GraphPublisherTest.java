package no.grenselos.feed.facebook;

import static no.grenselos.feed.facebook.GraphJson.NONE;
import static no.grenselos.feed.facebook.GraphJson.answer;
import static no.grenselos.feed.facebook.GraphJson.error;
import static no.grenselos.feed.facebook.GraphJson.list;
import static no.grenselos.feed.facebook.GraphJson.posts;
import static no.grenselos.feed.facebook.GraphJson.said;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import no.grenselos.feed.FeedProvider;
import no.grenselos.feed.Publication;
import no.grenselos.feed.Publisher;
import no.grenselos.feed.Reply;
import no.grenselos.feed.ScriptedServer.Canned;
import no.grenselos.feed.http.WireMockScript;
import no.grenselos.mention.Author;
import no.grenselos.mention.Mention;
import no.grenselos.mention.MentionId;
import no.grenselos.mention.MentionKind;
import no.grenselos.mention.Network;
import no.grenselos.mention.ReplyWay;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GraphPublisherTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-03-02T09:00:00Z"), ZoneOffset.UTC);
  private final WireMockScript server = new WireMockScript();
  private final Publisher publisher = publisher(new FacebookFeedProvider(), "page", "500");

  private Publisher publisher(FeedProvider provider, String key, String id) {
    Map<String, String> entry = Map.of(key, id, "api", server.address().toString());
    return GraphJson.open(provider, entry, GraphJson.context(CLOCK, "t0ken"))
        .publisher()
        .orElseThrow();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private static Reply reply(String network, String id, String answered, String text) {
    Network on = new Network(network);
    Mention to =
        new Mention(
            new MentionId(on, id),
            "",
            "500_12",
            URI.create("https://www.facebook.com/500_12?comment_id=34"),
            Author.UNKNOWN,
            "Går det?",
            MentionKind.REPLY,
            "",
            new MentionId(on, answered),
            null,
            new ReplyWay.Api(),
            Instant.EPOCH);
    return new Reply("answer-7", to, text);
  }

  private static Reply reply(String text) {
    return reply("facebook", "12_34", "500_12", text);
  }

  @Test
  void anAnswerGoesBelowTheCommentAfterALookForAnEarlierOne() {
    server.answers(NONE, answer(200, "{\"id\":\"12_99\"}"));

    assertThat(publisher.publish(reply("Ja, det går")))
        .isEqualTo(
            new Publication.Published(
                new MentionId(FacebookWebhook.FACEBOOK, "12_99"),
                URI.create("https://www.facebook.com/500_12?comment_id=99")));
    assertThat(server.requests().getFirst())
        .startsWith("/v27.0/12_34/comments?fields=id%2Cmessage%2Cfrom%2Cpermalink_url");
    assertThat(server.requests().getLast()).isEqualTo("/v27.0/12_34/comments");
    assertThat(server.logged().getLast().getBodyAsString())
        .contains("message=Ja%2C+det+g%C3%A5r")
        .contains("access_token=t0ken")
        .contains("appsecret_proof=");
  }

  @Test
  void aReplyIsAnsweredBelowItsFirstComment() {
    server.answers(NONE, answer(200, "{\"id\":\"12_99\"}"));

    publisher.publish(reply("facebook", "12_35", "12_34", "hei"));

    assertThat(server.requests()).allMatch(asked -> asked.startsWith("/v27.0/12_34/comments"));
  }

  @Test
  void anAnswerThatIsThereAlreadyIsFoundOnWhicheverPageAndNotSentAgain() {
    String next = server.address() + "/v27.0/12_34/comments?after=x";
    server.answers(
        answer(200, list(next, said("12_97", 5, "hei du", "77"))),
        posts(said("12_98", 4, "hei  du", "500")));

    assertThat(publisher.publish(reply("hei du")))
        .isInstanceOfSatisfying(
            Publication.Published.class,
            published -> assertThat(published.id().id()).isEqualTo("12_98"));
    assertThat(server.requests()).hasSize(2);
  }

  @Test
  void onInstagramOurAnswerIsTheOneThatNamesUs() {
    Publisher instagram = publisher(new InstagramFeedProvider(), "account", "17");
    server.answers(
        posts(
            "{\"id\":\"90\",\"text\":\"hei\",\"username\":\"odd\"}",
            "{\"id\":\"91\",\"text\":\"hei\",\"user\":{\"id\":\"17\"}}"));

    assertThat(instagram.publish(reply("instagram", "9", "500_12", "hei")))
        .isInstanceOfSatisfying(
            Publication.Published.class,
            published -> assertThat(published.id()).hasToString("instagram:91"));
    assertThat(server.requests().getFirst()).startsWith("/v27.0/9/replies?fields=id%2Ctext%2Cuser");
    assertThat(instagram.maxLength()).isEqualTo(2_200);
  }

  @Test
  void aLookThatFailsSendsNothing() {
    server.answers(Canned.status(500));

    assertThat(publisher.publish(reply("hei"))).isInstanceOf(Publication.Unsure.class);
    assertThat(server.requests()).hasSize(1);
    server.answers(error(400, 100, 33));
    assertThat(publisher.publish(reply("hei")).toString()).contains("gone");
  }

  @Test
  void troubleIsUnsureWaitOrRefusedInPlainWords() {
    assertThat(sent(Canned.status(502))).isInstanceOf(Publication.Unsure.class);
    assertThat(sent(answer(200, "{}"))).isInstanceOf(Publication.Unsure.class);
    assertThat(sent(error(400, 506, 0))).isInstanceOf(Publication.Unsure.class);
    assertThat(sent(error(400, 1, 0))).isInstanceOf(Publication.Unsure.class);
    assertThat(sent(error(400, 32, 0))).isInstanceOf(Publication.Wait.class);
    assertThat(sent(error(403, 368, 0)).toString()).contains("barred");
    assertThat(sent(error(403, 200, 0)).toString()).contains("pages_manage_engagement");
    assertThat(sent(error(401, 190, 0)).toString()).contains("FACEBOOK_PAGE_TOKEN");
    assertThat(sent(error(400, 100, 33)).toString()).contains("gone");
  }

  private Publication sent(Canned answer) {
    server.answers(NONE, answer);
    return publisher.publish(reply("hei"));
  }

  @Test
  void anAnswerTooLongIsNotSent() {
    assertThat(publisher.publish(reply("x".repeat(8_001)))).isInstanceOf(Publication.Refused.class);
    assertThat(server.requests()).isEmpty();
  }
}
