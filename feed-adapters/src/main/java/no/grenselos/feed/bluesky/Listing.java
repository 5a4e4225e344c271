package no.grenselos.feed.bluesky;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import no.grenselos.feed.http.Json;
import no.grenselos.feed.http.UnusableItem;
import okhttp3.HttpUrl;

/** One of the network's lists, newest first, that is walked backwards page by page. */
sealed interface Listing {
  /** The most that the network gives at once (lexicons of both lists). */
  int PAGE = 100;

  /** The field of an answer that holds its items. */
  String field();

  /**
   * @param floor how far back to go, where the network can be told
   * @param onward as {@link #onward} gave it; empty for the newest page
   */
  HttpUrl page(BlueskyApi api, Optional<Instant> floor, String onward);

  /**
   * Where an item stands in the list.
   *
   * @throws UnusableItem when that cannot be read
   */
  Instant at(JsonNode item);

  /** How to ask for the page behind; empty when there is none. */
  String onward(JsonNode answer, String before);

  /** Where the item stands; empty when that cannot be read. */
  default Optional<Instant> readableAt(JsonNode item) {
    try {
      return Optional.of(at(item));
    } catch (UnusableItem unreadable) {
      return Optional.empty();
    }
  }

  /**
   * Posts that hold the words. The network's own cursor may not lead through all hits (lexicon
   * app.bsky.feed.searchPosts), so each page ends where the one before began, by {@code until}.
   */
  record Search(String query) implements Listing {
    @Override
    public String field() {
      return "posts";
    }

    @Override
    public HttpUrl page(BlueskyApi api, Optional<Instant> floor, String onward) {
      HttpUrl.Builder url =
          api.method("app.bsky.feed.searchPosts")
              .addQueryParameter("q", query)
              .addQueryParameter("sort", "latest")
              .addQueryParameter("limit", String.valueOf(PAGE));
      Arrays.stream(query.split("\\s+", -1))
          .filter(word -> word.length() > 1 && word.startsWith("#"))
          .forEach(tag -> url.addQueryParameter("tag", tag.substring(1)));
      floor.ifPresent(start -> url.addQueryParameter("since", start.toString()));
      if (!onward.isEmpty()) url.addQueryParameter("until", onward);
      return url.build();
    }

    @Override
    public Instant at(JsonNode item) {
      return PostReader.publishedAt(item);
    }

    @Override
    public String onward(JsonNode answer, String before) {
      List<JsonNode> items = Json.elements(answer.path(field()));
      Optional<Instant> oldest =
          items.stream().flatMap(item -> readableAt(item).stream()).min(Instant::compareTo);
      if (oldest.isEmpty() || Json.text(answer, "cursor").isEmpty()) return "";
      // `until` leaves out its own moment, where a further post may stand
      Instant last = instant(before);
      Instant next = oldest.get().plusMillis(1);
      if (!next.isBefore(last)) next = oldest.get();
      return next.isBefore(last) ? next.toString() : "";
    }

    private static Instant instant(String text) {
      try {
        return text.isEmpty() ? Instant.MAX : Instant.parse(text);
      } catch (DateTimeException foreign) {
        return Instant.MAX;
      }
    }
  }

  /** What is said to the account, and who likes its posts. */
  record Notifications() implements Listing {
    private static final List<String> REASONS = List.of("mention", "reply", "quote", "like");

    @Override
    public String field() {
      return "notifications";
    }

    @Override
    public HttpUrl page(BlueskyApi api, Optional<Instant> floor, String onward) {
      HttpUrl.Builder url =
          api.method("app.bsky.notification.listNotifications")
              .addQueryParameter("limit", String.valueOf(PAGE));
      REASONS.forEach(reason -> url.addQueryParameter("reasons", reason));
      if (!onward.isEmpty()) url.addQueryParameter("cursor", onward);
      return url.build();
    }

    @Override
    public Instant at(JsonNode item) {
      return Json.moment(item, "indexedAt");
    }

    @Override
    public String onward(JsonNode answer, String before) {
      String cursor = Json.text(answer, "cursor");
      return cursor.equals(before) || Json.elements(answer.path(field())).isEmpty() ? "" : cursor;
    }
  }
}
