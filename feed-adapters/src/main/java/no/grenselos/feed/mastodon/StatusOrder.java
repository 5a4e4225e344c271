package no.grenselos.feed.mastodon;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Comparator;
import no.grenselos.feed.http.IdOrder;
import no.grenselos.feed.http.Json;

/**
 * Ids by age: shorter ones are older, equally long ones compare as text (docs.joinmastodon.org,
 * Guidelines, "Sorting by ID"); it holds for other servers' text ids as well.
 */
final class StatusOrder {
  static final Comparator<String> BY_ID = IdOrder.OLDEST_FIRST;

  static final Comparator<JsonNode> OLDEST_FIRST =
      Comparator.comparing(item -> Json.text(item, "id"), BY_ID);

  private StatusOrder() {}

  static boolean isAfter(String id, String other) {
    return BY_ID.compare(id, other) > 0;
  }
}
