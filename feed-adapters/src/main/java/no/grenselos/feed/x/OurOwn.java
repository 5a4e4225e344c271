package no.grenselos.feed.x;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import no.grenselos.feed.http.Json;

/**
 * Which account is ours, as far as told.
 *
 * @param account its handle; empty when not told
 * @param userId its number
 */
record OurOwn(String account, Optional<String> userId) {
  boolean isAuthor(JsonNode post, XPage page) {
    String id = Json.text(post, "author_id");
    return is(id, Json.text(page.users().getOrDefault(id, Json.object()), "username"));
  }

  /**
   * @param handle empty when not known
   */
  boolean is(String id, String handle) {
    boolean named = !account.isEmpty() && account.equalsIgnoreCase(handle);
    return named || userId.filter(id::equals).isPresent();
  }
}
