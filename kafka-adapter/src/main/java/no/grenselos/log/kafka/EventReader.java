package no.grenselos.log.kafka;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.Locale;
import no.grenselos.mention.Author;
import no.grenselos.mention.Mention;
import no.grenselos.mention.MentionEvent;
import no.grenselos.mention.MentionId;
import no.grenselos.mention.MentionKind;
import no.grenselos.mention.ReplyWay;
import org.jspecify.annotations.Nullable;

/**
 * Reads what {@link EventJson} wrote, or somebody else by its schema. Whatever a message holds, it
 * is an event or a reason.
 */
final class EventReader {
  private static final ObjectReader TREE =
      EventJson.JSON.reader(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
  private static final String MENTION_ID = "must be network:id";
  private static final String TIME = "must be a moment such as 2026-03-02T08:00:00Z";
  private static final String LINK = "must be a URI";

  private EventReader() {}

  /**
   * @param value null where the message has none
   */
  static Opened read(byte @Nullable [] value) {
    if (value == null) return new Opened.Unreadable("has no value");
    if (value.length > EventJson.MOST) {
      String size = value.length + " bytes, at most " + EventJson.MOST + " are read";
      return new Opened.Unreadable("is too big: " + size);
    }
    try {
      return new Opened.Event(event(new Fields(tree(value), "")));
    } catch (Fields.Wrong e) {
      return new Opened.Unreadable(String.valueOf(e.getMessage()));
    }
  }

  private static JsonNode tree(byte[] value) {
    try {
      JsonNode root = TREE.readTree(value);
      if (root == null || !root.isObject()) throw new Fields.Wrong("is no JSON object");
      return root;
    } catch (IOException e) {
      // Jackson's own text quotes the message; bytes in no known encoding are no JacksonException
      throw new Fields.Wrong("is no JSON: " + e.getClass().getSimpleName());
    }
  }

  private static MentionEvent event(Fields root) {
    int schema = root.number("schema");
    if (schema != EventJson.SCHEMA) {
      throw new Fields.Wrong("schema is " + schema + ", this version reads " + EventJson.SCHEMA);
    }
    MentionId id = root.parsed("id", MentionId::parse, MENTION_ID);
    String event = root.text("event");
    return switch (event) {
      case "posted" -> new MentionEvent.Posted(post(id, root.part("post")));
      case "edited" -> new MentionEvent.Edited(post(id, root.part("post")));
      case "liked" ->
          new MentionEvent.Liked(id, root.text("by"), root.parsed("at", Instant::parse, TIME));
      case "deleted" -> new MentionEvent.Deleted(id, root.parsed("at", Instant::parse, TIME));
      default -> throw new Fields.Wrong("event is none of posted, edited, liked, deleted");
    };
  }

  private static Mention post(MentionId id, Fields post) {
    String text = post.text("text");
    if (text.length() > Mention.MAX_TEXT) {
      String most = ", at most " + Mention.MAX_TEXT;
      throw new Fields.Wrong("post.text has " + text.length() + " characters" + most);
    }
    String conversation = post.text("conversation");
    if (conversation.isBlank()) throw new Fields.Wrong("post.conversation is blank");
    return new Mention(
        id,
        post.text("revision"),
        conversation,
        post.parsed("link", EventReader::link, LINK),
        author(post.part("author")),
        text,
        post.parsed("kind", EventReader::kind, "must be post, reply, reshare or quote"),
        post.text("lang"),
        post.parsedOrNull("inReplyTo", MentionId::parse, MENTION_ID),
        post.parsedOrNull("reshareOf", MentionId::parse, MENTION_ID),
        reply(post.part("reply")),
        post.parsed("publishedAt", Instant::parse, TIME));
  }

  private static Author author(Fields author) {
    int followers = author.number("followers");
    if (followers < 0) throw new Fields.Wrong("post.author.followers is negative");
    return new Author(
        author.text("handle"),
        author.text("name"),
        author.parsedOrNull("link", EventReader::link, LINK),
        followers);
  }

  private static ReplyWay reply(Fields reply) {
    String way = reply.text("way");
    return switch (way) {
      case "api" -> new ReplyWay.Api();
      case "by-hand" ->
          new ReplyWay.ByHand(reply.parsed("box", EventReader::link, LINK), reply.text("reason"));
      default -> throw new Fields.Wrong("post.reply.way is none of api, by-hand");
    };
  }

  private static MentionKind kind(String text) {
    return MentionKind.valueOf(text.toUpperCase(Locale.ROOT));
  }

  private static URI link(String text) {
    return URI.create(text);
  }
}
