package no.grenselos.feed.trouble;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;
import no.grenselos.feed.http.Json;

/**
 * Comments that name an account, in its inbox (reddit.com/dev/api, message/mentions): told there
 * without their edits, and still there after they were taken away. By their names they are shown as
 * everywhere.
 */
final class RedditMentionsNetwork extends RedditNetwork {
  RedditMentionsNetwork(World world, Mischief mischief) {
    super(world, mischief);
  }

  @Override
  String name(Post post) {
    return "t1_aa" + post.number();
  }

  @Override
  ObjectNode thing(Post post) {
    boolean gone = post.gone().isPresent();
    ObjectNode data =
        comment(post)
            .put("author", gone ? "[deleted]" : "solveig")
            .put("body", gone ? "[deleted]" : post.words())
            .put("subreddit_type", "public")
            .put("permalink", "/r/norge/comments/zz1/varme/aa" + post.number() + "/")
            .put("edited", false);
    post.lastEdit().ifPresent(at -> data.put("edited", (double) at.getEpochSecond()));
    return wrapped(data);
  }

  @Override
  ObjectNode item(Post post) {
    return wrapped(
        comment(post)
            .put("author", "solveig")
            .put("body", post.words())
            .put("was_comment", true)
            .put("type", "username_mention")
            .put("context", "/r/norge/comments/zz1/varme/aa" + post.number() + "/?context=3"));
  }

  private ObjectNode comment(Post post) {
    return Json.object()
        .put("name", name(post))
        .put("parent_id", "t3_zz1")
        .put("created_utc", (double) post.at().getEpochSecond());
  }

  private static ObjectNode wrapped(ObjectNode data) {
    ObjectNode thing = Json.object().put("kind", "t1");
    thing.set("data", data);
    return thing;
  }

  @Override
  Stream<Post> listed() {
    return world().all().stream()
        .filter(post -> !post.shown().isAfter(world().now()))
        .sorted(Comparator.comparing(Post::at).reversed());
  }

  @Override
  Map<String, String> wanted() {
    return Map.of("mentions", "true");
  }
}
