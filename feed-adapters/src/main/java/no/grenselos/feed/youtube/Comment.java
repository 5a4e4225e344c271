package no.grenselos.feed.youtube;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Pattern;
import no.grenselos.feed.http.Json;

/**
 * One comment as the API gives it (developers.google.com/youtube/v3/docs/comments).
 *
 * @param id empty when there is no usable one
 * @param thread id of the comment that it answers; its own id for a top-level comment
 * @param video that it stands under; empty where the API does not say
 */
record Comment(String id, String thread, String video, JsonNode snippet) {
  static final Comparator<Comment> OLDEST_FIRST =
      Comparator.comparingLong(Comment::published).thenComparing(comment -> comment.id());

  private static final Pattern ID = Pattern.compile("[\\w.-]{1,200}");

  /** A comment told by itself; most replies told so do not name their video. */
  static Comment of(JsonNode comment, String video) {
    JsonNode snippet = comment.path("snippet");
    String id = id(comment, "id");
    String parent = id(snippet, "parentId");
    String named = id(snippet, "videoId");
    return new Comment(
        id, parent.isEmpty() ? id : parent, named.isEmpty() ? video : named, snippet);
  }

  static String id(JsonNode node, String field) {
    String id = Json.text(node, field);
    return isId(id) ? id : "";
  }

  static boolean isId(String text) {
    return ID.matcher(text).matches();
  }

  boolean isReply() {
    return !thread.equals(id);
  }

  /** In Unix seconds; 0 when it cannot be read. */
  long published() {
    return moment("publishedAt").map(Instant::getEpochSecond).filter(s -> s > 0).orElse(0L);
  }

  /** When it was edited last; empty for one never edited. */
  String revision() {
    return moment("updatedAt")
        .filter(updated -> !Optional.of(updated).equals(moment("publishedAt")))
        .map(Instant::toString)
        .orElse("");
  }

  private Optional<Instant> moment(String field) {
    try {
      return Optional.of(
          DateTimeFormatter.ISO_DATE_TIME.parse(Json.text(snippet, field), Instant::from));
    } catch (DateTimeException unreadable) {
      return Optional.empty();
    }
  }
}
