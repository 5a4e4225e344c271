package no.grenselos.feed.trouble;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import no.grenselos.feed.Feed;
import no.grenselos.feed.FeedContext;
import no.grenselos.feed.ScriptedServer.Canned;
import no.grenselos.feed.http.Json;
import no.grenselos.feed.youtube.YouTubeFeedProvider;

/**
 * Threads of a channel, newest first, with up to five of their replies; all replies of a thread;
 * threads and comments by id (developers.google.com/youtube/v3/docs). Threads may stand further up
 * than their time says, but the last of a page stands where it belongs: order=time means that much,
 * and it is what the feed goes by.
 */
final class YouTubeNetwork extends StandIn {
  static final Duration LATE = Duration.ofMinutes(10);
  private static final int PAGE = 50;
  private static final int SHOWN = 5;

  /** So many answers are not all lost on the way, nor forgotten when the reader dies. */
  private static final int CERTAIN = 6;

  private final Map<String, Integer> foundBefore = new ConcurrentHashMap<>();

  YouTubeNetwork(World world, Mischief mischief) {
    super(world, mischief);
  }

  private static String name(Post post) {
    return post.answers() == 0
        ? "Ug" + post.number()
        : "Ug" + post.answers() + ".r" + post.number();
  }

  private static String second(Instant at) {
    return at.truncatedTo(ChronoUnit.SECONDS).toString();
  }

  private static ObjectNode comment(Post post) {
    ObjectNode comment = Json.object().put("kind", "youtube#comment").put("id", name(post));
    ObjectNode snippet =
        comment
            .putObject("snippet")
            .put("textDisplay", post.words())
            .put("authorDisplayName", "@kari")
            .put("publishedAt", second(post.at()))
            .put("updatedAt", second(post.lastEdit().orElse(post.at())));
    if (post.answers() > 0) snippet.put("parentId", "Ug" + post.answers());
    return comment;
  }

  private ObjectNode thread(Post top) {
    List<Post> replies = replies("Ug" + top.number());
    ObjectNode thread = Json.object().put("kind", "youtube#commentThread").put("id", name(top));
    ObjectNode snippet =
        thread.putObject("snippet").put("videoId", "v").put("totalReplyCount", replies.size());
    snippet.set("topLevelComment", comment(top));
    ArrayNode some = thread.putObject("replies").putArray("comments");
    replies.stream().limit(SHOWN).forEach(reply -> some.add(comment(reply)));
    return thread;
  }

  private List<Post> replies(String top) {
    return world().shown().stream().filter(post -> top.equals("Ug" + post.answers())).toList();
  }

  @Override
  Canned answer(Request request) {
    List<String> ids = Arrays.asList(request.text("id").split(",", -1));
    boolean named = !request.text("id").isEmpty();
    if (named) {
      world().shown().stream()
          .map(YouTubeNetwork::name)
          .filter(ids::contains)
          .forEach(id -> foundBefore.merge(id, 1, Integer::sum));
    }
    if (request.last().equals("comments")) {
      List<Post> found =
          named
              ? world().shown().stream().filter(post -> ids.contains(name(post))).toList()
              : replies(request.text("parentId"));
      return list(mischief().reordered(found).stream().map(YouTubeNetwork::comment), "");
    }
    List<Post> tops = world().newestFirst().filter(post -> post.answers() == 0).toList();
    if (named) {
      return list(tops.stream().filter(post -> ids.contains(name(post))).map(this::thread), "");
    }
    return newest(tops, request.text("pageToken"));
  }

  private Canned newest(List<Post> tops, String token) {
    Instant place = token.isEmpty() ? Instant.MAX : Instant.parse(token);
    List<Post> rest = tops.stream().filter(post -> post.at().isBefore(place)).toList();
    List<Post> before = tops.stream().filter(post -> !post.at().isBefore(place)).toList();
    List<Post> page = rest.stream().limit(PAGE).toList();
    String next = rest.size() > PAGE ? page.getLast().at().toString() : "";
    return list(mixed(mischief().twice(before, page)).stream().map(this::thread), next);
  }

  private List<Post> mixed(List<Post> page) {
    if (page.isEmpty()) return page;
    List<Post> mixed = new ArrayList<>(mischief().reordered(page.subList(0, page.size() - 1)));
    mixed.add(page.getLast());
    return mixed;
  }

  private static Canned list(Stream<ObjectNode> items, String next) {
    ObjectNode answer = Json.object().put("kind", "youtube#someListResponse");
    if (!next.isEmpty()) answer.put("nextPageToken", next);
    ArrayNode list = answer.putArray("items");
    items.forEach(list::add);
    return json(answer);
  }

  @Override
  Feed open(URI address, FeedContext context) {
    Map<String, String> entry =
        Map.of("channel", "UClyngheiakraft000000000", "api", address.toString());
    return opened(new YouTubeFeedProvider(), context, entry);
  }

  @Override
  String id(Post post) {
    return "youtube:" + name(post);
  }

  @Override
  List<String> revisions(Post post) {
    return Stream.concat(Stream.of(""), post.edits().stream().map(YouTubeNetwork::second)).toList();
  }

  @Override
  int memory() {
    return 150;
  }

  /**
   * A delete is believed of comments only that were found by their ids before, since some never
   * are; so one that goes at once is not told.
   */
  @Override
  boolean mustTell(Post post) {
    return post.gone().isEmpty() || foundBefore.getOrDefault(name(post), 0) >= CERTAIN;
  }

  /** More than five hundred between two looks would be more than the feed remembers. */
  @Override
  int burst() {
    return 100;
  }

  @Override
  Duration busy() {
    return Duration.ofMinutes(30);
  }
}
