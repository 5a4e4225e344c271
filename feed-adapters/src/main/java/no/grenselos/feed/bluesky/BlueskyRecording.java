package no.grenselos.feed.bluesky;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Comparator;
import no.grenselos.feed.Fetch;
import no.grenselos.feed.Recording;
import no.grenselos.feed.http.Gathering;
import no.grenselos.feed.http.Json;
import no.grenselos.feed.http.Recorded;
import no.grenselos.mention.MentionEvent;
import no.grenselos.mention.Network;

/**
 * Finds the posts in a recorded answer of the API: a search, a timeline, a thread, posts asked for,
 * or notifications.
 */
public final class BlueskyRecording implements Recording {
  private static final PostReader READER = new PostReader(false);
  private static final Listing BY_TIME = new Listing.Search("");

  @Override
  public Network network() {
    return BlueskyFeedProvider.NETWORK;
  }

  @Override
  public String format() {
    return "bluesky-search";
  }

  @Override
  public Fetch replay(byte[] file) {
    return Recorded.one(file, BlueskyRecording::page);
  }

  private static Fetch page(JsonNode answer) {
    Gathering gathering = new Gathering();
    answer.findParents("record").stream()
        .filter(view -> view.has("uri") && view.has("author"))
        .sorted(Comparator.comparing(view -> BY_TIME.readableAt(view).orElse(Instant.MAX)))
        .forEach(view -> gathering.take(Json.text(view, "uri"), () -> event(view)));
    return gathering.ofRecording();
  }

  private static MentionEvent event(JsonNode view) {
    return Json.text(view, "reason").equals("like")
        ? PostReader.liked(view)
        : new MentionEvent.Posted(READER.read(view, ""));
  }
}
