package no.grenselos.feed.bluesky;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import no.grenselos.feed.http.Json;
import no.grenselos.feed.http.WebLink;

/**
 * An answer's text in the network's terms: what it counts, and which stretches of it are links,
 * tags and names. The network marks nothing itself (docs.bsky.app, Links, mentions and rich text).
 */
record ReplyText(String text) {
  /** Characters as people see them (lexicon app.bsky.feed.post). */
  static final int MOST = 300;

  /** 3,000 bytes are the most, so a character may have ten on average. */
  private static final int BYTES_A_CHARACTER = 10;

  private static final String FACET = "app.bsky.richtext.facet";
  private static final Pattern CHARACTER = Pattern.compile("\\X");
  private static final Pattern LINK =
      Pattern.compile("(?<![\\p{L}\\p{N}])https?://[^\\s<>\"]*[^\\s<>\".,;:!?'»)\\]]");
  private static final Pattern NAME =
      Pattern.compile("(?<![^\\s(])@((?:[A-Za-z0-9][A-Za-z0-9-]{0,62}[.])+[A-Za-z]{2,30})");
  private static final Pattern TAG =
      Pattern.compile("(?<![^\\s(])#((?=[\\p{N}_]*\\p{L})[\\p{L}\\p{M}\\p{N}_]{1,64})");

  /** The longer of its characters and a tenth of its bytes, both of which are limited. */
  int length() {
    int characters = Math.toIntExact(CHARACTER.matcher(text).results().count());
    return Math.max(characters, Math.ceilDiv(bytes(text.length()), BYTES_A_CHARACTER));
  }

  /**
   * @param didOf the account of a handle; empty for a name that nobody has
   */
  ArrayNode facets(Function<String, Optional<String>> didOf) {
    ArrayNode facets = Json.object().putArray("facets");
    LINK.matcher(text)
        .results()
        .filter(found -> WebLink.of(found.group()).isPresent())
        .forEach(found -> add(facets, found, "link").put("uri", found.group()));
    TAG.matcher(text)
        .results()
        .forEach(found -> add(facets, found, "tag").put("tag", found.group(1)));
    NAME.matcher(text)
        .results()
        .forEach(found ->
            didOf
                .apply(found.group(1))
                .ifPresent(did -> add(facets, found, "mention").put("did", did)));
    return facets;
  }

  private ObjectNode add(ArrayNode facets, MatchResult found, String kind) {
    ObjectNode facet = facets.addObject();
    facet
        .putObject("index")
        .put("byteStart", bytes(found.start()))
        .put("byteEnd", bytes(found.end()));
    return facet.putArray("features").addObject().put("$type", FACET + "#" + kind);
  }

  private int bytes(int end) {
    return text.substring(0, end).getBytes(StandardCharsets.UTF_8).length;
  }
}
