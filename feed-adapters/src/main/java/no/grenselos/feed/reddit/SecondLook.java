package no.grenselos.feed.reddit;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import no.grenselos.feed.http.Gathering;
import no.grenselos.mention.MentionEvent;

/** Finds out what happened to things already taken in: edited, taken away, or brought back. */
record SecondLook(RedditApi api, ThingReader reader, Clock clock) {
  /**
   * Asks about a hundred of them. Trouble is left to the next poll: what the listing gave is worth
   * more than this look.
   */
  void at(SeenThings seen, Gathering gathering) {
    List<String> names = seen.takeTurns(RedditListing.PAGE);
    if (names.isEmpty()) return;
    if (!(api.list(RedditListing.things(api, names)) instanceof RedditApi.Loaded.Page page)) return;
    Map<String, RedditThing> shown = new HashMap<>();
    page.things().stream().map(RedditThing::of).forEach(thing -> shown.put(thing.name(), thing));
    // an answer without any of them says more about Reddit than about them
    if (names.stream().noneMatch(shown::containsKey)) return;
    for (String name : names) {
      RedditThing thing = shown.get(name);
      if (thing != null) compare(thing, seen, gathering);
      else if (seen.missedTwice(name)) deleted(name, gathering);
    }
  }

  /** A thing we know, as it is shown now. */
  void compare(RedditThing thing, SeenThings seen, Gathering gathering) {
    boolean wasGone = seen.knowsGone(thing);
    // the inbox keeps its copy, and tells less of it, after the comment itself was taken away
    if (wasGone && thing.revision().isEmpty()) return;
    if (thing.isGone()) {
      if (!wasGone) deleted(thing.name(), gathering);
    } else if (wasGone) {
      // a moderator let it through after a filter had held it back
      gathering.take(thing.name(), () -> new MentionEvent.Posted(reader.read(thing)));
    } else if (isEdited(thing, seen)) {
      gathering.take(thing.name(), () -> new MentionEvent.Edited(reader.read(thing)));
    }
    seen.remember(thing, clock.instant().getEpochSecond());
  }

  private static boolean isEdited(RedditThing thing, SeenThings seen) {
    return thing
        .revision()
        .filter(revision -> !seen.revision(thing).orElse("").equals(revision))
        .isPresent();
  }

  private void deleted(String name, Gathering gathering) {
    gathering.take(
        name, () -> new MentionEvent.Deleted(ThingReader.mentionId(name), clock.instant()));
  }
}
