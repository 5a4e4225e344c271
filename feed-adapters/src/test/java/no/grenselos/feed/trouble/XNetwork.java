package no.grenselos.feed.trouble;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import no.grenselos.feed.Feed;
import no.grenselos.feed.FeedContext;
import no.grenselos.feed.ScriptedServer.Canned;
import no.grenselos.feed.http.Json;
import no.grenselos.feed.x.XFeedProvider;

/**
 * X's recent search (docs.x.com, Search Posts; Pagination): newest first by id, nothing of the last
 * half minute, pages by tokens that end after a while. An edited post is another post, which names
 * the first, and stands instead of it. {@code newest_id} is true in whatever order the posts of a
 * page stand: were it not, {@code since_id} could lead past some, so that is not done. Nothing
 * tells of deletes.
 */
class XNetwork extends StandIn {
  private static final long EPOCH = 1_288_834_974_657L;
  private static final Duration SETTLES = Duration.ofSeconds(30);
  private static final Duration TOKEN_LIVES = Duration.ofMinutes(10);

  XNetwork(World world, Mischief mischief) {
    super(world, mischief);
  }

  /** A post as one of its versions. */
  record Version(Post post, int version) {
    Instant at() {
      return version == 0 ? post.at() : post.edits().get(version - 1);
    }

    long id() {
      return ((at().toEpochMilli() - EPOCH) << 22) + post.number();
    }

    /** The newest version that stood there then. */
    static Stream<Version> of(Post post, Instant until) {
      return Stream.iterate(post.version(), version -> version >= 0, version -> version - 1)
          .map(version -> new Version(post, version))
          .filter(version -> !version.at().isAfter(until))
          .limit(1);
    }

    ObjectNode json() {
      ObjectNode json =
          Json.object()
              .put("id", String.valueOf(id()))
              .put("text", post.words(version))
              .put("author_id", "17")
              .put("created_at", at().toString());
      ArrayNode history = json.putArray("edit_history_tweet_ids");
      for (int i = 0; i <= version; i++) history.add(String.valueOf(new Version(post, i).id()));
      return json;
    }
  }

  @Override
  Canned answer(Request request) {
    String token = request.text(tokenName());
    if (!token.isEmpty() && ended(token)) return Canned.status(400);
    long since = request.text("since_id").isEmpty() ? 0 : Long.parseLong(request.text("since_id"));
    long below = token.isEmpty() ? Long.MAX_VALUE : Long.parseLong(token.split("-", -1)[1]);
    int most = request.number("max_results");
    List<Version> all = listed().stream().filter(found -> found.id() > since).toList();
    List<Version> rest = all.stream().filter(found -> found.id() < below).toList();
    List<Version> page = rest.stream().limit(most).toList();
    List<Version> before = all.stream().filter(found -> found.id() >= below).toList();
    return json(page(page, before, rest.size() > most));
  }

  String tokenName() {
    return "next_token";
  }

  /** Newest first. */
  List<Version> listed() {
    return until(world().now().minus(SETTLES));
  }

  final List<Version> until(Instant until) {
    return world().shown().stream()
        .flatMap(post -> Version.of(post, until))
        .sorted(Comparator.comparing(Version::id).reversed())
        .toList();
  }

  private ObjectNode page(List<Version> page, List<Version> before, boolean more) {
    ObjectNode answer = Json.object();
    ObjectNode meta = answer.putObject("meta").put("result_count", page.size());
    if (page.isEmpty()) return answer;
    meta.put("newest_id", String.valueOf(page.getFirst().id()));
    if (more) meta.put("next_token", token(page.getLast()));
    ArrayNode data = answer.putArray("data");
    mischief().reordered(mischief().twice(before, page)).forEach(post -> data.add(post.json()));
    return withAuthor(answer);
  }

  static ObjectNode withAuthor(ObjectNode answer) {
    answer
        .putObject("includes")
        .putArray("users")
        .addObject()
        .put("id", "17")
        .put("username", "kari");
    return answer;
  }

  private String token(Version last) {
    return world().now().toEpochMilli() + "-" + last.id();
  }

  private boolean ended(String token) {
    Instant given = Instant.ofEpochMilli(Long.parseLong(token.split("-", -1)[0]));
    return world().now().isAfter(given.plus(TOKEN_LIVES));
  }

  @Override
  Feed open(URI address, FeedContext context) {
    Map<String, String> entry = Map.of("search", "lyngheia", "api", address.toString());
    return opened(new XFeedProvider(), context, entry);
  }

  @Override
  String id(Post post) {
    return "x:" + new Version(post, 0).id();
  }

  @Override
  List<String> revisions(Post post) {
    return Stream.concat(
            Stream.of(""),
            Stream.iterate(1, version -> version <= post.version(), version -> version + 1)
                .map(version -> String.valueOf(new Version(post, version).id())))
        .toList();
  }

  @Override
  int memory() {
    return Integer.MAX_VALUE;
  }

  @Override
  boolean tellsDeletes() {
    return false;
  }
}
