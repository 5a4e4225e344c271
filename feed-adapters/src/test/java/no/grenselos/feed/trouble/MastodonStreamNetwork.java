package no.grenselos.feed.trouble;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import no.grenselos.feed.Feed;
import no.grenselos.feed.FeedContext;
import no.grenselos.feed.ScriptedServer.Canned;
import no.grenselos.feed.http.Json;
import no.grenselos.feed.mastodon.MastodonAtOnce;

/**
 * The stream of a hashtag beside its timeline (docs.joinmastodon.org, Streaming): begins with what
 * happens next; what its server passes on while nobody hears it, or loses on the way, is not told
 * again.
 */
final class MastodonStreamNetwork extends MastodonNetwork implements Program {
  static final Duration LATE = Duration.ofMinutes(8);

  private final Broadcast broadcast = new Broadcast(mischief(), StreamForm.EVENTS, this);
  private Instant told;

  private record Event(Instant at, String message) {}

  MastodonStreamNetwork(World world, Mischief mischief) {
    super(world, mischief);
    told = world.now();
  }

  @Override
  Optional<Broadcast> broadcast() {
    return Optional.of(broadcast);
  }

  @Override
  Feed open(URI address, FeedContext context) {
    Map<String, String> entry =
        Map.of("server", address.toString(), "hashtags", "varme", "stream", "true");
    return broadcast.heardBy(opened(MastodonAtOnce.provider(), context, entry));
  }

  @Override
  Canned answer(Request request) {
    return request.path().equals("/api/v2/instance")
        ? json(Json.object().put("domain", "127.0.0.1"))
        : super.answer(request);
  }

  @Override
  public boolean isAskedFor(Request request) {
    return request.path().equals("/api/v1/streaming/hashtag");
  }

  @Override
  public Optional<Canned> refusal(Request request) {
    return Optional.empty();
  }

  @Override
  public List<String> due() {
    Instant before = told;
    told = world().now();
    return world().all().stream()
        .filter(post -> post.touched().isAfter(before))
        .flatMap(MastodonStreamNetwork::events)
        .filter(event -> event.at().isAfter(before) && !event.at().isAfter(told))
        .sorted(Comparator.comparing(Event::at))
        .map(Event::message)
        .toList();
  }

  private static Stream<Event> events(Post post) {
    Instant shown = post.shown();
    // what is gone before it came to this server never comes to it
    if (post.gone().filter(gone -> !gone.isAfter(shown)).isPresent()) return Stream.empty();
    List<Event> events = new ArrayList<>();
    events.add(new Event(shown, message("update", post.asOf(shown))));
    post.edits().forEach(at -> events.add(new Event(at, message("status.update", post.asOf(at)))));
    post.gone().ifPresent(at -> events.add(new Event(at, message("delete", number(post) + ""))));
    return events.stream();
  }

  private static String message(String event, Post post) {
    return message(event, Json.write(status(post)));
  }

  private static String message(String event, String payload) {
    return "event: " + event + "\ndata: " + payload + "\n\n";
  }

  @Override
  public List<String> rubbish() {
    return List.of(
        message("update", "{\"id\":\"17\",\"content\":\"half"),
        message("update", "{}"),
        message("status.update", "[1]"),
        message("delete", "no id!"),
        message("filters_changed", "undefined"),
        message("announcement", "{\"id\":\"8\"}"),
        "data: nothing\n\n",
        ":)\n");
  }

  @Override
  public Set<String> complaints() {
    return Set.of("is broken off, or no JSON", "is not a post", "does not say which post is gone");
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
        Trouble.REORDERED,
        Trouble.SWALLOWED);
  }
}
