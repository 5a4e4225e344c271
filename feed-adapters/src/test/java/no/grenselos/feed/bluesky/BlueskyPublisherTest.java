package no.grenselos.feed.bluesky;

import static no.grenselos.feed.bluesky.XrpcScript.error;
import static no.grenselos.feed.bluesky.XrpcScript.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.grenselos.config.Secret;
import no.grenselos.feed.FeedContext;
import no.grenselos.feed.Publication;
import no.grenselos.feed.Publisher;
import no.grenselos.feed.Reply;
import no.grenselos.feed.ScriptedServer.Canned;
import no.grenselos.feed.http.Json;
import no.grenselos.mention.Author;
import no.grenselos.mention.Mention;
import no.grenselos.mention.MentionId;
import no.grenselos.mention.MentionKind;
import no.grenselos.mention.ReplyWay;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BlueskyPublisherTest {
  private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
  private static final String PARENT = "at://did:plc:kari/app.bsky.feed.post/3parent";
  private static final String ROOT = "at://did:plc:per/app.bsky.feed.post/3root";
  private static final String ALONE =
      "{\"posts\":[{\"uri\":\"" + PARENT + "\",\"cid\":\"bafyparent\",\"record\":{}}]}";
  private static final String IN_THREAD =
      "{\"posts\":[{\"uri\":\""
          + PARENT
          + "\",\"cid\":\"bafyparent\",\"record\":{\"reply\":"
          + "{\"root\":{\"uri\":\""
          + ROOT
          + "\",\"cid\":\"bafyroot\"}}}}]}";
  private static final Canned PUT = json("{\"uri\":\"at://x\",\"cid\":\"bafyours\"}");

  private final XrpcScript server = new XrpcScript();
  private final Publisher publisher =
      BlueskyFeedTest.source(
              server.address(),
              new FeedContext(
                  Clock.fixed(NOW, ZoneOffset.UTC), name -> Optional.of(new Secret("pw")), true),
              Map.of("notifications", "true"))
          .publisher()
          .orElseThrow();

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void aReplyHangsInItsThread() {
    server.answers(json(IN_THREAD), PUT);

    Publication publication = publisher.publish(reply("Ja, det er vanlig."));

    JsonNode put = put();
    String key = Json.text(put, "rkey");
    assertThat(key).matches("[234567a-j][234567a-z]{12}");
    assertThat(put.get("swapRecord").isNull()).isTrue();
    assertThat(Json.text(put, "repo")).isEqualTo(XrpcScript.DID);
    assertThat(put.path("record").path("reply"))
        .isEqualTo(
            Json.parse(
                    "{\"root\":{\"uri\":\""
                        + ROOT
                        + "\",\"cid\":\"bafyroot\"},\"parent\":{\"uri\":\""
                        + PARENT
                        + "\",\"cid\":\"bafyparent\"}}")
                .orElseThrow());
    assertThat(Json.text(put.path("record"), "createdAt")).isEqualTo(NOW.toString());
    assertThat(put.path("record").has("facets")).isFalse();
    assertThat(publication)
        .isInstanceOfSatisfying(
            Publication.Published.class,
            published -> {
              assertThat(published.id())
                  .hasToString("bluesky:at://did:plc:lyngheia/app.bsky.feed.post/" + key);
              assertThat(published.link())
                  .hasToString("https://bsky.app/profile/did:plc:lyngheia/post/" + key);
            });
  }

  @Test
  void theFirstPostOfAThreadIsRootAndParent() {
    server.answers(json(ALONE), PUT);

    publisher.publish(reply("hei"));

    JsonNode thread = put().path("record").path("reply");
    assertThat(thread.path("root")).isEqualTo(thread.path("parent"));
  }

  @Test
  void aSecondAttemptFindsTheFirst() {
    server.answers(json(ALONE), Canned.status(502), json(ALONE), error(400, "InvalidSwap"));

    Publication first = publisher.publish(reply("hei"));
    Publication second = publisher.publish(reply("hei"));

    assertThat(first).isInstanceOf(Publication.Unsure.class);
    assertThat(second).isInstanceOf(Publication.Published.class);
    assertThat(server.asked("putRecord"))
        .extracting(asked -> Json.text(Json.parse(asked.getBodyAsString()).orElseThrow(), "rkey"))
        .hasSize(2)
        .containsOnly(Json.text(put(), "rkey"));
  }

  @Test
  void anotherKeyIsAnotherRecordAndAnyTimeGivesAName() {
    assertThat(RecordKey.of("a", NOW)).isNotEqualTo(RecordKey.of("b", NOW));
    for (Instant time : List.of(Instant.MIN, Instant.EPOCH, NOW, Instant.MAX)) {
      assertThat(RecordKey.of("a", time)).matches("[234567a-j][234567a-z]{12}");
    }
  }

  @Test
  void linksTagsAndNamesAreMarkedByTheirBytes() {
    server.always("/xrpc/com.atproto.identity.resolveHandle", json("{\"did\":\"did:plc:kari\"}"));
    server.answers(json(ALONE), PUT);

    publisher.publish(reply("Ærlig 🫐 @kari.fjord.example: se https://a.example/b?c=1. #strøm #7"));

    JsonNode record = put().path("record");
    byte[] text = Json.text(record, "text").getBytes(StandardCharsets.UTF_8);
    assertThat(Json.elements(record.path("facets")))
        .extracting(facet -> {
          int start = facet.path("index").path("byteStart").asInt();
          int end = facet.path("index").path("byteEnd").asInt();
          return new String(text, start, end - start, StandardCharsets.UTF_8)
              + " "
              + facet.path("features").path(0);
        })
        .containsExactly(
            "https://a.example/b?c=1"
                + " {\"$type\":\"app.bsky.richtext.facet#link\",\"uri\":\"https://a.example/b?c=1\"}",
            "#strøm {\"$type\":\"app.bsky.richtext.facet#tag\",\"tag\":\"strøm\"}",
            "@kari.fjord.example"
                + " {\"$type\":\"app.bsky.richtext.facet#mention\",\"did\":\"did:plc:kari\"}");
  }

  @Test
  void lengthIsCountedInCharactersAndInBytes() {
    assertThat(publisher.length("hei")).isEqualTo(3);
    assertThat(publisher.length("é".repeat(300))).isEqualTo(300);
    assertThat(publisher.length("👩‍👩‍👧")).isEqualTo(2); // 18 bytes
    assertThat(publisher.publish(reply("x".repeat(301)))).isInstanceOf(Publication.Refused.class);
    assertThat(server.requests()).isEmpty();
  }

  @Test
  void troubleIsUnsureWaitOrRefusedInPlainWords() {
    server.answers(Canned.status(502));
    assertThat(publisher.publish(reply("hei"))).isInstanceOf(Publication.Unsure.class);
    server.answers(json(ALONE), Canned.status(429).with("Retry-After", "9"));
    assertThat(publisher.publish(reply("hei")))
        .isInstanceOfSatisfying(
            Publication.Wait.class, wait -> assertThat(wait.time()).hasSeconds(9));
    for (Canned no : List.of(json("{\"posts\":[]}"), Canned.status(403), Canned.status(400))) {
      server.answers(no);
      assertThat(publisher.publish(reply("hei"))).isInstanceOf(Publication.Refused.class);
    }
    server.answers(
        json(ALONE.replace("\"record\"", "\"viewer\":{\"replyDisabled\":true},\"record\"")));
    assertThat(publisher.publish(reply("hei"))).isInstanceOf(Publication.Refused.class);
    assertThat(server.asked("putRecord")).hasSize(1);
  }

  private JsonNode put() {
    return Json.parse(server.asked("putRecord").getFirst().getBodyAsString()).orElseThrow();
  }

  private static Reply reply(String text) {
    Mention mention =
        new Mention(
            new MentionId(BlueskyFeedProvider.NETWORK, PARENT),
            "",
            ROOT,
            URI.create("https://bsky.app/profile/kari.fjord.example/post/3parent"),
            Author.UNKNOWN,
            "Varmepumpa bråker",
            MentionKind.REPLY,
            "nb",
            null,
            null,
            new ReplyWay.Api(),
            Instant.parse("2026-03-02T08:00:00Z"));
    return new Reply("answer-7", mention, text);
  }
}
