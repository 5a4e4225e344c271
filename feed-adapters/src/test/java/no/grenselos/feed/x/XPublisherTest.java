package no.grenselos.feed.x;

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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class XPublisherTest {
  private static final String TARGET = "1900000000000000001";
  private final WireMockScript server = new WireMockScript();
  private final Publisher publisher = publisher();

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void aReplyIsSentWithOurAccountsTokenAfterALook() {
    server.answers(json("nothing-newer"), json("posted-reply"));

    Publication publication = publisher.publish(reply("Ja, det er vanlig."));

    assertThat(publication)
        .isInstanceOfSatisfying(
            Publication.Published.class,
            published -> assertThat(published.id()).hasToString("x:1900000000000000050"));
    LoggedRequest look = server.logged().getFirst();
    LoggedRequest send = server.logged().getLast();
    assertThat(look.getUrl()).contains("query=from%3Alyngheiakraft%20conversation_id%3A" + TARGET);
    assertThat(look.getHeader("Authorization")).isEqualTo("Bearer X_BEARER_TOKEN-value");
    assertThat(send.getHeader("Authorization")).isEqualTo("Bearer X_USER_TOKEN-value");
    assertThat(send.getBodyAsString())
        .isEqualTo(
            "{\"text\":\"Ja, det er vanlig.\",\"reply\":{\"in_reply_to_tweet_id\":\""
                + TARGET
                + "\"}}");
  }

  @Test
  void aRepeatedAnswerIsFoundAndNotSentAgain() {
    server.answers(json("our-earlier-reply"));

    Publication publication =
        publisher.publish(reply("Ja, det er vanlig. https://lyngheia.example/støy"));

    assertThat(publication)
        .isInstanceOfSatisfying(
            Publication.Published.class,
            published -> assertThat(published.id()).hasToString("x:1900000000000000050"));
    assertThat(server.requests()).hasSize(1);
  }

  @Test
  void anotherAnswerOfOursIsNotTakenForThisOne() {
    server.answers(json("our-earlier-reply"), json("posted-reply"));

    publisher.publish(reply("Noe annet."));

    assertThat(server.requests()).hasSize(2);
  }

  @Test
  void aLookThatFailsSendsNothing() {
    server.answers(Canned.status(500));

    assertThat(publisher.publish(reply("Ja"))).isInstanceOf(Publication.Unsure.class);
    assertThat(server.requests()).hasSize(1);
  }

  @Test
  void troubleIsUnsureWaitOrRefusedInPlainWords() {
    server.answers(json("nothing-newer"), Canned.status(503));
    assertThat(publisher.publish(reply("Ja"))).isInstanceOf(Publication.Unsure.class);

    server.answers(json("nothing-newer"), Canned.status(429).with("Retry-After", "9"));
    assertThat(publisher.publish(reply("Ja")))
        .isInstanceOfSatisfying(
            Publication.Wait.class, wait -> assertThat(wait.time()).hasSeconds(9));

    server.answers(json("nothing-newer"), Canned.status(403));
    assertThat(publisher.publish(reply("Ja")))
        .isInstanceOfSatisfying(
            Publication.Refused.class,
            refused -> assertThat(refused.reason()).contains("mentioned or quoted"));
  }

  @Test
  void lengthIsCountedAsXDoes() {
    assertThat(publisher.length("hei på deg")).isEqualTo(10);
    assertThat(publisher.length("日本")).isEqualTo(4);
    assertThat(publisher.length("👩‍👩‍👧❤️")).isEqualTo(4);
    assertThat(publisher.length("se https://lyngheia.example/" + "x".repeat(80))).isEqualTo(26);
    assertThat(publisher.length("se lyngheia.no nå")).isEqualTo(29);
    assertThat(publisher.publish(reply("x".repeat(281)))).isInstanceOf(Publication.Refused.class);
    assertThat(server.requests()).isEmpty();
  }

  @Test
  void whereTheConversationIsUnknownAnswersToThePostAreLookedFor() {
    Mention told = reply("Ja").to();
    MentionId parent = new MentionId(new Network("x"), "1900000000000000000");
    Mention answer =
        new Mention(
            told.id(),
            "",
            TARGET,
            told.link(),
            told.author(),
            told.text(),
            MentionKind.REPLY,
            "no",
            parent,
            null,
            told.replyWay(),
            told.publishedAt());
    server.answers(json("our-earlier-reply"));

    Publication unused = publisher.publish(new Reply("answer-8", answer, "Ja, det er vanlig."));

    assertThat(server.requests().getFirst())
        .contains("query=from%3Alyngheiakraft%20in_reply_to_tweet_id%3A" + TARGET);
  }

  private static Canned json(String name) {
    return Canned.ok("application/json", fixture("x/" + name + ".json"));
  }

  private static Reply reply(String text) {
    Mention to =
        new Mention(
            new MentionId(new Network("x"), TARGET),
            "",
            TARGET,
            URI.create("https://x.com/i/web/status/" + TARGET),
            new Author("solveigt", "Solveig Tangen", null, 3),
            "Varmepumpa bråker",
            MentionKind.POST,
            "no",
            null,
            null,
            new ReplyWay.Api(),
            Instant.EPOCH);
    return new Reply("answer-7", to, text);
  }

  private Publisher publisher() {
    Map<String, Node> entries =
        Map.of(
            "api", new Node.Scalar(server.address().toString(), 1),
            "search", new Node.Scalar("lyngheia", 2),
            "account", new Node.Scalar("lyngheiakraft", 3));
    Settings settings =
        new Settings(new Node.Mapping(entries, 1), "feeds[0].x", new Problems("grenselos.yml"));
    FeedContext context =
        new FeedContext(Clock.systemUTC(), name -> Optional.of(new Secret(name + "-value")), true);
    return new XFeedProvider().open("x", settings, context).publisher().orElseThrow();
  }
}
