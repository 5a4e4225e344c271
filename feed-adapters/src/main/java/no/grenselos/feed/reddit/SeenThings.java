package no.grenselos.feed.reddit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import no.grenselos.feed.Cursor;
import no.grenselos.feed.http.Json;

/**
 * What the cursor of a listing holds: the latest things by name, the time before which all is
 * known, and when we last looked. One name alone would not do: when that thing is removed, Reddit
 * answers {@code before=<name>} with an empty page for ever. Not thread safe; made anew for every
 * fetch.
 */
final class SeenThings {
  private static final String GONE = "gone";

  /** At a hundred in a look, every fourth poll, each is asked about once in twelve polls. */
  private static final int KEPT = 300;

  /** Our own margin, not a documented figure: how late Reddit may show a thing. */
  private static final Duration LATE = Duration.ofMinutes(10);

  /** As many as Reddit lists; what is older cannot be shown late. */
  private static final int MOST = 1000;

  private final Map<String, Seen> things = new LinkedHashMap<>();
  private long floor = -1;
  private long looked;
  private int polls;

  private record Seen(String revision, long created, boolean missing) {}

  static SeenThings of(Cursor cursor) {
    SeenThings seen = new SeenThings();
    JsonNode node = Json.parse(cursor.text()).orElseGet(Json::object);
    seen.floor = node.path("floor").asLong(-1);
    seen.looked = node.path("looked").asLong(0);
    seen.polls = node.path("polls").asInt();
    for (Map.Entry<String, JsonNode> thing : node.path("seen").properties()) {
      JsonNode parts = thing.getValue();
      seen.things.put(
          thing.getKey(),
          new Seen(parts.path(0).asText(""), parts.path(1).asLong(), parts.path(2).asInt() == 1));
    }
    return seen;
  }

  /**
   * @param now when the look began after which this is known, in Unix seconds
   */
  Cursor cursor(long now) {
    forgetOldest();
    ObjectNode node = Json.object().put("floor", floor).put("looked", now).put("polls", polls);
    ObjectNode kept = node.putObject("seen");
    things.forEach((name, seen) ->
        kept.putArray(name).add(seen.revision()).add(seen.created()).add(seen.missing() ? 1 : 0));
    return new Cursor(Json.write(node));
  }

  /**
   * What was forgotten is the end of history; so nothing is while something may still come late.
   */
  private void forgetOldest() {
    List<String> latest =
        things.keySet().stream()
            .sorted(Comparator.comparingLong((String name) -> created(name)).reversed())
            .toList();
    if (latest.size() <= KEPT) return;
    long settled = created(latest.getFirst()) - LATE.toSeconds();
    List<String> old =
        IntStream.range(KEPT, latest.size())
            .filter(i -> i >= MOST || created(latest.get(i)) < settled)
            .mapToObj(latest::get)
            .toList();
    for (String name : old) {
      floor = Math.max(floor, created(name));
      things.remove(name);
    }
  }

  private long created(String name) {
    Seen seen = things.get(name);
    return seen == null ? 0 : seen.created();
  }

  boolean nothingYet() {
    return floor < 0;
  }

  /** In Unix seconds: up to here all is known, or history. */
  long floor() {
    return floor;
  }

  void startAfter(long seconds) {
    floor = Math.max(0, seconds);
  }

  /** Whether the page goes back to what was known before. */
  boolean reachedBy(List<RedditThing> page) {
    return page.stream().anyMatch(thing -> knows(thing) || isHistory(thing));
  }

  /**
   * Whether nothing beyond this page can be new: what was to be shown late was shown when we last
   * looked, however long ago that is.
   */
  boolean settledBy(List<RedditThing> page) {
    return page.stream()
        .anyMatch(thing ->
            isHistory(thing) || (knows(thing) && thing.created() < looked - LATE.toSeconds()));
  }

  /** A thing without a time is none: it will be listed as unreadable. */
  boolean isHistory(RedditThing thing) {
    return thing.created() != 0 && thing.created() <= floor && !things.containsKey(thing.name());
  }

  boolean knows(RedditThing thing) {
    return things.containsKey(thing.name());
  }

  boolean knowsGone(RedditThing thing) {
    return GONE.equals(revision(thing).orElse(""));
  }

  Optional<String> revision(RedditThing thing) {
    return Optional.ofNullable(things.get(thing.name())).map(Seen::revision);
  }

  /** Anew, or as it is by now; things without a name cannot be remembered. */
  void remember(RedditThing thing, long now) {
    if (thing.name().isEmpty()) return;
    String known = revision(thing).filter(revision -> !revision.equals(GONE)).orElse("");
    String revision = thing.isGone() ? GONE : thing.revision().orElse(known);
    things.put(
        thing.name(), new Seen(revision, thing.created() == 0 ? now : thing.created(), false));
  }

  /** Whether Reddit has left the thing out twice in a row. */
  boolean missedTwice(String name) {
    Seen seen = things.get(name);
    if (seen == null) return false;
    things.put(name, new Seen(seen.missing() ? GONE : seen.revision(), seen.created(), true));
    return seen.missing();
  }

  /** Counts a poll; whether it is time for a second look. */
  boolean timeToLookAgain(int every) {
    polls = (polls + 1) % every;
    return polls == 0;
  }

  /** Whom to ask about, those not asked about for longest first; their turn ends here. */
  List<String> takeTurns(int most) {
    List<String> turn =
        things.entrySet().stream()
            .filter(thing -> !thing.getValue().revision().equals(GONE))
            .map(Map.Entry::getKey)
            .filter(name -> !RedditThing.checked(name).isEmpty())
            .limit(most)
            .toList();
    turn.forEach(
        name -> Optional.ofNullable(things.remove(name)).ifPresent(seen -> things.put(name, seen)));
    return turn;
  }
}
