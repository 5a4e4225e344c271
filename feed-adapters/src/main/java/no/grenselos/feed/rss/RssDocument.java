package no.grenselos.feed.rss;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toUnmodifiableSet;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import no.grenselos.feed.http.Fingerprint;

/**
 * One RSS or Atom document, read.
 *
 * @param language of the whole feed, lower case; empty when it does not say
 * @param link to the site; empty when it does not say
 * @param entries in the document's order
 * @param whole whether it ends where a document ends
 */
record RssDocument(String language, String link, List<RssEntry> entries, boolean whole) {
  RssDocument {
    entries = withUsableIds(entries);
  }

  /** Some sites give all their entries one id; then title and link tell them apart. */
  private static List<RssEntry> withUsableIds(List<RssEntry> entries) {
    Map<String, Set<String>> faces =
        entries.stream()
            .collect(groupingBy(RssEntry::key, mapping(RssEntry::face, toUnmodifiableSet())));
    return entries.stream()
        .map(entry ->
            !entry.key().isEmpty() && faces.getOrDefault(entry.key(), Set.of()).size() > 1
                ? entry.withId(entry.key() + "#" + Fingerprint.of(entry.face()))
                : entry)
        .toList();
  }

  /**
   * Strictly by ROME where it can, else leniently; one bad entry makes ROME give up the whole
   * document, and the lenient reader keeps the others.
   *
   * @param contentType the HTTP header; empty when there is none
   * @return empty when it is no feed at all
   */
  static Optional<RssDocument> read(byte[] bytes, String contentType) {
    String xml = XmlText.decode(bytes, contentType);
    return StrictReader.read(xml).or(() -> LenientReader.read(xml));
  }
}
