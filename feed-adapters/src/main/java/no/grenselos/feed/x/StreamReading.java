package no.grenselos.feed.x;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import no.grenselos.feed.Cursor;
import no.grenselos.feed.http.Gathering;
import no.grenselos.feed.http.IdOrder;
import no.grenselos.feed.http.Json;
import no.grenselos.feed.http.LiveFrame;
import no.grenselos.feed.http.LiveSource;
import no.grenselos.mention.Mention;
import no.grenselos.mention.MentionEvent;

/** Reads lines of the stream: a post with what it refers to, or a word about the stream itself. */
final class StreamReading implements LiveSource.Reading {
  private final Cursor from;
  private final List<String> rules;
  private final PostReader reader;
  private final boolean gap;
  private final StreamPlace before;
  private final List<String> told = new ArrayList<>();

  /**
   * @param rules that are ours; a post of none of them is somebody else's
   */
  StreamReading(Cursor from, List<String> rules, PostReader reader, boolean gap) {
    this.from = from;
    this.rules = rules;
    this.reader = reader;
    this.gap = gap;
    this.before = StreamPlace.of(from);
  }

  @Override
  public Optional<String> take(LiveFrame frame, Gathering gathering) {
    Optional<JsonNode> line = Json.parse(frame.bytes());
    if (!frame.whole() || line.isEmpty()) {
      gathering.skip("line", frame.whole() ? "is no whole JSON" : "is larger than a megabyte");
      return Optional.empty();
    }
    Optional<String> goodbye = goodbye(line.get());
    if (goodbye.isPresent() || !isOurs(line.get())) return goodbye;
    XPage.of(line.get()).ifPresent(page -> take(page, gathering));
    return Optional.empty();
  }

  private void take(XPage page, Gathering gathering) {
    for (JsonNode post : page.posts()) {
      String id = Json.text(post, "id");
      if (before.knows(id) || told.contains(id)) continue;
      gathering.take(id, () -> reader.event(post, page));
      told.addAll(versions(post, id));
    }
    page.unshown().forEach(one -> gathering.skip(one.told().item(), one.told().reason()));
  }

  /** The post, and what it was before it was edited: told later, that would be taken for news. */
  private static List<String> versions(JsonNode post, String id) {
    Stream<String> earlier =
        Json.elements(post.path("edit_history_tweet_ids")).stream()
            .map(version -> version.asText(""))
            .filter(version -> IdOrder.OLDEST_FIRST.compare(version, id) < 0);
    return Stream.concat(earlier, Stream.of(id))
        .filter(version -> version.matches("\\d{1,19}"))
        .toList();
  }

  /** The number of the very post, which for an edited one is not the mention's. */
  static String postId(MentionEvent event) {
    return switch (event) {
      case MentionEvent.Posted posted -> postId(posted.mention());
      case MentionEvent.Edited edited -> postId(edited.mention());
      case MentionEvent.Deleted deleted -> deleted.id().id();
      case MentionEvent.Liked like -> like.id().id();
    };
  }

  private static String postId(Mention mention) {
    return mention.revision().isEmpty() ? mention.id().id() : mention.revision();
  }

  /** X says which rules a post matched; where it does not, all rules are ours. */
  private boolean isOurs(JsonNode line) {
    List<JsonNode> matched = Json.elements(line.path("matching_rules"));
    return matched.isEmpty()
        || matched.stream().anyMatch(rule -> rules.contains(Json.text(rule, "id")));
  }

  /**
   * Why X ends the stream, where the line says so (docs.x.com, Handling disconnections). Its words
   * are not repeated; an error about one post is none of the stream.
   */
  private static Optional<String> goodbye(JsonNode line) {
    if (line.has("data")) return Optional.empty();
    JsonNode error = line.path("errors").path(0).isObject() ? line.path("errors").path(0) : line;
    if (error.has("resource_type")) return Optional.empty();
    String kind = Json.text(error, "disconnect_type") + Json.text(error, "connection_issue");
    return switch (kind) {
      case "UpstreamOperationalDisconnect", "OperationalDisconnect" ->
          Optional.of("X ended the stream for operational reasons");
      case "TooManyConnections" -> Optional.of("X says that the app has too many connections");
      case "" ->
          line.has("errors") ? Optional.of("X ended the stream with an error") : Optional.empty();
      default -> Optional.of("X ended the stream");
    };
  }

  @Override
  public Cursor cursor() {
    if (told.isEmpty()) return from;
    StreamPlace after = before.with(told);
    if (gap) return after.cursor();
    return after.moved(told.stream().max(IdOrder.OLDEST_FIRST).orElseThrow()).cursor();
  }
}
