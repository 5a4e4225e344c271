package no.grenselos.feed.bluesky;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.grenselos.feed.http.Json;

/**
 * What is let through. Safe for many threads.
 *
 * @param shown asks what our own server says of a post; empty without the account's password
 * @param host whose events they are
 * @param did our account's
 */
record JetstreamSieve(
    PostReader reader,
    Optional<ShownPosts> shown,
    String host,
    String did,
    WordFilter filter,
    Pattern words) {
  static JetstreamSieve of(
      PostReader reader, Optional<ShownPosts> shown, String host, String did, Words words) {
    // what is rewritten or deleted is looked at in any case: its post may be known
    Stream<String> always = Stream.of("\"update\"", "\"delete\"", did);
    WordFilter filter =
        new WordFilter(Stream.concat(always, words.signs()).collect(Collectors.toList()));
    return new JetstreamSieve(reader, shown, host, did, filter, words.pattern());
  }

  /** From the event's bytes alone; a yes is not certain. */
  boolean mayConcern(byte[] event) {
    return filter.mayHold(event);
  }

  boolean concerns(JetstreamEvent event) {
    JsonNode record = event.change().path("record");
    return isSaid(record) || (!event.did().equals(did) && OurAccount.isMeant(did, record));
  }

  /** In all that a reader of the post sees; the links last, which take longest to show. */
  private boolean isSaid(JsonNode record) {
    return holdsWords(Json.text(record, "text"))
        || tags(record).anyMatch(this::holdsWords)
        || holdsWords(PostText.of(record));
  }

  private boolean holdsWords(String text) {
    return words.matcher(Words.composed(text)).find();
  }

  /** With their sign. */
  private static Stream<String> tags(JsonNode record) {
    Stream<String> shown =
        Json.elements(record.path("facets")).stream()
            .flatMap(facet -> Json.elements(facet.path("features")).stream())
            .map(feature -> Json.text(feature, "tag"));
    Stream<String> hidden = Json.elements(record.path("tags")).stream().map(tag -> tag.asText(""));
    return Stream.concat(shown, hidden).filter(tag -> !tag.isEmpty()).map(tag -> "#" + tag);
  }
}
