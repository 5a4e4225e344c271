package no.grenselos.feed.youtube;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import no.grenselos.feed.http.Json;

/**
 * A top-level comment with some of its replies
 * (developers.google.com/youtube/v3/docs/commentThreads).
 *
 * @param replies those it brings, which may be a few of many
 * @param total how many replies there are, as YouTube counts; some of them may be hidden
 */
record CommentThread(Comment top, List<Comment> replies, int total) {
  private static final int MOST = 1_000_000;

  static boolean is(JsonNode node) {
    return node.path("snippet").path("topLevelComment").isObject();
  }

  static CommentThread of(JsonNode node) {
    JsonNode snippet = node.path("snippet");
    String video = Comment.id(snippet, "videoId");
    Comment told = Comment.of(snippet.path("topLevelComment"), video);
    // some answers name the thread only; both ids are the same
    String id = told.id().isEmpty() ? Comment.id(node, "id") : told.id();
    Comment top = new Comment(id, id, told.video(), told.snippet());
    List<Comment> replies =
        Json.elements(node.path("replies").path("comments")).stream()
            .map(reply -> reply(reply, top))
            .toList();
    long total = Math.clamp(snippet.path("totalReplyCount").asLong(), 0, MOST);
    return new CommentThread(top, replies, (int) total);
  }

  static Comment reply(JsonNode node, Comment top) {
    Comment told = Comment.of(node, top.video());
    return new Comment(told.id(), top.id(), told.video(), told.snippet());
  }
}
