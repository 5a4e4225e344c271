package no.grenselos.feed.trouble;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import no.grenselos.feed.Feed;
import no.grenselos.feed.FeedContext;
import no.grenselos.feed.Fetch;
import no.grenselos.feed.ScriptedServer.Canned;
import no.grenselos.feed.Source;
import no.grenselos.feed.facebook.FacebookFeedProvider;
import no.grenselos.feed.http.Fingerprint;
import no.grenselos.feed.http.Json;
import okhttp3.HttpUrl;

/**
 * A page on Facebook (Graph reference: Page Feed, Object Comments; Handling Errors): a post of its
 * own with most of what is said, posts of visitors, and posts elsewhere that tag it; lists by 25
 * with the newest first, each post with its newest comments; single ones by id, many in one call.
 * Beside it stand {@link FacebookCalls}. Of deletes only these tell.
 */
final class FacebookNetwork extends StandIn {
  /** Our own margin, not a documented figure: comments are held back, and let go. */
  static final Duration LATE = Duration.ofMinutes(5);

  static final String PAGE = "500";
  static final String SECRET = "s3cret-FACEBOOK_APP_SECRET";

  private static final String ROOT = "/v27.0/";
  private static final int SHOWN = 25;

  /** Limits of the app, the user and the page; the token; trouble of the moment. */
  private static final int[] ERRORS = {4, 17, 32, 190, 1, 2};

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxx").withZone(ZoneOffset.UTC);

  private final FacebookCalls calls;
  private final FacebookPlaces places;
  private volatile Map<String, List<Post>> comments = Map.of();
  private volatile Optional<Source> source = Optional.empty();
  private volatile URI address = URI.create("http://127.0.0.1");

  FacebookNetwork(World world, Mischief mischief) {
    super(world, mischief);
    this.places = new FacebookPlaces(world, PAGE);
    this.calls = new FacebookCalls(this, mischief);
  }

  FacebookPlaces places() {
    return places;
  }

  @Override
  Canned answer(Request request) {
    if (mischief().some(4) == 1 && mischief().happens(Trouble.GRAPH_ERROR)) {
      return error(ERRORS[mischief().some(ERRORS.length) - 1], 0);
    }
    comments = places.comments();
    String path = request.path().substring(ROOT.length());
    return switch (path) {
      case "" -> json(batch(request.peer().body()));
      case PAGE + "/feed" -> json(list(request, places.posts()));
      case PAGE + "/tagged" ->
          json(list(request, places.posts().stream().filter(places::isElsewhere).toList()));
      default -> {
        List<Post> below = below(path.replace("/comments", ""));
        yield json(page(request.path(), request.text("after"), below, this::comment));
      }
    };
  }

  private static Canned error(int code, int subcode) {
    Canned answer = json(problem(code, subcode));
    return new Canned(code < 3 ? 500 : 400, answer.headers(), answer.body());
  }

  private static ObjectNode problem(int code, int subcode) {
    ObjectNode answer = Json.object();
    answer.putObject("error").put("message", "Nei").put("code", code).put("error_subcode", subcode);
    return answer;
  }

  private List<Post> below(String post) {
    return comments.getOrDefault(post, List.of());
  }

  /** Our own post is older than all the others. */
  private ObjectNode list(Request request, List<Post> posts) {
    ObjectNode answer = page(request.path(), request.text("after"), posts, this::post);
    boolean last = answer.path("paging").path("next").isMissingNode();
    if (last && request.path().endsWith("/feed")) {
      ObjectNode own = Json.object().put("id", places.own()).put("message", "Vi fyrer");
      own.putObject("from").put("id", PAGE).put("name", "Lyngheia");
      own.put("created_time", TIME.format(world().all().getFirst().at().minusSeconds(60)));
      ((ArrayNode) answer.path("data")).add(withComments(own, places.own()));
    }
    return answer;
  }

  /** The last one of a page stands where it belongs, as the order says. */
  private ObjectNode page(
      String path, String after, List<Post> all, Function<Post, ObjectNode> shape) {
    Instant place = after.isEmpty() ? Instant.MAX : Instant.ofEpochMilli(Long.parseLong(after));
    List<Post> rest = all.stream().filter(post -> post.at().isBefore(place)).toList();
    List<Post> before = all.stream().filter(post -> !post.at().isBefore(place)).toList();
    List<Post> page = rest.stream().limit(SHOWN).toList();
    ObjectNode answer = Json.object();
    ArrayNode data = answer.putArray("data");
    mixed(mischief().twice(before, page)).forEach(post -> data.add(shape.apply(post)));
    if (rest.size() > SHOWN) {
      HttpUrl next =
          HttpUrl.get(address + path)
              .newBuilder()
              .addQueryParameter("after", String.valueOf(page.getLast().at().toEpochMilli()))
              .build();
      answer.putObject("paging").put("next", next.toString());
    }
    return answer;
  }

  private List<Post> mixed(List<Post> page) {
    if (page.isEmpty()) return page;
    List<Post> mixed = new ArrayList<>(mischief().reordered(page.subList(0, page.size() - 1)));
    mixed.add(page.getLast());
    return mixed;
  }

  private ObjectNode post(Post post) {
    return withComments(said(post), places.id(post));
  }

  private ObjectNode withComments(ObjectNode post, String id) {
    post.set("comments", page(ROOT + id + "/comments", "", below(id), this::comment));
    return post;
  }

  private ObjectNode comment(Post post) {
    ObjectNode comment = said(post);
    if (post.answers() > 0 && !places.parent(post).equals(places.of(post))) {
      comment.putObject("parent").put("id", places.parent(post));
    }
    return comment;
  }

  private ObjectNode said(Post post) {
    ObjectNode said = Json.object().put("id", places.id(post)).put("message", post.words());
    said.putObject("from").put("id", "77").put("name", "Kari Nes");
    return said.put("created_time", TIME.format(post.at()));
  }

  private ArrayNode batch(String form) {
    String text = HttpUrl.get("http://127.0.0.1/?" + form).queryParameter("batch");
    ArrayNode answers = Json.object().putArray("answers");
    for (JsonNode one : Json.parse(String.valueOf(text)).orElseThrow()) {
      ObjectNode answer = single(Json.text(one, "relative_url"));
      answers
          .addObject()
          .put("code", answer.has("error") ? 400 : 200)
          .put("body", Json.write(answer));
    }
    return answers;
  }

  private ObjectNode single(String asked) {
    String id = asked.substring(0, asked.indexOf('?'));
    if (id.equals(PAGE)) return Json.object().put("id", PAGE);
    Optional<Post> found =
        world().shown().stream().filter(post -> places.id(post).equals(id)).findFirst();
    if (found.isEmpty()) return problem(100, 33);
    boolean asComment = asked.contains("parent");
    return asComment == places.isComment(found.get())
        ? places.isComment(found.get()) ? comment(found.get()) : said(found.get())
        : problem(100, 0);
  }

  @Override
  Feed open(URI server, FeedContext context) {
    address = server;
    Source opened =
        source(new FacebookFeedProvider(), context, Map.of("page", PAGE, "api", server.toString()));
    source = Optional.of(opened);
    calls.begin();
    return new WatchedFeed(opened.feeds().getFirst(), calls::looked);
  }

  @Override
  void call(Consumer<Fetch.Page> kept) {
    calls.make(source.flatMap(Source::inlet).orElseThrow(), kept);
  }

  /** The token is mended at once; of an error cut off the number is lost. */
  @Override
  Duration afterRefusal(Fetch.Refused refused) {
    if (refused.reason().matches(".*\\((190|400)\\)")) return Duration.ofMinutes(5);
    return super.afterRefusal(refused);
  }

  @Override
  String id(Post post) {
    return "facebook:" + places.id(post);
  }

  @Override
  List<String> revisions(Post post) {
    return IntStream.rangeClosed(0, post.version())
        .mapToObj(version -> Fingerprint.of(post.words(version)))
        .flatMap(name -> Stream.of(name, name + "=", Fingerprint.of("") + "~"))
        .toList();
  }

  /** What is told by half has a revision of its own, and so has what replaces it. */
  @Override
  int mostKeys(Post post) {
    return calls.isShaken(post) || post.version() > 0
        ? 2 * super.mostKeys(post) + 1
        : super.mostKeys(post);
  }

  @Override
  int memory() {
    return 150;
  }

  @Override
  boolean mayRepeatOldWords() {
    return false;
  }

  /** Edits are found among the newest comments of a post, deletes by the calls only. */
  @Override
  boolean mustTell(Post post) {
    if (post.gone().isPresent()) return calls.heardGone(post);
    return !places.isComment(post)
        || places.comments().getOrDefault(places.of(post), List.of()).indexOf(post) < SHOWN;
  }
}
