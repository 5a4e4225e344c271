package no.grenselos.feed.trouble;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import no.grenselos.feed.Feed;
import no.grenselos.feed.FeedContext;
import no.grenselos.feed.ScriptedServer.Canned;
import no.grenselos.feed.Skipped;
import no.grenselos.feed.http.Json;
import no.grenselos.feed.reddit.RedditFeedProvider;

/**
 * Reddit's search (reddit.com/dev/api, listings): newest first, a hundred at a time, behind the
 * thing that {@code after} names, a thousand in all; things by their names. Tokens end after an
 * hour. What is taken away stays there as {@code [deleted]} where it is asked for by name, and is
 * no longer found.
 */
class RedditNetwork extends StandIn {
  static final Duration LATE = Duration.ofMinutes(5);
  private static final Duration TOKEN_LIVES = Duration.ofHours(1);
  private static final int MOST = 1000;

  RedditNetwork(World world, Mischief mischief) {
    super(world, mischief);
  }

  String name(Post post) {
    return "t3_aa" + post.number();
  }

  ObjectNode thing(Post post) {
    boolean gone = post.gone().isPresent();
    ObjectNode data =
        Json.object()
            .put("name", name(post))
            .put("title", "Varme")
            .put("author", gone ? "[deleted]" : "solveig")
            .put("selftext", gone ? "[deleted]" : post.words())
            .put("is_self", true)
            .put("subreddit_type", "public")
            .put("created_utc", (double) post.at().getEpochSecond())
            .put("permalink", "/r/norge/comments/aa" + post.number() + "/varme/")
            .put("edited", false);
    post.lastEdit().ifPresent(at -> data.put("edited", (double) at.getEpochSecond()));
    ObjectNode thing = Json.object().put("kind", "t3");
    thing.set("data", data);
    return thing;
  }

  @Override
  Canned answer(Request request) {
    return switch (request.path()) {
      case "/api/v1/access_token" ->
          json(
              Json.object()
                  .put("access_token", String.valueOf(world().now().toEpochMilli()))
                  .put("expires_in", TOKEN_LIVES.toSeconds()));
      case "/search", "/message/mentions" ->
          allowed(request) ? json(found(request)) : Canned.status(401);
      case "/api/info" -> allowed(request) ? json(named(request)) : Canned.status(401);
      default -> Canned.status(404);
    };
  }

  private boolean allowed(Request request) {
    Instant given = Instant.ofEpochMilli(Long.parseLong(request.bearer()));
    return world().now().isBefore(given.plus(TOKEN_LIVES));
  }

  private ObjectNode found(Request request) {
    List<Post> all = listed().limit(MOST).toList();
    String after = request.text("after");
    // a thing that was taken away meanwhile still says where it stood
    Instant place =
        world().all().stream()
            .filter(post -> name(post).equals(after))
            .map(Post::at)
            .findFirst()
            .orElse(Instant.MAX);
    List<Post> rest = all.stream().filter(post -> post.at().isBefore(place)).toList();
    List<Post> before = all.stream().filter(post -> !post.at().isBefore(place)).toList();
    List<Post> page = rest.stream().limit(request.number("limit")).toList();
    String next = rest.size() > page.size() ? name(page.getLast()) : "";
    return listing(
        mischief().reordered(mischief().twice(before, page)).stream().map(this::item), next);
  }

  /** Newest first. */
  Stream<Post> listed() {
    return world().newestFirst();
  }

  /** As it is listed. */
  ObjectNode item(Post post) {
    return thing(post);
  }

  private ObjectNode named(Request request) {
    List<String> names = Arrays.asList(request.text("id").split(",", -1));
    return listing(
        world().all().stream().filter(post -> names.contains(name(post))).map(this::thing), "");
  }

  private static ObjectNode listing(Stream<ObjectNode> things, String after) {
    ObjectNode listing = Json.object().put("kind", "Listing");
    ObjectNode data = listing.putObject("data");
    if (after.isEmpty()) data.putNull("after");
    else data.put("after", after);
    ArrayNode children = data.putArray("children");
    things.forEach(children::add);
    return listing;
  }

  @Override
  Feed open(URI address, FeedContext context) {
    Map<String, String> entry = new LinkedHashMap<>();
    entry.put("api", address.toString());
    entry.put("auth", address.toString());
    entry.put("client-id", "abc");
    entry.put("user-agent", "linux:example.lyngheia:v1 (by /u/lyngheia)");
    entry.putAll(wanted());
    return opened(new RedditFeedProvider(), context, entry);
  }

  /** What is read. */
  Map<String, String> wanted() {
    return Map.of("search", "lyngheia");
  }

  @Override
  String id(Post post) {
    return "reddit:" + name(post);
  }

  @Override
  List<String> revisions(Post post) {
    return Stream.concat(
            Stream.of(""), post.edits().stream().map(at -> String.valueOf(at.getEpochSecond())))
        .toList();
  }

  @Override
  int memory() {
    return 150;
  }

  /** What a rush pushed out of the list before it could be read is lost, and must be told. */
  @Override
  boolean mayMiss(Post post, Arrivals arrivals) {
    long younger = listed().filter(other -> other.at().isAfter(post.at())).count();
    return younger >= MOST
        && arrivals.skipped().stream()
            .flatMap(skipped -> lost(skipped).stream())
            .anyMatch(gap -> gap.holds(post.at()));
  }

  /** Whether so much was written that things can have been pushed out, and this tells of it. */
  boolean tellsLoss(Skipped skipped) {
    return listed().count() > MOST && lost(skipped).isPresent();
  }

  private record Gap(Instant from, Instant to) {
    /** What was held back is behind the list's end by the time it is shown. */
    boolean holds(Instant at) {
      return !at.isBefore(from) && !at.isAfter(to.plus(LATE));
    }
  }

  private static Optional<Gap> lost(Skipped skipped) {
    String[] ends = skipped.item().split(" to ", -1);
    return ends.length == 2
        ? Optional.of(new Gap(Instant.parse(ends[0]), Instant.parse(ends[1])))
        : Optional.empty();
  }
}
