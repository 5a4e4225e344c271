package no.grenselos.feed.reddit;

import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.grenselos.feed.http.Gathering;
import no.grenselos.feed.http.HttpLookup;
import no.grenselos.mention.MentionEvent;
import no.grenselos.mention.MentionId;

/**
 * Looks at single posts and comments. Reddit shows what was taken away as taken away; what it does
 * not show at all is believed to be gone when another answer leaves it out too and shows one that
 * was there before.
 */
final class RedditLookup extends HttpLookup {
  private final RedditApi api;
  private final ThingReader reader;

  RedditLookup(RedditApi api, ThingReader reader, Clock clock) {
    super(RedditFeedProvider.NETWORK, api.client(), clock);
    this.api = api;
    this.reader = reader;
  }

  private sealed interface Shown {
    record Things(Map<String, RedditThing> byName) implements Shown {}

    record Not(Found found) implements Shown {}
  }

  @Override
  public boolean knows(URI link) {
    return ThingLink.of(link).isPresent();
  }

  @Override
  public Found find(URI link) {
    Optional<ThingLink> thing = ThingLink.of(link);
    if (thing.isEmpty()) return nothing("link");
    String name = thing.get().name();
    return switch (shown(List.of(name))) {
      case Shown.Not not -> not.found();
      case Shown.Things things ->
          Optional.ofNullable(things.byName().get(name))
              .filter(there -> !there.isGone())
              .map(this::posted)
              .orElseGet(() -> nothing(name));
    };
  }

  private Found posted(RedditThing thing) {
    Gathering gathering = new Gathering();
    gathering.take(thing.name(), () -> new MentionEvent.Posted(reader.read(thing)));
    return seen(gathering);
  }

  @Override
  public int most() {
    return RedditListing.PAGE;
  }

  @Override
  protected Found look(List<MentionId> posts) {
    List<String> names =
        posts.stream()
            .map(post -> RedditThing.checked(post.id()))
            .filter(name -> !name.isEmpty())
            .toList();
    if (names.isEmpty()) return seen(new Gathering());
    return switch (shown(names)) {
      case Shown.Not not -> not.found();
      case Shown.Things things -> told(names, things.byName());
    };
  }

  private Found told(List<String> names, Map<String, RedditThing> there) {
    Gathering gathering = new Gathering();
    List<String> missing = new ArrayList<>();
    for (String name : names) {
      RedditThing thing = there.get(name);
      if (thing == null) missing.add(name);
      else gathering.take(name, () -> event(thing));
    }
    Optional<String> witness = names.stream().filter(there::containsKey).findFirst();
    if (missing.isEmpty() || witness.isEmpty()) return seen(gathering);
    return switch (shown(with(witness.get(), missing))) {
      case Shown.Not not -> not.found();
      case Shown.Things again -> {
        if (again.byName().containsKey(witness.get())) {
          missing.removeAll(again.byName().keySet());
          missing.forEach(name -> gathering.take(name, () -> deleted(ThingReader.mentionId(name))));
        }
        yield seen(gathering);
      }
    };
  }

  private static List<String> with(String witness, List<String> missing) {
    List<String> asked = new ArrayList<>(missing);
    asked.add(witness);
    return asked;
  }

  private MentionEvent event(RedditThing thing) {
    return thing.isGone()
        ? deleted(ThingReader.mentionId(thing.name()))
        : new MentionEvent.Edited(reader.read(thing));
  }

  private Shown shown(List<String> names) {
    return switch (api.list(RedditListing.things(api, names))) {
      case RedditApi.Loaded.Not not -> new Shown.Not(not(not.fetch()));
      case RedditApi.Loaded.Page page -> {
        Map<String, RedditThing> things = new HashMap<>();
        page.things().stream().map(RedditThing::of).forEach(t -> things.put(t.name(), t));
        yield new Shown.Things(things);
      }
    };
  }
}
