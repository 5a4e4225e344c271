package no.grenselos.feed.bluesky;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import no.grenselos.feed.http.Json;
import no.grenselos.feed.http.UnusableItem;
import no.grenselos.mention.MentionEvent;

/**
 * One event of the stream, in either form it is sent: the older has a {@code kind} and the change
 * in {@code commit}; the newer is a message whose payload is the change itself, with {@code $type}.
 *
 * @param change who changed what, and the record's new content
 * @param seenAt when the stream saw it; empty where that cannot be read
 */
record JetstreamEvent(String kind, String did, JsonNode change, Optional<Instant> seenAt) {
  private static final String NEWER = "network.bsky.jetstream.subscribeEvents#";

  /** Empty when it is no event of the stream. */
  static Optional<JetstreamEvent> of(JsonNode frame) {
    JsonNode body = frame.path("payload").isObject() ? frame.path("payload") : frame;
    String type = Json.text(body, "$type");
    boolean newer = type.startsWith(NEWER);
    String kind = newer ? type.substring(NEWER.length()) : Json.text(body, "kind");
    String did = Json.text(body, "did");
    if (kind.isEmpty() || did.isEmpty()) return Optional.empty();
    Optional<Instant> seenAt = newer ? iso(body, "time") : micros(body.path("time_us").asLong());
    return Optional.of(new JetstreamEvent(kind, did, newer ? body : body.path("commit"), seenAt));
  }

  boolean isOfPost() {
    return kind.equals("commit") && Json.text(change, "collection").equals(AtUri.POSTS);
  }

  /** {@code create}, {@code update}, {@code delete}, or something unknown. */
  String operation() {
    return Json.text(change, "operation");
  }

  /**
   * @throws UnusableItem when it names none
   */
  AtUri post() {
    return AtUri.parse("at://" + did + "/" + AtUri.POSTS + "/" + Json.text(change, "rkey"))
        .orElseThrow(() -> new UnusableItem("names no post"));
  }

  /**
   * What it means for us; a rewritten post's revision is its content's hash.
   *
   * @throws UnusableItem when it is about something else than a post, or cannot be read
   */
  MentionEvent read(PostReader reader) {
    if (!isOfPost()) throw new UnusableItem("is about something else than a post");
    AtUri uri = post();
    return switch (operation()) {
      case "create" -> new MentionEvent.Posted(reader.read(view(uri), ""));
      case "update" -> new MentionEvent.Edited(reader.read(view(uri), Json.text(change, "cid")));
      case "delete" ->
          new MentionEvent.Deleted(
              uri.mentionId(), seenAt.orElseThrow(() -> new UnusableItem("has no readable time")));
      default -> throw new UnusableItem("does something unknown to a post");
    };
  }

  /** The post as the network's own server would show it; the stream knows no handles. */
  private ObjectNode view(AtUri uri) {
    ObjectNode view = Json.object().put("uri", uri.toString());
    view.putObject("author").put("did", did);
    view.set("record", change.path("record"));
    seenAt.ifPresent(moment -> view.put("indexedAt", moment.toString()));
    return view;
  }

  private static Optional<Instant> micros(long micros) {
    return micros <= 0
        ? Optional.empty()
        : Optional.of(Instant.EPOCH.plus(micros, ChronoUnit.MICROS));
  }

  /**
   * The moment that the stream can go on from, in microseconds; 0 where it says none. The time
   * shown may have been imported from elsewhere; then the moment the server saw it is told beside
   * (lexicon network.bsky.jetstream.subscribeEvents).
   */
  static long position(JsonNode frame) {
    JsonNode body = frame.path("payload").isObject() ? frame.path("payload") : frame;
    return iso(body, "witnessedAt")
        .or(() -> iso(body, "time"))
        .map(moment -> ChronoUnit.MICROS.between(Instant.EPOCH, moment))
        .orElseGet(() -> Math.max(0, body.path("time_us").asLong()));
  }

  private static Optional<Instant> iso(JsonNode body, String field) {
    try {
      return Optional.of(Json.moment(body, field));
    } catch (UnusableItem otherForm) {
      return Optional.empty();
    }
  }
}
