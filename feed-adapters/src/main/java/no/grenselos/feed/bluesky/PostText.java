package no.grenselos.feed.bluesky;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import no.grenselos.feed.http.Json;
import no.grenselos.feed.http.PlainText;
import no.grenselos.feed.http.WebLink;

/**
 * A post's text with its links shown whole. Facets say which stretch of the text is a link, counted
 * in bytes of UTF-8 (docs.bsky.app, Links, mentions and rich text); a stretch that is cut short or
 * says something else than its address gets the address, so that nobody is led astray. Facets that
 * overlap, lie outside or part a character are let be.
 */
final class PostText {
  private static final String LINK = "app.bsky.richtext.facet#link";
  private static final int MOST_LINKS = 50;

  private final byte[] text;
  private final StringBuilder whole = new StringBuilder();
  private int done;

  private record Link(int start, int end, String address) {}

  private PostText(byte[] text) {
    this.text = text;
  }

  static String of(JsonNode post) {
    PostText made = new PostText(Json.text(post, "text").getBytes(StandardCharsets.UTF_8));
    links(post).forEach(made::show);
    made.copyTo(made.text.length);
    String text = made.whole.toString();
    return PlainText.tidy(
        card(post)
            .filter(address -> !text.contains(address))
            .map(address -> text + "\n" + address)
            .orElse(text));
  }

  private static List<Link> links(JsonNode post) {
    List<Link> links = new ArrayList<>();
    for (JsonNode facet : Json.elements(post.path("facets"))) {
      for (JsonNode feature : Json.elements(facet.path("features"))) {
        if (!Json.text(feature, "$type").equals(LINK)) continue;
        JsonNode index = facet.path("index");
        int start = index.path("byteStart").asInt(-1);
        int end = index.path("byteEnd").asInt(-1);
        WebLink.of(Json.text(feature, "uri"))
            .ifPresent(address -> links.add(new Link(start, end, address.toString())));
      }
    }
    links.sort(Comparator.comparingInt(Link::start));
    return links.subList(0, Math.min(MOST_LINKS, links.size()));
  }

  private void show(Link link) {
    boolean fits = link.start() >= done && link.end() > link.start() && link.end() <= text.length;
    if (!fits || insideCharacter(link.start()) || insideCharacter(link.end())) return;
    copyTo(link.start());
    String words = new String(text, done, link.end() - done, StandardCharsets.UTF_8);
    done = link.end();
    String address = link.address();
    whole.append(isShort(words, address) ? address : words + " (" + address + ")");
  }

  private void copyTo(int end) {
    whole.append(new String(text, done, end - done, StandardCharsets.UTF_8));
    done = end;
  }

  private boolean insideCharacter(int at) {
    return at < text.length && (text[at] & 0xC0) == 0x80;
  }

  /** Whether the words are the address itself, or its beginning. */
  private static boolean isShort(String words, String address) {
    String said = words.strip();
    if (said.isEmpty()) return true;
    String bare = address.substring(address.indexOf("://") + 3);
    if (Stream.of(address, bare).anyMatch(form -> form.equals(said) || form.equals(said + "/"))) {
      return true;
    }
    String beginning = said.replaceFirst("(…|\\.\\.\\.)$", "");
    boolean cut = beginning.length() < said.length() && !beginning.isEmpty();
    return cut && (bare.startsWith(beginning) || address.startsWith(beginning));
  }

  /** Where a card below the post leads; its words are the other site's, not the author's. */
  private static Optional<String> card(JsonNode post) {
    JsonNode embed = post.path("embed");
    return Stream.of(embed, embed.path("media"))
        .map(part -> Json.text(part.path("external"), "uri"))
        .flatMap(address -> WebLink.of(address).stream())
        .map(Object::toString)
        .findFirst();
  }
}
