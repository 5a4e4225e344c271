package no.grenselos.feed.rss;

import com.rometools.rome.io.impl.DateParser;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import no.grenselos.feed.http.PlainText;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * Reads what is left of a feed that is not well-formed: undeclared prefixes, stray ampersands, tags
 * never closed, a DOCTYPE. Elements are known by their names without prefix, entities of a DOCTYPE
 * are never expanded. Where the document is broken off, its last entry is left out: half its words
 * would count as an edit.
 */
final class LenientReader {
  private static final Set<String> ROOTS = Set.of("rss", "feed", "rdf", "channel");
  private static final Set<String> ENTRIES = Set.of("item", "entry");
  private static final Pattern END =
      Pattern.compile("</\\s*(\\w+:)?(rss|feed|rdf|channel)\\s*>", Pattern.CASE_INSENSITIVE);

  private LenientReader() {}

  /** Empty when nothing in it looks like a feed. */
  static Optional<RssDocument> read(String xml) {
    Document document = Jsoup.parse(xml, "", Parser.xmlParser());
    Optional<Element> root =
        document.stream().filter(element -> ROOTS.contains(local(element))).findFirst();
    return root.map(feed -> {
      Element channel = child(feed, "channel").orElse(feed);
      boolean whole = END.matcher(xml).find();
      List<RssEntry> entries =
          feed.stream()
              .filter(element -> ENTRIES.contains(local(element)))
              .map(LenientReader::entry)
              .toList();
      return new RssDocument(
          text(channel, "language").toLowerCase(Locale.ROOT),
          link(channel),
          whole ? entries : entries.subList(0, Math.max(0, entries.size() - 1)),
          whole);
    });
  }

  private static RssEntry entry(Element entry) {
    return new RssEntry(
        first(Stream.of(text(entry, "guid"), text(entry, "id"), entry.attr("rdf:about"))),
        link(entry),
        plain(entry, "title"),
        first(
            Stream.of("description", "summary", "encoded", "content", "body")
                .map(name -> plain(entry, name))),
        PlainText.line(
            first(
                Stream.of(
                    child(entry, "author").map(author -> text(author, "name")).orElse(""),
                    text(entry, "author"),
                    text(entry, "creator"))),
            200),
        Stream.of("pubdate", "published", "issued", "date", "updated", "modified", "created")
            .flatMap(name -> moment(text(entry, name)).stream())
            .findFirst()
            .orElse(null));
  }

  /** RSS writes the address as text, Atom as an attribute of the link to the page itself. */
  private static String link(Element parent) {
    return parent.children().stream()
        .filter(element -> local(element).equals("link"))
        .filter(link -> !link.hasAttr("rel") || link.attr("rel").equals("alternate"))
        .map(link -> link.hasAttr("href") ? link.attr("href") : link.wholeText())
        .map(String::strip)
        .filter(address -> !address.isEmpty())
        .findFirst()
        .orElse("");
  }

  private static String plain(Element parent, String name) {
    return child(parent, name)
        .map(element -> {
          String type = element.attr("type");
          boolean literal = type.equals("text") || type.equals("text/plain");
          String inner = element.childrenSize() > 0 ? element.html() : element.wholeText();
          return literal ? PlainText.tidy(inner) : PlainText.ofHtml(inner);
        })
        .orElse("");
  }

  private static String text(Element parent, String name) {
    return child(parent, name).map(element -> element.wholeText().strip()).orElse("");
  }

  private static Optional<Element> child(Element parent, String name) {
    return parent.children().stream().filter(element -> local(element).equals(name)).findFirst();
  }

  static String local(Element element) {
    String name = element.tagName();
    return name.substring(name.indexOf(':') + 1).toLowerCase(Locale.ROOT);
  }

  private static String first(Stream<String> texts) {
    return texts.filter(text -> !text.isBlank()).findFirst().orElse("");
  }

  private static Optional<Instant> moment(String text) {
    @Nullable Date date = text.isEmpty() ? null : DateParser.parseDate(text, Locale.ENGLISH);
    return Optional.ofNullable(date).map(Date::toInstant);
  }
}
