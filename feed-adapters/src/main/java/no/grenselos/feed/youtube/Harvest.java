package no.grenselos.feed.youtube;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import no.grenselos.feed.Fetch;
import no.grenselos.feed.http.Gathering;
import no.grenselos.mention.MentionEvent;

/**
 * All comments that one fetch comes upon, and those replies that a thread does not bring along. Not
 * thread safe; made anew for every fetch.
 */
final class Harvest {
  private static final int MOST_LISTED = 20;
  private static final int MOST_PAGES = 10;

  private final YouTubeApi api;
  private final SeenComments seen;
  private final Duration poll;
  private final Gathering gathering = new Gathering();
  private final List<Comment> found = new ArrayList<>();

  /** How many replies they have, of threads of which all replies are known. */
  private final Map<String, Integer> whole = new HashMap<>();

  private int listed;
  private boolean more;

  Harvest(YouTubeApi api, SeenComments seen, Duration poll) {
    this.api = api;
    this.seen = seen;
    this.poll = poll;
  }

  Gathering gathering() {
    return gathering;
  }

  /** Whether threads wait whose replies could be listed right away. */
  boolean more() {
    return more;
  }

  void thread(JsonNode node) {
    CommentThread thread = CommentThread.of(node);
    add(thread.top());
    thread.replies().forEach(this::add);
    // of a thread older than us, only what it brings can be new
    boolean read =
        thread.total() <= thread.replies().size()
            || seen.hasRead(thread)
            || whole.containsKey(thread.top().id())
            || seen.isHistory(thread.top())
            || list(thread.top());
    if (read) whole.put(thread.top().id(), thread.total());
  }

  void reply(JsonNode node) {
    add(Comment.of(node, seen.video(Comment.id(node, "id"))));
  }

  private void add(Comment comment) {
    found.add(comment);
    seen.show(comment);
  }

  /** Whether all replies are known now, or there is no way to know them. */
  private boolean list(Comment top) {
    if (top.id().isEmpty()) return true;
    if (!api.units().sparesOneBeside(poll)) return false;
    if (listed == MOST_LISTED) {
      more = true;
      return false;
    }
    listed++;
    String pageToken = "";
    for (int pages = 0; pages < MOST_PAGES; pages++) {
      switch (api.replies(top.id(), pageToken)) {
        case YouTubeApi.Loaded.Page page -> {
          page.items().forEach(reply -> add(CommentThread.reply(reply, top)));
          pageToken = page.next();
        }
        case YouTubeApi.Loaded.Not not -> {
          return isNoUse(top, not.fetch());
        }
      }
      if (pageToken.isEmpty()) return true;
    }
    gathering.skip(top.id(), "has more than " + MOST_PAGES * 100 + " replies: some were not read");
    return true;
  }

  private boolean isNoUse(Comment top, Fetch why) {
    boolean refused = why instanceof Fetch.Refused;
    if (refused) gathering.skip(top.id(), "has replies that YouTube does not list");
    return refused;
  }

  /** Makes events of what was found, oldest first. */
  void take(CommentReader reader, Clock clock) {
    long now = clock.instant().getEpochSecond();
    found.stream().sorted(Comment.OLDEST_FIRST).forEach(comment -> take(comment, reader, now));
    whole.forEach(seen::readReplies);
  }

  private void take(Comment comment, CommentReader reader, long now) {
    if (seen.isHistory(comment)) {
      if (comment.isReply()) return;
    } else if (!seen.knows(comment)) {
      String item = comment.id().isEmpty() ? "a comment without an id" : comment.id();
      gathering.take(item, () -> new MentionEvent.Posted(reader.read(comment)));
    } else if (seen.told(comment.id()) && !seen.revision(comment).equals(comment.revision())) {
      gathering.take(comment.id(), () -> new MentionEvent.Edited(reader.read(comment)));
    }
    if (!comment.id().isEmpty()) seen.remember(comment, now);
  }
}
