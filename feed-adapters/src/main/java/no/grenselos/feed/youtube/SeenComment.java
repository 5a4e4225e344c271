package no.grenselos.feed.youtube;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;

/**
 * What is remembered of a comment.
 *
 * @param published in Unix seconds
 * @param replies how many there were when they were last read; below 0 for none read, and for a
 *     reply, which has none
 * @param found whether it has ever been found by its id, which not all are that lists show
 * @param missed whether it was found by its id once, and the last time was not
 */
record SeenComment(
    String revision, long published, int replies, String video, boolean found, boolean missed) {
  private static final int UNREAD = -1;
  private static final int IS_REPLY = -2;

  static SeenComment of(Comment comment, long now) {
    return new SeenComment(
        comment.revision(),
        comment.published() == 0 ? now : comment.published(),
        comment.isReply() ? IS_REPLY : UNREAD,
        comment.video(),
        false,
        false);
  }

  static SeenComment read(JsonNode parts) {
    return new SeenComment(
        parts.path(0).asText(""),
        parts.path(1).asLong(),
        parts.path(2).asInt(),
        parts.path(3).asText(""),
        parts.path(4).asInt() > 0,
        parts.path(4).asInt() > 1);
  }

  void write(ArrayNode parts) {
    parts.add(revision).add(published).add(replies).add(video).add(missed ? 2 : found ? 1 : 0);
  }

  boolean isReply() {
    return replies == IS_REPLY;
  }

  SeenComment shown(Comment comment) {
    return new SeenComment(comment.revision(), published, replies, comment.video(), found, false);
  }

  SeenComment withReplies(int total) {
    return new SeenComment(revision, published, total, video, found, missed);
  }

  SeenComment foundById() {
    return new SeenComment(revision, published, replies, video, true, false);
  }

  SeenComment missedById() {
    return new SeenComment(revision, published, replies, video, found, found);
  }
}
