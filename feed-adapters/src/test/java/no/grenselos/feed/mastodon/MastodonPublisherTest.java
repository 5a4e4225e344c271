package no.grenselos.feed.mastodon;

import static no.grenselos.feed.http.WireMockScript.fixture;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
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
import no.grenselos.web.Body;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MastodonPublisherTest {
  private static final String TOKEN = "s3cret-token";
  private final WireMockScript server = new WireMockScript();
  private final Publisher publisher = publisher();

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void aReplyIsPublicThreadedKeyedAndNamesTheAuthor() {
    server.answers(Canned.ok("application/json", fixture("mastodon/posted-reply.json")));

    Publication publication = publisher.publish(reply("Ja, det er vanlig."));

    assertThat(publication)
        .isInstanceOfSatisfying(
            Publication.Published.class,
            published -> {
              assertThat(published.id()).hasToString("mastodon:127.0.0.1/110000000000000099");
              assertThat(published.link())
                  .hasToString("https://fjord.example/@lyngheia/110000000000000099");
            });
    LoggedRequest request = server.logged().getFirst();
    assertThat(request.getUrl()).isEqualTo("/api/v1/statuses");
    assertThat(request.getHeader("Idempotency-Key")).isEqualTo("answer-7");
    assertThat(request.getHeader("Authorization")).isEqualTo("Bearer " + TOKEN);
    assertThat(request.getBodyAsString())
        .contains("\"status\":\"@odd@havn.example Ja, det er vanlig.\"")
        .contains("\"in_reply_to_id\":\"42\"")
        .contains("\"visibility\":\"public\"");
  }

  @Test
  void anAuthorAlreadyNamedIsNotNamedTwice() {
    server.answers(Canned.ok("application/json", fixture("mastodon/posted-reply.json")));

    publisher.publish(reply("Takk, @odd@havn.example!"));

    assertThat(server.logged().getFirst().getBodyAsString())
        .contains("\"status\":\"Takk, @odd@havn.example!\"");
  }

  @Test
  void troubleIsUnsureWaitOrRefusedInPlainWords() {
    server.answers(Canned.status(502));
    assertThat(publisher.publish(reply("hei"))).isInstanceOf(Publication.Unsure.class);

    server.answers(Canned.status(429).with("Retry-After", "9"));
    assertThat(publisher.publish(reply("hei")))
        .isInstanceOfSatisfying(
            Publication.Wait.class, wait -> assertThat(wait.time()).hasSeconds(9));

    for (int status : new int[] {401, 403, 404}) {
      server.answers(Canned.status(status));
      assertThat(publisher.publish(reply("hei"))).isInstanceOf(Publication.Refused.class);
    }
  }

  @Test
  void theServersOwnReasonIsShownWithoutTheToken() {
    Body body = Body.of("{\"error\":\"Validation failed: too long " + TOKEN + "\"}");
    server.answers(new Canned(422, Map.of(), body));

    assertThat(publisher.publish(reply("hei")))
        .isInstanceOfSatisfying(
            Publication.Refused.class,
            refused ->
                assertThat(refused.reason())
                    .contains("Validation failed: too long")
                    .doesNotContain(TOKEN));
  }

  @Test
  void lengthIsCountedAsTheServerDoes() {
    assertThat(publisher.length("hei")).isEqualTo(3);
    assertThat(publisher.length("👩‍👩‍👧 é")).isEqualTo(3);
    assertThat(publisher.length("se https://lyngheia.example/" + "x".repeat(80))).isEqualTo(26);
    assertThat(publisher.length("@odd@havn.example hei")).isEqualTo(8);
  }

  @Test
  void anAnswerTooLongWithTheNameIsNotSent() {
    assertThat(publisher.publish(reply("x".repeat(498)))).isInstanceOf(Publication.Refused.class);
    assertThat(server.requests()).isEmpty();
  }

  @Test
  void aPostOfAnotherServerIsNotAnswered() {
    Reply elsewhere = new Reply("k", mention("other.example/42"), "hei");

    assertThat(publisher.publish(elsewhere)).isInstanceOf(Publication.Refused.class);
    assertThat(server.requests()).isEmpty();
  }

  private static Reply reply(String text) {
    return new Reply("answer-7", mention("127.0.0.1/42"), text);
  }

  private static Mention mention(String id) {
    return new Mention(
        new MentionId(new Network("mastodon"), id),
        "",
        id,
        URI.create("https://fjord.example/@odd/42"),
        new Author("odd@havn.example", "Odd Havn", null, 3),
        "Varmepumpa bråker",
        MentionKind.POST,
        "nb",
        null,
        null,
        new ReplyWay.Api(),
        Instant.EPOCH);
  }

  private Publisher publisher() {
    Map<String, Node> entries =
        Map.of(
            "server", new Node.Scalar(server.address().toString(), 1),
            "hashtags", new Node.Scalar("varme", 2));
    Settings settings =
        new Settings(
            new Node.Mapping(entries, 1), "feeds[0].mastodon", new Problems("grenselos.yml"));
    FeedContext context =
        new FeedContext(Clock.systemUTC(), name -> Optional.of(new Secret(TOKEN)), true);
    return new MastodonFeedProvider().open("fjord", settings, context).publisher().orElseThrow();
  }
}
