package no.grenselos.log.kafka;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import no.grenselos.log.Parcel;
import no.grenselos.mention.Author;
import no.grenselos.mention.Mention;
import no.grenselos.mention.MentionEvent;
import no.grenselos.mention.MentionId;
import no.grenselos.mention.ReplyWay;
import org.jspecify.annotations.Nullable;

/**
 * An event as the topic holds it, {@code docs/kafka-mention.schema.json}. What is added to the
 * schema later is left out by who does not know it; what changes its meaning gets a new number.
 */
final class EventJson {
  static final int SCHEMA = 1;

  /** Bytes; a post of 10,000 escaped characters with everything beside it stays well below. */
  static final int MOST = ClientConfig.MOST_REQUEST / 4;

  static final JsonMapper JSON = new JsonMapper();
  private static final ObjectWriter ESCAPED = JSON.writer().with(JsonWriteFeature.ESCAPE_NON_ASCII);

  private EventJson() {}

  static byte[] of(Parcel parcel) {
    ObjectNode root = JSON.createObjectNode().put("schema", SCHEMA);
    switch (parcel.event()) {
      case MentionEvent.Posted posted ->
          root.put("event", "posted").set("post", post(posted.mention()));
      case MentionEvent.Edited edited ->
          root.put("event", "edited").set("post", post(edited.mention()));
      case MentionEvent.Liked liked ->
          root.put("event", "liked").put("by", liked.by()).put("at", liked.at().toString());
      case MentionEvent.Deleted deleted ->
          root.put("event", "deleted").put("at", deleted.noticedAt().toString());
    }
    root.put("id", parcel.event().id().toString());
    root.put("from", parcel.from()).put("readAt", parcel.readAt().toString());
    return bytes(root);
  }

  private static ObjectNode post(Mention mention) {
    ObjectNode post = JSON.createObjectNode();
    post.put("revision", mention.revision());
    post.put("conversation", mention.conversation());
    post.put("link", mention.link().toString());
    post.set("author", author(mention.author()));
    post.put("text", mention.text());
    post.put("kind", mention.kind().name().toLowerCase(Locale.ROOT));
    post.put("lang", mention.language());
    put(post, "inReplyTo", mention.inReplyTo());
    put(post, "reshareOf", mention.reshareOf());
    post.set("reply", reply(mention.replyWay()));
    post.put("publishedAt", mention.publishedAt().toString());
    return post;
  }

  private static ObjectNode author(Author author) {
    ObjectNode json = JSON.createObjectNode();
    json.put("handle", author.handle()).put("name", author.name());
    if (author.link() != null) json.put("link", author.link().toString());
    return json.put("followers", author.followers());
  }

  private static void put(ObjectNode post, String key, @Nullable MentionId id) {
    if (id != null) post.put(key, id.toString());
  }

  private static ObjectNode reply(ReplyWay way) {
    ObjectNode json = JSON.createObjectNode();
    return switch (way) {
      case ReplyWay.Api api -> json.put("way", "api");
      case ReplyWay.ByHand hand ->
          json.put("way", "by-hand").put("box", hand.box().toString()).put("reason", hand.reason());
    };
  }

  /** Half an emoji is no UTF-8: then all that is not ASCII is escaped. */
  private static byte[] bytes(ObjectNode root) {
    try {
      String text = JSON.writeValueAsString(root);
      boolean whole = StandardCharsets.UTF_8.newEncoder().canEncode(text);
      return (whole ? text : ESCAPED.writeValueAsString(root)).getBytes(StandardCharsets.UTF_8);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of texts and numbers cannot be written", e);
    }
  }
}
