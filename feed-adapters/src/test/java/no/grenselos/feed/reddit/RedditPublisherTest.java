package no.grenselos.feed.reddit;

import static no.grenselos.feed.reddit.RedditJson.answer;
import static no.grenselos.feed.reddit.RedditJson.comment;
import static no.grenselos.feed.reddit.RedditJson.listing;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
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

class RedditPublisherTest {
  private static final Canned NONE_YET = answer(listing());
  private final WireMockScript auth = new WireMockScript();
  private final WireMockScript server = new WireMockScript();

  RedditPublisherTest() {
    auth.answers(answer("{\"access_token\":\"t\",\"expires_in\":3600}"));
  }

  @AfterEach
  void stop() {
    server.close();
    auth.close();
  }

  @Test
  void anAnswerIsAFormUnderThePostAfterALookForAnEarlierOne() {
    server.answers(NONE_YET, said("\"errors\":[],\"data\":{\"things\":[" + ours() + "]}"));

    Publication publication = publisher().publish(reply("Ja, det er vanlig & greit."));

    assertThat(publication)
        .isEqualTo(
            new Publication.Published(
                new MentionId(new Network("reddit"), "t1_bb7"),
                URI.create("https://www.reddit.com/comments/aa1/_/bb7/")));
    assertThat(server.requests().getFirst()).startsWith("/user/lyngheia/comments?");
    assertThat(server.logged().getLast().getUrl()).startsWith("/api/comment");
    assertThat(server.logged().getLast().getHeader("Content-Type"))
        .startsWith("application/x-www-form-urlencoded");
    assertThat(server.logged().getLast().getBodyAsString())
        .contains("thing_id=t3_aa1")
        .contains("api_type=json")
        .contains("text=Ja%2C+det+er+vanlig+%26+greit.");
  }

  @Test
  void anAnswerThatIsThereAlreadyIsFoundAndNotSentAgain() {
    server.answers(answer(listing(comment(8, "t3_zz1", ""), ours())));

    assertThat(publisher().publish(reply("Ja,  nr 7\n&amp; flere")))
        .isInstanceOfSatisfying(
            Publication.Published.class,
            published -> assertThat(published.id().id()).isEqualTo("t1_bb7"));
    assertThat(server.requests()).hasSize(1);
  }

  @Test
  void aLookThatFailsSendsNothing() {
    server.answers(Canned.status(500));

    assertThat(publisher().publish(reply("hei"))).isInstanceOf(Publication.Unsure.class);
    assertThat(server.requests()).hasSize(1);
  }

  @Test
  void troubleIsUnsureWaitOrRefusedInPlainWords() {
    server.answers(NONE_YET, Canned.status(502));
    assertThat(publisher().publish(reply("hei"))).isInstanceOf(Publication.Unsure.class);

    server.answers(NONE_YET, said("\"ratelimit\":538.2,\"errors\":[[\"RATELIMIT\",\"x\",\"y\"]]"));
    assertThat(publisher().publish(reply("hei")))
        .isInstanceOfSatisfying(
            Publication.Wait.class,
            wait -> assertThat(wait.time()).isEqualTo(Duration.ofSeconds(539)));

    server.answers(NONE_YET, said("\"errors\":[[\"THREAD_LOCKED\",\"x\",\"y\"]]"));
    assertThat(publisher().publish(reply("hei")))
        .isEqualTo(new Publication.Refused("The thread is locked."));

    server.answers(NONE_YET, Canned.status(403));
    assertThat(publisher().publish(reply("hei"))).isInstanceOf(Publication.Refused.class);
  }

  @Test
  void anAnswerTooLongIsNotSent() {
    assertThat(publisher().length("👩é")).isEqualTo(2);
    assertThat(publisher().publish(reply("x".repeat(10_001))))
        .isInstanceOf(Publication.Refused.class);
    assertThat(server.requests()).isEmpty();
  }

  private static String ours() {
    return comment(7, "t3_aa1", "");
  }

  private static Canned said(String json) {
    return answer("{\"json\":{" + json + "}}");
  }

  private static Reply reply(String text) {
    Mention to =
        new Mention(
            new MentionId(new Network("reddit"), "t3_aa1"),
            "",
            "t3_aa1",
            URI.create("https://www.reddit.com/comments/aa1/"),
            new Author("odd-havn", "", null, 0),
            "Varmepumpa bråker",
            MentionKind.POST,
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
            "api", server.address().toString(),
            "auth", auth.address().toString(),
            "client-id", "abc",
            "user-agent", "linux:example.lyngheia:v1",
            "account", "lyngheia",
            "search", "varmepumpe")
        .forEach((key, value) -> entries.put(key, new Node.Scalar(value, 1)));
    Settings settings =
        new Settings(
            new Node.Mapping(entries, 1), "feeds[0].reddit", new Problems("grenselos.yml"));
    FeedContext context =
        new FeedContext(Clock.systemUTC(), name -> Optional.of(new Secret("s3cret")), true);
    return new RedditFeedProvider().open("reddit", settings, context).publisher().orElseThrow();
  }
}
