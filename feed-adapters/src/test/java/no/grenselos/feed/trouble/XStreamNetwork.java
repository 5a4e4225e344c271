package no.grenselos.feed.trouble;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import no.grenselos.feed.Feed;
import no.grenselos.feed.FeedContext;
import no.grenselos.feed.ScriptedServer.Canned;
import no.grenselos.feed.http.Json;
import no.grenselos.feed.x.XAtOnce;
import no.grenselos.web.Body;

/**
 * X's filtered stream beside its search (docs.x.com, Filtered stream; Consuming streaming data;
 * Edit Posts): tells of what matches the rules seconds later, not in order, some of it twice; each
 * version of a post is a post; what was told to nobody is not told again.
 */
final class XStreamNetwork extends XNetwork implements Program {
  private static final String STREAM = "/2/tweets/search/stream";

  /** 99 of 100 posts come within seven seconds. */
  private static final Duration SOON = Duration.ofSeconds(7);

  private static final Duration LATEST = Duration.ofSeconds(50);

  /** So long a rule is there before the stream knows of it. */
  private static final Duration RULE_SETTLES = Duration.ofSeconds(5);

  private final Broadcast broadcast = new Broadcast(mischief(), StreamForm.LINES, this);
  private final List<Rule> rules = new ArrayList<>();
  private Instant told;

  private record Rule(String id, String value, String tag, Instant since) {
    ObjectNode json() {
      return Json.object().put("id", id).put("value", value).put("tag", tag);
    }
  }

  XStreamNetwork(World world, Mischief mischief) {
    super(world, mischief);
    told = world.now();
    rules.add(new Rule("7", "older", "grenselos", told));
    rules.add(new Rule("8", "cats", "cats", told));
  }

  @Override
  Optional<Broadcast> broadcast() {
    return Optional.of(broadcast);
  }

  @Override
  Feed open(URI address, FeedContext context) {
    Map<String, String> entry =
        Map.of("search", "lyngheia", "stream", "true", "api", address.toString());
    return broadcast.heardBy(opened(XAtOnce.provider(), context, entry));
  }

  @Override
  synchronized Canned answer(Request request) {
    if (!request.path().equals(STREAM + "/rules")) return super.answer(request);
    String body = request.peer().body();
    if (body.isEmpty()) return json(listed(rules));
    JsonNode asked = Json.parse(Body.of(body).bytes()).orElseThrow();
    if (!asked.has("delete")) return json(added(asked.path("add").path(0)));
    Json.elements(asked.path("delete").path("ids"))
        .forEach(id -> rules.removeIf(rule -> rule.id().equals(id.asText())));
    return json(Json.object().set("meta", Json.object()));
  }

  private static ObjectNode listed(List<Rule> rules) {
    ObjectNode answer = Json.object();
    ArrayNode data = answer.putArray("data");
    rules.forEach(rule -> data.add(rule.json()));
    return answer;
  }

  private ObjectNode added(JsonNode wanted) {
    String value = wanted.path("value").asText();
    Optional<Rule> same = rules.stream().filter(rule -> rule.value().equals(value)).findFirst();
    if (same.isPresent()) {
      ObjectNode answer = Json.object();
      answer.putArray("errors").add(same.get().json().put("title", "DuplicateRule"));
      return answer;
    }
    Rule rule = new Rule("9", value, wanted.path("tag").asText(), world().now());
    rules.add(rule);
    return listed(List.of(rule));
  }

  @Override
  public boolean isAskedFor(Request request) {
    return request.path().equals(STREAM);
  }

  @Override
  public synchronized Optional<Canned> refusal(Request request) {
    Instant known = world().now().minus(RULE_SETTLES);
    boolean any =
        rules.stream()
            .anyMatch(rule -> rule.value().equals("lyngheia") && !rule.since().isAfter(known));
    return any ? Optional.empty() : Optional.of(Canned.status(409));
  }

  @Override
  public List<String> due() {
    Instant before = told;
    told = world().now();
    return world().all().stream()
        .filter(post -> post.touched().isAfter(before.minus(LATEST)))
        .filter(post -> post.gone().isEmpty())
        .flatMap(XStreamNetwork::versions)
        .filter(found -> isBetween(toldAt(found), before, told))
        .sorted(Comparator.comparing(XStreamNetwork::toldAt))
        .map(found -> line(found.json(), "9"))
        .toList();
  }

  private static Stream<Version> versions(Post post) {
    return IntStream.rangeClosed(0, post.version()).mapToObj(number -> new Version(post, number));
  }

  private static Instant toldAt(Version found) {
    Random dice = new Random(found.id());
    Duration most = dice.nextInt(4) == 0 ? LATEST : SOON;
    return found.at().plusMillis(dice.nextLong(most.toMillis()));
  }

  private static boolean isBetween(Instant at, Instant after, Instant until) {
    return at.isAfter(after) && !at.isAfter(until);
  }

  private static String line(ObjectNode post, String rule) {
    ObjectNode line = withAuthor(Json.object());
    line.set("data", post);
    line.putArray("matching_rules").addObject().put("id", rule).put("tag", "");
    return Json.write(line);
  }

  @Override
  public List<String> rubbish() {
    ObjectNode cat = Json.object().put("id", "17").put("text", "a cat").put("author_id", "17");
    return List.of(
        "{\"data\":{\"id\":\"17\",\"text\":\"half",
        "[1]",
        "{\"new\":\"kind of message\"}",
        "{\"errors\":[{\"resource_type\":\"user\",\"resource_id\":\"3\",\"title\":\"Not Found"
            + " Error\"}]}",
        "{\"errors\":[{\"title\":\"operational-disconnect\",\"disconnect_type\":"
            + "\"UpstreamOperationalDisconnect\"}]}",
        line(cat, "8"));
  }

  @Override
  public Set<String> complaints() {
    return Set.of("is no whole JSON", "X does not show this user: Not Found Error");
  }

  @Override
  public List<Trouble> troubles() {
    return List.of(
        Trouble.STREAM_ENDED,
        Trouble.STREAM_CUT,
        Trouble.HALF_OPEN,
        Trouble.NO_HEARTBEAT,
        Trouble.GARBLED,
        Trouble.TWICE,
        Trouble.REORDERED);
  }
}
