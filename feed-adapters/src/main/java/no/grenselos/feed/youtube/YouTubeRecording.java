package no.grenselos.feed.youtube;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.grenselos.feed.Fetch;
import no.grenselos.feed.Recording;
import no.grenselos.feed.http.Gathering;
import no.grenselos.feed.http.Json;
import no.grenselos.feed.http.Recorded;
import no.grenselos.mention.MentionEvent;
import no.grenselos.mention.Network;

/**
 * Finds the comments in recorded answers, one or one a line: lists of threads and of comments, and
 * single ones of both. A reply recorded without its thread does not say under which video it
 * stands.
 */
public final class YouTubeRecording implements Recording {
  private static final CommentReader READER =
      new CommentReader(Optional.of("This comment was read from a recording."));

  @Override
  public Network network() {
    return YouTubeFeedProvider.NETWORK;
  }

  @Override
  public Fetch replay(byte[] file) {
    Gathering gathering = new Gathering();
    return Recorded.of(file).read(gathering, documents -> page(documents, gathering));
  }

  private static Fetch page(List<JsonNode> documents, Gathering gathering) {
    List<Comment> comments = new ArrayList<>();
    documents.forEach(document -> collect(document, comments, gathering));
    Map<String, String> videos = new HashMap<>();
    comments.forEach(comment -> {
      if (!comment.video().isEmpty()) videos.put(comment.thread(), comment.video());
    });
    comments.stream()
        .sorted(Comment.OLDEST_FIRST)
        .map(comment -> placed(comment, videos.getOrDefault(comment.thread(), "")))
        .forEach(comment ->
            gathering.take(
                comment.id().isEmpty() ? "a comment without an id" : comment.id(),
                () -> new MentionEvent.Posted(READER.read(comment))));
    return gathering.ofRecording();
  }

  private static Comment placed(Comment comment, String video) {
    return new Comment(comment.id(), comment.thread(), video, comment.snippet());
  }

  private static void collect(JsonNode document, List<Comment> comments, Gathering gathering) {
    if (document.path("error").isObject()) {
      int status = document.path("error").path("code").asInt();
      String shown = ApiError.of(status, document).shown();
      gathering.skip("answer", "is an error of the API (" + shown + ")");
    } else if (document.path("items").isArray()) {
      Json.elements(document.path("items")).forEach(item -> one(item, comments, gathering));
    } else if (!Json.text(document, "kind").endsWith("ListResponse")) {
      one(document, comments, gathering);
    }
  }

  private static void one(JsonNode item, List<Comment> comments, Gathering gathering) {
    if (CommentThread.is(item)) {
      CommentThread thread = CommentThread.of(item);
      comments.add(thread.top());
      comments.addAll(thread.replies());
    } else if (item.path("snippet").has("textDisplay")) {
      comments.add(Comment.of(item, ""));
    } else {
      String id = Comment.id(item, "id");
      gathering.skip(id.isEmpty() ? "item" : id, "is neither a comment nor a thread of comments");
    }
  }
}
