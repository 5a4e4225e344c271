package no.grenselos.feed.reddit;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import no.grenselos.feed.http.IdOrder;
import no.grenselos.feed.http.Json;
import no.grenselos.feed.http.UnusableItem;

/**
 * A post ({@code t3_}) or comment ({@code t1_}) as Reddit gives it.
 *
 * @param data without the wrapping that tells its kind
 */
record RedditThing(JsonNode data) {
  private static final Pattern NAME = Pattern.compile("t[13]_[a-z0-9]{1,13}");
  private static final List<String> TAKEN_AWAY =
      List.of("[deleted]", "[removed]", "[ Removed by Reddit ]", "[ Removed by reddit ]");

  static final Comparator<RedditThing> OLDEST_FIRST =
      Comparator.comparingLong(RedditThing::created)
          .thenComparing(RedditThing::name, IdOrder.OLDEST_FIRST);

  static RedditThing of(JsonNode wrapped) {
    return new RedditThing(wrapped.path("data"));
  }

  /** The name of a post or comment there; empty when it is something else. */
  static String nameIn(JsonNode node, String field) {
    return checked(Json.text(node, field));
  }

  static String checked(String name) {
    return NAME.matcher(name).matches() ? name : "";
  }

  /** Unique on Reddit; empty when it has none. */
  String name() {
    return nameIn(data, "name");
  }

  boolean isPost() {
    return name().startsWith("t3_");
  }

  /** In Unix seconds; 0 where it is not told. */
  long created() {
    double seconds = data.path("created_utc").asDouble();
    return seconds > 0 && seconds < 1e11 ? (long) seconds : 0;
  }

  /**
   * @throws UnusableItem when it is not told
   */
  Instant createdAt() {
    if (created() == 0) throw new UnusableItem("has no readable time in created_utc");
    return Instant.ofEpochSecond(created());
  }

  /**
   * The time of the last edit, in Unix seconds; the empty text when never edited. Empty where it is
   * not told: the inbox leaves it out.
   */
  Optional<String> revision() {
    JsonNode edited = data.path("edited");
    if (edited.isMissingNode() || edited.isNull()) return Optional.empty();
    if (edited.isNumber()) return Optional.of(String.valueOf(edited.asLong()));
    // edits of Reddit's first years have no time
    return Optional.of(edited.asBoolean() ? "edited" : "");
  }

  /**
   * Whether its author, a moderator or Reddit took it away, or the author left Reddit: Reddit wants
   * both forgotten (Data API Wiki, "deleted content").
   */
  boolean isGone() {
    return Json.text(data, "author").equals("[deleted]")
        || data.hasNonNull("removed_by_category")
        || TAKEN_AWAY.contains(Json.text(data, isPost() ? "selftext" : "body").strip());
  }
}
