package no.grenselos.feed.trouble;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import no.grenselos.feed.Feed;
import no.grenselos.feed.FeedContext;
import no.grenselos.feed.ScriptedServer.Canned;
import no.grenselos.feed.bluesky.BlueskyFeedProvider;
import no.grenselos.feed.http.Json;

/**
 * Bluesky's search behind an account's own server (lexicons app.bsky.feed.searchPosts and getPosts,
 * com.atproto.server.createSession and refreshSession): newest first, from {@code since} on and
 * before {@code until}; it learns of some posts late. Sessions end after two hours.
 */
class BlueskyNetwork extends StandIn {
  static final Duration LATE = Duration.ofMinutes(8);
  private static final Duration SESSION_LIVES = Duration.ofHours(2);

  BlueskyNetwork(World world, Mischief mischief) {
    super(world, mischief);
  }

  static String did(Post post) {
    return "did:plc:kari" + post.number() % 3;
  }

  static String uri(Post post) {
    return "at://" + did(post) + "/app.bsky.feed.post/r" + post.number();
  }

  /** The content's hash: another for each version. */
  static String cid(Post post, int version) {
    return "bafyreih%08dv%03d".formatted(post.number(), version);
  }

  static ObjectNode content(Post post) {
    return Json.object()
        .put("$type", "app.bsky.feed.post")
        .put("createdAt", post.at().toString())
        .put("text", post.words());
  }

  static ObjectNode view(Post post) {
    ObjectNode view = Json.object().put("uri", uri(post)).put("cid", cid(post, post.version()));
    view.putObject("author").put("did", did(post)).put("handle", "kari.example");
    view.set("record", content(post));
    return view.put("indexedAt", post.shown().toString());
  }

  @Override
  Canned answer(Request request) {
    String method = request.last().substring(request.last().lastIndexOf('.') + 1);
    return switch (method) {
      case "createSession", "refreshSession" -> session();
      case "searchPosts", "listNotifications" ->
          signedIn(request) ? json(list(request)) : expired();
      case "getPosts" -> signedIn(request) ? json(posts(request.texts("uris"))) : expired();
      default -> Canned.status(501);
    };
  }

  private Canned session() {
    String token = String.valueOf(world().now().toEpochMilli());
    return json(
        Json.object().put("accessJwt", token).put("refreshJwt", token).put("did", "did:plc:us"));
  }

  private boolean signedIn(Request request) {
    Instant given = Instant.ofEpochMilli(Long.parseLong(request.bearer()));
    return world().now().isBefore(given.plus(SESSION_LIVES));
  }

  private static Canned expired() {
    return new Canned(400, Map.of(), Json.body(Json.object().put("error", "ExpiredToken")));
  }

  ObjectNode list(Request request) {
    Instant since = moment(request.text("since"), Instant.MIN);
    Instant until = moment(request.text("until"), Instant.MAX);
    int most = request.number("limit");
    List<Post> all = world().newestFirst().filter(post -> !post.at().isBefore(since)).toList();
    List<Post> rest = all.stream().filter(post -> post.at().isBefore(until)).toList();
    List<Post> before = all.stream().filter(post -> !post.at().isBefore(until)).toList();
    List<Post> page = rest.stream().limit(most).toList();
    ObjectNode answer = Json.object();
    if (rest.size() > most) answer.put("cursor", "c" + most);
    ArrayNode list = answer.putArray("posts");
    mischief().reordered(mischief().twice(before, page)).forEach(post -> list.add(view(post)));
    return answer;
  }

  private static Instant moment(String text, Instant otherwise) {
    return text.isEmpty() ? otherwise : Instant.parse(text);
  }

  private ObjectNode posts(List<String> uris) {
    ObjectNode answer = Json.object();
    ArrayNode list = answer.putArray("posts");
    world().shown().stream()
        .filter(post -> uris.contains(uri(post)))
        .forEach(post -> list.add(view(post)));
    return answer;
  }

  @Override
  Feed open(URI address, FeedContext context) {
    Map<String, String> entry =
        Map.of("service", address.toString(), "handle", "lyngheia.example", "search", "lyngheia");
    return opened(new BlueskyFeedProvider(), context, entry);
  }

  @Override
  String id(Post post) {
    return "bluesky:" + uri(post);
  }

  @Override
  List<String> revisions(Post post) {
    return IntStream.rangeClosed(0, post.version())
        .mapToObj(version -> version == 0 ? "" : cid(post, version))
        .toList();
  }

  /**
   * The feed forgets what it has not asked about for longest, be it old or new; so a burst may push
   * out any post that was there before it.
   */
  @Override
  int memory() {
    return 40;
  }

  @Override
  boolean mayRepeatOldWords() {
    return false;
  }
}
