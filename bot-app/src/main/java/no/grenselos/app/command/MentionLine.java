package no.grenselos.app.command;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import no.grenselos.mention.Mention;
import no.grenselos.mention.MentionEvent;
import no.grenselos.mention.MentionId;
import org.jspecify.annotations.Nullable;

/**
 * What happened outside, as a line of JSON: always with {@code event}, {@code id}, {@code network}
 * and {@code deleted}; what a network does not tell is null.
 */
final class MentionLine {
  private MentionLine() {}

  static String of(MentionEvent event) {
    return JsonLine.of(
        switch (event) {
          case MentionEvent.Posted posted -> post("posted", posted.mention());
          case MentionEvent.Edited edited -> post("edited", edited.mention());
          case MentionEvent.Liked liked -> {
            Map<String, Object> line = start("liked", liked.id(), false);
            line.put("author", liked.by());
            line.put("publishedAt", liked.at().toString());
            yield line;
          }
          case MentionEvent.Deleted deleted -> start("deleted", deleted.id(), true);
        });
  }

  private static Map<String, Object> post(String event, Mention mention) {
    Map<String, Object> line = start(event, mention.id(), false);
    line.put("link", mention.link().toString());
    line.put("author", mention.author().handle());
    line.put("text", mention.text());
    line.put("lang", mention.language());
    line.put("kind", mention.kind().name().toLowerCase(Locale.ROOT));
    line.put("publishedAt", mention.publishedAt().toString());
    line.put("inReplyTo", id(mention.inReplyTo()));
    line.put("reshareOf", id(mention.reshareOf()));
    line.put("revision", mention.revision());
    return line;
  }

  private static Map<String, Object> start(String event, MentionId id, boolean deleted) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("event", event);
    line.put("id", id.toString());
    line.put("network", id.network().name());
    line.put("deleted", deleted);
    return line;
  }

  private static @Nullable String id(@Nullable MentionId id) {
    return id == null ? null : id.toString();
  }
}
