package no.grenselos.feed.trouble;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import no.grenselos.feed.Feed;
import no.grenselos.feed.FeedContext;
import no.grenselos.feed.ScriptedServer.Canned;
import no.grenselos.feed.http.Json;
import no.grenselos.feed.mastodon.MastodonFeedProvider;
import no.grenselos.web.Body;

/**
 * A hashtag timeline (docs.joinmastodon.org, Timelines): newest first; with {@code min_id} the
 * oldest behind it, with {@code max_id} the newest before it, otherwise the newest; single posts by
 * id. Posts of other servers come late with an id of when they were written (mastodon/mastodon,
 * lib/mastodon/snowflake.rb).
 */
class MastodonNetwork extends StandIn {
  private static final String POSTS = "/api/v1/statuses/";

  MastodonNetwork(World world, Mischief mischief) {
    super(world, mischief);
  }

  static long number(Post post) {
    return (post.at().toEpochMilli() << 16) + post.number();
  }

  static ObjectNode status(Post post) {
    ObjectNode status =
        Json.object()
            .put("id", String.valueOf(number(post)))
            .put("created_at", post.at().toString())
            .put("visibility", "public")
            .put("language", "nb")
            .put("url", "https://fjord.example/@kari/" + post.number())
            .put("content", "<p>" + post.words() + "</p>");
    post.lastEdit().ifPresent(at -> status.put("edited_at", at.toString()));
    status.putObject("account").put("acct", "kari").put("url", "https://fjord.example/@kari");
    return status;
  }

  @Override
  Canned answer(Request request) {
    if (request.path().startsWith(POSTS)) {
      return world().shown().stream()
          .filter(post -> request.last().equals(String.valueOf(number(post))))
          .findFirst()
          .map(post -> json(status(post)))
          .orElseGet(MastodonNetwork::notFound);
    }
    return json(timeline(request));
  }

  /** Without JSON it would be some gateway's. */
  private static Canned notFound() {
    Body error = Body.of("{\"error\":\"Record not found\"}");
    return new Canned(404, Map.of("Content-Type", "application/json"), error);
  }

  private ArrayNode timeline(Request request) {
    int most = request.number("limit");
    String min = request.text("min_id");
    String max = request.text("max_id");
    List<Post> all = listed();
    long above = min.isEmpty() ? Long.MIN_VALUE : Long.parseLong(min);
    long below = max.isEmpty() ? Long.MAX_VALUE : Long.parseLong(max);
    List<Post> within =
        all.stream().filter(post -> place(post) > above && place(post) < below).toList();
    int from = min.isEmpty() ? 0 : Math.max(0, within.size() - most);
    List<Post> page = within.stream().skip(from).limit(most).toList();
    // behind a min_id nothing older may come, but nothing is lost when it does
    List<Post> before =
        min.isEmpty()
            ? List.of()
            : all.stream().filter(post -> place(post) <= above).limit(5).toList();
    ArrayNode answer = Json.object().putArray("page");
    mischief().reordered(mischief().twice(before, page)).forEach(post -> answer.add(item(post)));
    return answer;
  }

  /** Newest first, by the place that they are asked for by. */
  List<Post> listed() {
    return world().newestFirst().toList();
  }

  long place(Post post) {
    return number(post);
  }

  ObjectNode item(Post post) {
    return status(post);
  }

  @Override
  Feed open(URI address, FeedContext context) {
    Map<String, String> entry = Map.of("server", address.toString(), "hashtags", "varme");
    return opened(new MastodonFeedProvider(), context, entry);
  }

  @Override
  String id(Post post) {
    return "mastodon:127.0.0.1/" + number(post);
  }

  @Override
  List<String> revisions(Post post) {
    return Stream.concat(Stream.of(""), post.edits().stream().map(Object::toString)).toList();
  }

  @Override
  int memory() {
    return 150;
  }
}
