package no.grenselos.feed.facebook;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.grenselos.feed.Fetch;
import no.grenselos.feed.http.Gathering;
import no.grenselos.feed.http.Json;
import no.grenselos.mention.Mention;
import no.grenselos.mention.MentionEvent;

/**
 * All posts and comments that one fetch comes upon, each once. Not thread safe; made anew for every
 * fetch.
 */
final class Harvest {
  private static final int MOST_PAGES = 20;

  /** Pages of comments beyond those that come with their posts, in one fetch. */
  private static final int MOST_FURTHER = 100;

  private final GraphApi api;
  private final SeenItems seen;
  private final Gathering gathering = new Gathering();
  private final Map<String, Shown> found = new LinkedHashMap<>();
  private int further;

  Harvest(GraphApi api, SeenItems seen) {
    this.api = api;
    this.seen = seen;
  }

  /**
   * Reads a list back to what is too old.
   *
   * @param oldest post that is still looked at, in Unix seconds
   * @return why it could not be read
   */
  Optional<Fetch> list(String path, long oldest) {
    GraphApi.Loaded loaded = api.list(path, api.account().fields());
    for (int pages = 1; ; pages++) {
      switch (loaded) {
        case GraphApi.Loaded.Not not -> {
          return Optional.of(not.fetch());
        }
        case GraphApi.Loaded.Page page -> {
          Optional<Fetch> trouble = posts(page.items());
          if (trouble.isPresent() || ends(page, oldest)) return trouble;
          if (pages == MOST_PAGES) {
            return tooLong(
                path, "is longer than " + MOST_PAGES + " pages: older posts were not read");
          }
          loaded = api.next(page.next());
        }
      }
    }
  }

  private boolean ends(GraphApi.Loaded.Page page, long oldest) {
    if (page.next().isEmpty() || page.items().isEmpty()) return true;
    long last = api.account().published(page.items().getLast());
    return last != 0 && last < oldest;
  }

  private Optional<Fetch> tooLong(String what, String reason) {
    gathering.skip(what, reason);
    return Optional.empty();
  }

  private Optional<Fetch> posts(List<JsonNode> posts) {
    for (JsonNode post : posts) {
      api.account().itself(post).ifPresent(this::add);
      Optional<Fetch> trouble = comments(post);
      if (trouble.isPresent()) return trouble;
    }
    return Optional.empty();
  }

  /**
   * Those that came with the post, then page by page back to what is known and old enough that
   * nothing can come late any more.
   */
  private Optional<Fetch> comments(JsonNode post) {
    List<JsonNode> comments = Json.elements(post.path("comments").path("data"));
    String next = Json.text(post.path("comments").path("paging"), "next");
    while (true) {
      boolean settled = settle(post, comments);
      api.account().below(post, comments).forEach(this::add);
      if (next.isEmpty() || comments.isEmpty() || settled) return Optional.empty();
      if (further++ == MOST_FURTHER) {
        return tooLong(
            Change.id(post, "id"), "has too many new comments: older ones were not read");
      }
      switch (api.next(next)) {
        case GraphApi.Loaded.Not not -> {
          return Optional.of(not.fetch());
        }
        case GraphApi.Loaded.Page page -> {
          comments = page.items();
          next = page.next();
        }
      }
    }
  }

  private boolean settle(JsonNode post, List<JsonNode> comments) {
    if (comments.isEmpty()) return true;
    List<Shown> last = api.account().below(post, List.of(comments.getLast()));
    return !last.isEmpty() && seen.settledBy(last.getFirst());
  }

  /** Of what is too old or ours nothing is kept, so that a long list takes little memory. */
  private void add(Shown shown) {
    if (api.account().isOurs(shown) || seen.isHistory(shown)) return;
    found.putIfAbsent(shown.id(), shown);
  }

  /** Makes events of what was found, oldest first. */
  Gathering gathered() {
    long now = api.clock().instant().getEpochSecond();
    found.values().stream().sorted(Shown.OLDEST_FIRST).forEach(shown -> take(shown, now));
    return gathering;
  }

  private void take(Shown shown, long now) {
    Optional<String> known = seen.revision(shown.id());
    if (known.filter(SeenItems.UNREADABLE::equals).isPresent()) return;
    if (known.isEmpty()) seen.remember(shown, SeenItems.UNREADABLE, now);
    gathering.takeIfAny(
        shown.name(),
        () -> {
          Mention mention = api.account().read(shown);
          seen.remember(shown, mention.revision(), now);
          return known.isEmpty()
              ? Optional.of(new MentionEvent.Posted(mention))
              : Optional.of(mention)
                  .filter(read -> !known.get().equals(read.revision()))
                  .map(MentionEvent.Edited::new);
        });
  }
}
