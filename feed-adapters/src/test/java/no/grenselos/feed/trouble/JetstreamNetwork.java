package no.grenselos.feed.trouble;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import no.grenselos.config.Node;
import no.grenselos.feed.Feed;
import no.grenselos.feed.FeedContext;
import no.grenselos.feed.ScriptedServer.Canned;
import no.grenselos.feed.bluesky.BlueskyAtOnce;
import no.grenselos.feed.http.Json;
import no.grenselos.web.Body;

/**
 * Two servers of Jetstream, one of each form (bluesky-social/jetstream, README and lexicons): each
 * sees an event at a moment of its own, in the order of its author; both go on from a moment up to
 * 36 hours back. With an older one the older form begins where it can, the newer refuses.
 */
final class JetstreamNetwork extends BlueskyNetwork implements Program {
  private static final String OLDER = "/subscribe";
  private static final String NEWER = "/xrpc/network.bsky.jetstream.subscribeEvents";
  private static final Duration KEPT = Duration.ofHours(36);

  /** No more than this is promised (bluesky-social/jetstream-legacy, issue 58). */
  private static final Duration PROMISED = Duration.ofHours(24);

  private static final Duration LONG_PAUSE = Duration.ofHours(40);
  private static final Duration MOST_LAG = Duration.ofSeconds(30);

  private final Broadcast broadcast = new Broadcast(mischief(), StreamForm.SOCKET, this);
  private final List<Span> lost = new ArrayList<>();

  /** From where somebody asked who was refused, and has not been told anything since. */
  private Optional<Instant> refused = Optional.empty();

  private boolean newer;
  private Instant told;

  /** What no server promises any more to whoever comes back too late. */
  private record Span(Instant from, Instant until) {
    boolean holds(Instant at) {
      return at.isAfter(from.minus(MOST_LAG)) && at.isBefore(until.plus(MOST_LAG));
    }
  }

  JetstreamNetwork(World world, Mischief mischief) {
    super(world, mischief);
    told = world.now();
  }

  @Override
  Optional<Broadcast> broadcast() {
    return Optional.of(broadcast);
  }

  @Override
  Feed open(URI address, FeedContext context) {
    Map<String, Node> stream = new LinkedHashMap<>();
    stream.put("hosts", texts(address + OLDER, address + NEWER));
    stream.put("words", texts("lyngheia"));
    Map<String, Node> entry = new LinkedHashMap<>();
    entry.put("handle", new Node.Scalar("lyngheia.example", 1));
    entry.put("service", new Node.Scalar(address.toString(), 1));
    entry.put("since", new Node.Scalar("24h", 1));
    entry.put("jetstream", new Node.Mapping(stream, 1));
    return broadcast.heardBy(opened(BlueskyAtOnce.provider(), context, new Node.Mapping(entry, 1)));
  }

  private static Node texts(String... texts) {
    return new Node.Sequence(
        Stream.of(texts).<Node>map(text -> new Node.Scalar(text, 1)).toList(), 1);
  }

  @Override
  Canned answer(Request request) {
    return request.last().endsWith("resolveHandle")
        ? json(Json.object().put("did", "did:plc:us"))
        : super.answer(request);
  }

  @Override
  public boolean isAskedFor(Request request) {
    return request.path().equals(OLDER) || request.path().equals(NEWER);
  }

  @Override
  public synchronized Optional<Canned> refusal(Request request) {
    Instant now = world().now();
    newer = request.path().equals(NEWER);
    told = now;
    if (request.text("cursor").isEmpty()) return Optional.empty();
    Instant from = Instant.EPOCH.plus(Long.parseLong(request.text("cursor")), ChronoUnit.MICROS);
    Instant oldest = now.minus(KEPT);
    boolean tooOld = from.isBefore(oldest);
    if (tooOld) lost.add(new Span(from, now.minus(PROMISED)));
    if (tooOld && newer) {
      refused = Optional.of(refused.filter(from::isAfter).orElse(from));
      Body error = Body.of("{\"error\":\"CursorTooOld\",\"message\":\"too old\"}");
      return Optional.of(new Canned(400, Map.of(), error));
    }
    told = (tooOld ? oldest : from).minusNanos(1000);
    // whoever was refused begins with what is promised by now, which is later than it was then
    refused.ifPresent(since -> lost.add(new Span(since, told)));
    refused = Optional.empty();
    return Optional.empty();
  }

  @Override
  public synchronized List<String> due() {
    Instant before = told;
    told = world().now();
    Stream<JetEvent> ours =
        world().all().stream()
            .filter(post -> post.touched().isAfter(before.minus(MOST_LAG)))
            .flatMap(this::events);
    return Stream.concat(ours, others(before, told))
        .filter(event -> event.at().isAfter(before) && !event.at().isAfter(told))
        .sorted(Comparator.comparing(JetEvent::at))
        .map(event -> newer ? event.newer() : event.older())
        .toList();
  }

  private Stream<JetEvent> events(Post post) {
    // each server hears of an author in its own time
    Duration lag = Duration.ofSeconds(newer ? 4 + 7 * (post.number() % 3) : 1);
    List<JetEvent> events = new ArrayList<>();
    events.add(event("create", post.asOf(post.at()), post.at().plus(lag)));
    post.edits().forEach(at -> events.add(event("update", post.asOf(at), at.plus(lag))));
    post.gone().ifPresent(at -> events.add(event("delete", post, at.plus(lag))));
    return events.stream();
  }

  private static JetEvent event(String operation, Post post, Instant at) {
    ObjectNode commit = JetEvent.commit(operation, "r" + post.number());
    if (!operation.equals("delete")) {
      commit.put("cid", cid(post, post.version()));
      commit.set("record", content(post));
    }
    return new JetEvent(at, did(post), commit);
  }

  /** All of Bluesky is never silent: somebody else writes at least every minute. */
  private static Stream<JetEvent> others(Instant after, Instant until) {
    Instant first = after.truncatedTo(ChronoUnit.MINUTES).plus(1, ChronoUnit.MINUTES);
    return Stream.concat(
            Stream.iterate(first, at -> at.isBefore(until), at -> at.plus(1, ChronoUnit.MINUTES)),
            Stream.of(until))
        .map(at -> new JetEvent(at, "did:plc:per", foreign(at)));
  }

  private static ObjectNode foreign(Instant at) {
    ObjectNode commit = JetEvent.commit("create", "o" + at.toEpochMilli()).put("cid", "bafyother");
    commit.set(
        "record", Json.object().put("createdAt", at.toString()).put("text", "noe helt annet"));
    return commit;
  }

  @Override
  public List<String> rubbish() {
    ObjectNode unnamed = JetEvent.commit("create", "bad key!");
    unnamed.set("record", Json.object().put("text", "lyngheia"));
    return List.of(
        "{\"broken lyngheia \"" + JetEvent.POSTS + "\"",
        new JetEvent(world().now(), "did:plc:per", unnamed).older(),
        "{\"did\":\"did:plc:per\",\"time_us\":1,\"kind\":\"account\",\"account\":{\"active\":true}}",
        "{\"$type\":\"message\",\"payload\":{\"$type\":\"something#new\"}}",
        "{\"$type\":\"error\",\"error\":\"ConsumerTooSlow\",\"message\":\"too slow\"}",
        "");
  }

  @Override
  public Set<String> complaints() {
    return Set.of("is no event of the stream", "names no post");
  }

  /** Events of one author keep their order, and the stream tells of all in the order it saw. */
  @Override
  public List<Trouble> troubles() {
    return List.of(
        Trouble.STREAM_ENDED,
        Trouble.STREAM_CUT,
        Trouble.HALF_OPEN,
        Trouble.NO_HEARTBEAT,
        Trouble.GARBLED,
        Trouble.TWICE);
  }

  @Override
  synchronized boolean mayMiss(Post post, Arrivals arrivals) {
    return isLost(post.at());
  }

  @Override
  synchronized boolean mustTell(Post post) {
    return !isLost(post.at())
        && post.edits().stream().noneMatch(this::isLost)
        && post.gone().filter(this::isLost).isEmpty();
  }

  /** Whether somebody asked for what is no longer promised. */
  synchronized boolean hasLost() {
    return !lost.isEmpty();
  }

  private boolean isLost(Instant at) {
    return lost.stream().anyMatch(span -> span.holds(at));
  }

  @Override
  int memory() {
    return 900;
  }

  /** Now and then for longer than a server goes back. */
  @Override
  Duration busy() {
    return mischief().some(6) == 1 ? LONG_PAUSE : super.busy();
  }
}
