package no.grenselos.feed.hackernews;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import no.grenselos.feed.Cursor;
import no.grenselos.feed.Fetch;
import no.grenselos.feed.http.Gathering;
import no.grenselos.feed.http.Json;
import no.grenselos.feed.http.Recorded;
import no.grenselos.mention.MentionEvent;

/**
 * Finds the items in recorded answers of either API: hits, a tree of items, single items, lists of
 * them, and answers kept with their question as {@code {url, reply}}. An item found several times
 * comes once. Not thread safe; made anew for every file.
 */
final class HackerNewsRecording {
  private static final Comparator<MentionEvent> OLDEST_FIRST =
      Comparator.comparing(HackerNewsRecording::time).thenComparing(MentionEvent::key);

  private final Gathering gathering = new Gathering();
  private final Set<String> known = new HashSet<>();

  private HackerNewsRecording() {}

  static Fetch replay(byte[] file) {
    HackerNewsRecording reading = new HackerNewsRecording();
    return Recorded.of(file).read(reading.gathering, reading::read);
  }

  private Fetch read(List<JsonNode> documents) {
    documents.forEach(this::read);
    gathering.events().sort(OLDEST_FIRST);
    Fetch.Page page = gathering.page(Cursor.START, false);
    boolean nothing = page.events().isEmpty() && page.skipped().isEmpty();
    return nothing ? new Fetch.Failed("the file holds no answer of Hacker News") : page;
  }

  private static Instant time(MentionEvent event) {
    return switch (event) {
      case MentionEvent.Posted posted -> posted.mention().publishedAt();
      case MentionEvent.Edited edited -> edited.mention().publishedAt();
      case MentionEvent.Liked liked -> liked.at();
      case MentionEvent.Deleted deleted -> deleted.noticedAt();
    };
  }

  /** Without recursion: a tree may be as deep as somebody likes. */
  private void read(JsonNode document) {
    Deque<JsonNode> waiting = new ArrayDeque<>(List.of(document));
    while (!waiting.isEmpty()) {
      JsonNode node = waiting.removeFirst();
      if (node.isArray()) {
        Json.elements(node).reversed().forEach(waiting::addFirst);
      } else if (node.path("reply").isObject()) {
        waiting.addFirst(node.path("reply"));
      } else if (node.path("hits").isArray()) {
        Json.elements(node.path("hits")).forEach(this::hit);
      } else {
        single(node);
        Json.elements(node.path("children")).reversed().forEach(waiting::addFirst);
      }
    }
  }

  private void hit(JsonNode hit) {
    take(Json.text(hit, "objectID"), () -> posted(Item.ofHit(hit)));
  }

  private void single(JsonNode node) {
    String id = Json.text(node, "id");
    if (Item.isGone(node)) {
      take(id, () -> new MentionEvent.Deleted(Item.mentionId(id), Item.time(node, "time")));
    } else if (node.has("by")) {
      // this API names the parent only: it stands for the story
      String story = Optional.of(Json.text(node, "parent")).filter(p -> !p.isEmpty()).orElse(id);
      take(id, () -> posted(Item.ofSite(node, story)));
    } else if (node.has("type") && node.has("created_at_i")) {
      take(id, () -> posted(Item.ofTree(node)));
    } else if (node.has("username")) {
      gathering.skip(Json.text(node, "username"), "is a user, not an item");
    } else {
      gathering.skip(id.isEmpty() ? "answer" : id, "is no item of Hacker News");
    }
  }

  private static MentionEvent posted(Item item) {
    return new MentionEvent.Posted(item.mention(""));
  }

  private void take(String id, Supplier<MentionEvent> reading) {
    gathering.takeIfAny(
        id, () -> Optional.of(reading.get()).filter(event -> known.add(event.key())));
  }
}
