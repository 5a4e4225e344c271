package no.grenselos.feed.rss;

import java.util.List;
import java.util.Optional;

/**
 * One RSS or Atom document, read.
 *
 * @param language of the whole feed, lower case; empty when it does not say
 * @param link to the site; empty when it does not say
 * @param entries in the document's order
 */
record RssDocument(String language, String link, List<RssEntry> entries) {
  RssDocument {
    entries = List.copyOf(entries);
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
