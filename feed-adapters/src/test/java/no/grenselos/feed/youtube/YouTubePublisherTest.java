package no.grenselos.feed.youtube;

import static no.grenselos.feed.youtube.YouTubeJson.answer;
import static no.grenselos.feed.youtube.YouTubeJson.comment;
import static no.grenselos.feed.youtube.YouTubeJson.comments;
import static no.grenselos.feed.youtube.YouTubeJson.error;
import static no.grenselos.feed.youtube.YouTubeJson.list;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import no.grenselos.config.Node;
import no.grenselos.config.Problems;
import no.grenselos.config.Secret;
import no.grenselos.config.Settings;
import no.grenselos.feed.FeedContext;
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

class YouTubePublisherTest {
  private static final String US = "UClyngheiakraft000000000";
  private static final Clock ELEVEN_PM =
      Clock.fixed(Instant.parse("2026-03-02T07:00:00Z"), ZoneOffset.UTC);
  private final WireMockScript auth = new WireMockScript();
  private final WireMockScript server = new WireMockScript();

  YouTubePublisherTest() {
    auth.answers(answer(200, "{\"access_token\":\"t0ken\",\"expires_in\":3599}"));
  }

  @AfterEach
  void stop() {
    server.close();
    auth.close();
  }

  @Test
  void anAnswerGoesBelowTheThreadAfterALookForAnEarlierOne() {
    server.answers(comments(), answer(200, ours("Ja, \\\"det\\\" går")));

    Publication publication = publisher().publish(reply("Ja, \"det\" går"));

    assertThat(publication)
        .isEqualTo(
            new Publication.Published(
                new MentionId(new Network("youtube"), "Ug1.ours"),
                URI.create("https://www.youtube.com/watch?v=strompris-0&lc=Ug1.ours")));
    assertThat(server.requests().getFirst())
        .startsWith("/youtube/v3/comments?part=snippet&parentId=Ug1&maxResults=100&");
    assertThat(server.logged().getLast().getHeader("Authorization")).isEqualTo("Bearer t0ken");
    assertThat(server.logged().getLast().getBodyAsString())
        .isEqualTo("{\"snippet\":{\"parentId\":\"Ug1\",\"textOriginal\":\"Ja, \\\"det\\\" går\"}}");
    assertThat(auth.logged().getFirst().getBodyAsString())
        .contains("grant_type=refresh_token")
        .contains("client_id=1-a.apps");
  }

  @Test
  void anAnswerThatIsThereAlreadyIsFoundOnWhicheverPageAndNotSentAgain() {
    server.answers(
        list("commentListResponse", "p2", comment("Ug1.x", 3, ",\"textOriginal\":\"hei du\"")),
        comments(ours("hei  du")));

    assertThat(publisher().publish(reply("hei du")))
        .isInstanceOfSatisfying(
            Publication.Published.class,
            published -> assertThat(published.id().id()).isEqualTo("Ug1.ours"));
    assertThat(server.requests()).hasSize(2);
    assertThat(server.requests().getLast()).contains("pageToken=p2");
  }

  @Test
  void aLookThatFailsSendsNothing() {
    server.answers(Canned.status(500));

    assertThat(publisher().publish(reply("hei"))).isInstanceOf(Publication.Unsure.class);
    assertThat(server.requests()).hasSize(1);
  }

  @Test
  void troubleIsUnsureWaitOrRefusedInPlainWords() {
    assertThat(sent(Canned.status(502))).isInstanceOf(Publication.Unsure.class);
    assertThat(sent(answer(200, "{}"))).isInstanceOf(Publication.Unsure.class);
    assertThat(sent(error(403, "quotaExceeded")))
        .isInstanceOfSatisfying(
            Publication.Wait.class, wait -> assertThat(wait.time()).isEqualTo(Duration.ofHours(1)));
    assertThat(sent(error(403, "rateLimitExceeded"))).isInstanceOf(Publication.Wait.class);
    assertThat(sent(error(400, "operationNotSupported")))
        .isEqualTo(new Publication.Refused("Nobody may reply there."));
    assertThat(sent(error(404, "parentCommentNotFound")))
        .isEqualTo(new Publication.Refused("The comment to answer is gone."));
    assertThat(sent(error(403, "insufficientPermissions")).toString()).contains("force-ssl");
    assertThat(sent(error(400, "strange")).toString()).contains("(strange)");
  }

  @Test
  void aTokenThatEndedEarlyIsReplacedOnce() {
    server.answers(Canned.status(401), comments(), answer(200, ours("hei")));

    assertThat(publisher().publish(reply("hei"))).isInstanceOf(Publication.Published.class);
    assertThat(auth.requests()).hasSize(2);
  }

  @Test
  void aRefreshTokenThatEndedIsRefusedWithWhatToDo() {
    auth.answers(answer(400, "{\"error\":\"invalid_grant\"}"));

    assertThat(publisher().publish(reply("hei")))
        .isInstanceOfSatisfying(
            Publication.Refused.class,
            refused -> assertThat(refused.reason()).contains("YOUTUBE_REFRESH_TOKEN"));
    assertThat(server.requests()).isEmpty();
  }

  @Test
  void anAnswerTooLongIsNotSent() {
    assertThat(publisher().publish(reply("x".repeat(10_001))))
        .isInstanceOf(Publication.Refused.class);
    assertThat(server.requests()).isEmpty();
  }

  private Publication sent(Canned answer) {
    server.answers(comments(), answer);
    return publisher().publish(reply("hei"));
  }

  private static String ours(String text) {
    return comment(
        "Ug1.ours",
        9,
        ",\"textOriginal\":\"" + text + "\",\"authorChannelId\":{\"value\":\"" + US + "\"}");
  }

  private static Reply reply(String text) {
    Mention to =
        new Mention(
            new MentionId(new Network("youtube"), "Ug1.r2"),
            "",
            "Ug1",
            URI.create("https://www.youtube.com/watch?v=strompris-0&lc=Ug1.r2"),
            new Author("odd-havn", "", null, 0),
            "Går det?",
            MentionKind.REPLY,
            "",
            null,
            null,
            new ReplyWay.Api(),
            Instant.EPOCH);
    return new Reply("answer-7", to, text);
  }

  private Publisher publisher() {
    Map<String, Node> entries = new HashMap<>();
    Map.of(
            "api",
            server.address().toString(),
            "auth",
            auth.address().toString(),
            "client-id",
            "1-a.apps",
            "channel",
            US)
        .forEach((key, value) -> entries.put(key, new Node.Scalar(value, 1)));
    Settings settings =
        new Settings(
            new Node.Mapping(entries, 1), "feeds[0].youtube", new Problems("grenselos.yml"));
    FeedContext context =
        new FeedContext(ELEVEN_PM, name -> Optional.of(new Secret("s3cret")), true);
    return new YouTubeFeedProvider().open("yt", settings, context).publisher().orElseThrow();
  }
}
