package no.grenselos.feed.trouble;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import no.grenselos.feed.Feed;
import no.grenselos.feed.FeedContext;
import no.grenselos.feed.ScriptedServer.Canned;
import no.grenselos.feed.hackernews.HackerNewsFeedProvider;
import no.grenselos.feed.http.Fingerprint;
import no.grenselos.feed.http.Json;

/**
 * Comments on Hacker News: Algolia's search by date between two seconds, which learns of items late
 * and of deletes late too, and the site's own items by id (github.com/HackerNews/API).
 */
final class HackerNewsNetwork extends StandIn {
  /** Not a documented figure; well within the two hours that the feed allows for. */
  static final Duration LATE = Duration.ofMinutes(45);

  private static final Duration SHOWN_DEAD = Duration.ofMinutes(10);
  private static final Pattern SPAN = Pattern.compile("created_at_i>=(\\d+),created_at_i<=(\\d+)");
  private static final int FIRST = 40_000_000;

  HackerNewsNetwork(World world, Mischief mischief) {
    super(world, mischief);
  }

  private static int number(Post post) {
    return FIRST + post.number();
  }

  @Override
  Canned answer(Request request) {
    return request.path().startsWith("/v0/item/")
        ? item(Integer.parseInt(request.last().replace(".json", "")) - FIRST)
        : json(hits(request));
  }

  private ObjectNode hits(Request request) {
    Matcher span = SPAN.matcher(request.text("numericFilters"));
    if (!span.matches()) throw new IllegalStateException(request.peer().target());
    long from = Long.parseLong(span.group(1));
    long to = Long.parseLong(span.group(2));
    List<Post> page =
        world().all().reversed().stream()
            .filter(this::isFound)
            .filter(post -> post.at().getEpochSecond() >= from)
            .filter(post -> post.at().getEpochSecond() <= to)
            .limit(request.number("hitsPerPage"))
            .toList();
    ObjectNode answer = Json.object();
    ArrayNode hits = answer.putArray("hits");
    mischief().reordered(page).forEach(post -> hits.add(hit(post)));
    return answer;
  }

  private boolean isFound(Post post) {
    Instant now = world().now();
    Instant until = post.gone().map(gone -> gone.plus(SHOWN_DEAD)).orElse(Instant.MAX);
    return !post.shown().isAfter(now) && now.isBefore(until);
  }

  private static ObjectNode hit(Post post) {
    return Json.object()
        .put("objectID", String.valueOf(number(post)))
        .put("author", "kari")
        .put("story_id", 1)
        .put("parent_id", 1)
        .put("comment_text", post.words())
        .put("created_at_i", post.at().getEpochSecond());
  }

  private Canned item(int number) {
    Post post = world().all().get(number - 1);
    ObjectNode item =
        Json.object()
            .put("id", number(post))
            .put("type", "comment")
            .put("time", post.at().getEpochSecond());
    if (post.gone().isPresent()) return json(item.put("deleted", true));
    return json(item.put("by", "kari").put("parent", 1).put("text", post.words()));
  }

  @Override
  Feed open(URI address, FeedContext context) {
    Map<String, String> entry =
        Map.of(
            "queries",
            "lyngheia",
            "search-api",
            address.toString(),
            "item-api",
            address.toString());
    return opened(new HackerNewsFeedProvider(), context, entry);
  }

  @Override
  String id(Post post) {
    return "hackernews:" + number(post);
  }

  @Override
  List<String> revisions(Post post) {
    return IntStream.rangeClosed(0, post.version())
        .mapToObj(version -> version == 0 ? "" : Fingerprint.of(post.words(version)))
        .toList();
  }

  @Override
  int memory() {
    // a post must stay among the 500 that are remembered until its turn to be asked about
    return 150;
  }

  /** The feed remembers 500 items, and reads the last two hours at every look. */
  @Override
  Duration busy() {
    return Duration.ofHours(1);
  }

  @Override
  boolean mayRepeatOldWords() {
    return false;
  }
}
