package no.grenselos.feed.trouble;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import no.grenselos.feed.Feed;
import no.grenselos.feed.FeedContext;
import no.grenselos.feed.bluesky.BlueskyFeedProvider;
import no.grenselos.feed.http.Json;

/**
 * What is said to an account (lexicon app.bsky.notification.listNotifications): newest first by
 * when it was written, so that what comes late stands further down; behind {@code cursor}.
 */
final class BlueskyMentionsNetwork extends BlueskyNetwork {
  BlueskyMentionsNetwork(World world, Mischief mischief) {
    super(world, mischief);
  }

  @Override
  ObjectNode list(Request request) {
    String cursor = request.text("cursor");
    Instant below = cursor.isEmpty() ? Instant.MAX : Instant.parse(cursor);
    List<Post> all = world().newestFirst().toList();
    List<Post> rest = all.stream().filter(post -> post.at().isBefore(below)).toList();
    List<Post> before = all.stream().filter(post -> !post.at().isBefore(below)).toList();
    List<Post> page = rest.stream().limit(request.number("limit")).toList();
    ObjectNode answer = Json.object();
    if (rest.size() > page.size()) answer.put("cursor", page.getLast().at().toString());
    ArrayNode list = answer.putArray("notifications");
    mischief().reordered(mischief().twice(before, page)).forEach(post -> list.add(told(post)));
    return answer;
  }

  private static ObjectNode told(Post post) {
    return view(post)
        .put("reason", post.answers() == 0 ? "mention" : "reply")
        .put("isRead", false)
        .put("indexedAt", post.at().toString());
  }

  @Override
  Feed open(URI address, FeedContext context) {
    Map<String, String> entry =
        Map.of(
            "service", address.toString(), "handle", "lyngheia.example", "notifications", "true");
    return opened(new BlueskyFeedProvider(), context, entry);
  }
}
