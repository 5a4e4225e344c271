package no.grenselos.feed.facebook;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.regex.Pattern;
import no.grenselos.feed.http.IdOrder;
import no.grenselos.feed.http.Json;
import no.grenselos.feed.http.UnusableItem;

/**
 * A post or a comment as Graph shows it.
 *
 * @param id empty where it has none that can be used
 * @param post it stands below; its own id for a post
 * @param parent what it answers; empty for a post
 * @param link as told for it or for its post; empty where it is not
 * @param published in Unix seconds; 0 where it cannot be read
 * @param foreign whether it stands at somebody else's, where we cannot answer through the API
 */
record Shown(
    JsonNode node,
    String id,
    String post,
    String parent,
    String link,
    long published,
    boolean foreign) {
  static final Comparator<Shown> OLDEST_FIRST =
      Comparator.comparingLong(Shown::published).thenComparing(Shown::id, IdOrder.OLDEST_FIRST);

  /** Graph leaves the colon out of the offset, as in {@code 2026-03-02T08:00:00+0000}. */
  private static final Pattern SHORT_OFFSET = Pattern.compile("([+-]\\d\\d)(\\d\\d)$");

  boolean isComment() {
    return !parent.isEmpty();
  }

  /** What identifies it to an admin. */
  String name() {
    return id.isEmpty() ? "a post without an id" : id;
  }

  /**
   * @throws UnusableItem when it could not be read
   */
  Instant publishedAt() {
    if (published == 0) throw new UnusableItem("has no readable time");
    return Instant.ofEpochSecond(published);
  }

  String text(String field) {
    return Json.text(node, field);
  }

  static long seconds(JsonNode node, String field) {
    String text = SHORT_OFFSET.matcher(Json.text(node, field)).replaceFirst("$1:$2");
    try {
      long seconds = DateTimeFormatter.ISO_DATE_TIME.parse(text, Instant::from).getEpochSecond();
      return Math.max(0, seconds);
    } catch (DateTimeException notThatForm) {
      return 0;
    }
  }
}
