package no.grenselos.feed.trouble;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import no.grenselos.config.Node;
import no.grenselos.config.Problems;
import no.grenselos.config.Settings;
import no.grenselos.feed.Feed;
import no.grenselos.feed.FeedContext;
import no.grenselos.feed.FeedProvider;
import no.grenselos.feed.Fetch;
import no.grenselos.feed.ScriptedServer.Canned;
import no.grenselos.feed.Source;
import no.grenselos.feed.http.Json;

/** A network, small: answers from what was written so far, as it documents. */
abstract class StandIn {
  private final World world;
  private final Mischief mischief;

  StandIn(World world, Mischief mischief) {
    this.world = world;
    this.mischief = mischief;
  }

  final World world() {
    return world;
  }

  final Mischief mischief() {
    return mischief;
  }

  /** Honestly, but for what mischief the network may do within its contract. */
  abstract Canned answer(Request request);

  abstract Feed open(URI address, FeedContext context);

  /** The mention's id, as text. */
  abstract String id(Post post);

  /** Every revision that the post may have come under until now. */
  abstract List<String> revisions(Post post);

  /** What it tells over connections that stay; empty where it only answers. */
  Optional<Broadcast> broadcast() {
    return Optional.empty();
  }

  /** How many of the latest posts the feed keeps in mind, to hear of edits and deletes. */
  abstract int memory();

  boolean tellsEdits() {
    return true;
  }

  boolean tellsDeletes() {
    return true;
  }

  /** Whether the feed can hear of what happened to the post. */
  boolean mustTell(Post post) {
    return true;
  }

  /** Calls us, where the network does that; what our door takes is kept at once. */
  void call(Consumer<Fetch.Page> kept) {}

  /** How long to rest where an admin had something to mend. */
  Duration afterRefusal(Fetch.Refused refused) {
    throw new AssertionError("nobody has anything to mend, but: " + refused);
  }

  /** The most keys that events of the post may have, but for its delete. */
  int mostKeys(Post post) {
    return post.version() + 1;
  }

  /** Whether the network itself no longer knew of the post when it was asked. */
  boolean mayMiss(Post post, Arrivals arrivals) {
    return false;
  }

  /** Whether an answer to this may be an old one: lists come from caches. */
  boolean mayRepeat(Request request) {
    return request.peer().body().isEmpty();
  }

  /**
   * Whether an answer from before the last edit may be given again. Not where the words alone tell
   * an edit: there an old answer is the same as an edit back to the old words.
   */
  boolean mayRepeatOldWords() {
    return true;
  }

  /**
   * The most that are written at once; a page, or what the network lists, may hold fewer. Between
   * two looks a stream is told little.
   */
  int burst() {
    return broadcast().isPresent() ? 100 : 250;
  }

  /**
   * The least that lies between two bursts: Bluesky and Reddit are remembered 300 posts back, and
   * more than these within the time that posts may be late would be more than the feeds promise.
   */
  Duration busy() {
    return Duration.ofMinutes(12);
  }

  static Canned json(JsonNode node) {
    return Canned.ok("application/json; charset=utf-8", Json.body(node));
  }

  /** The feed that an admin gets with these settings, which must be fine. */
  static Feed opened(FeedProvider provider, FeedContext context, Map<String, String> entry) {
    return source(provider, context, entry).feeds().getFirst();
  }

  /** All that such an entry gives. */
  static Source source(FeedProvider provider, FeedContext context, Map<String, String> entry) {
    Map<String, Node> nodes = new LinkedHashMap<>();
    entry.forEach((key, value) -> nodes.put(key, new Node.Scalar(value, 1)));
    return source(provider, context, new Node.Mapping(nodes, 1));
  }

  static Feed opened(FeedProvider provider, FeedContext context, Node.Mapping entry) {
    return source(provider, context, entry).feeds().getFirst();
  }

  private static Source source(FeedProvider provider, FeedContext context, Node.Mapping entry) {
    Problems problems = new Problems("grenselos.yml");
    Settings settings = new Settings(entry, "feeds[0]." + provider.network(), problems);
    Source source = provider.open("net", settings, context);
    if (!problems.found().isEmpty()) throw new IllegalStateException(problems.found().toString());
    return source;
  }
}
