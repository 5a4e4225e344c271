package no.grenselos.feed.page;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import no.grenselos.feed.http.Json;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * What a page says of itself out of its readers' sight.
 *
 * @param metas the first of each name, in lower case
 * @param linked JSON-LD
 */
record PageWords(Map<String, String> metas, List<JsonNode> linked) {
  private static final int MOST_METAS = 1000;
  private static final int MOST_SCRIPTS = 5;

  /** Larger ones hold more than the page. */
  private static final int MOST_JSON = 64 << 10;

  private static final int MOST_NODES = 50;

  /** There was no web before, and no page is of tomorrow. */
  private static final Instant FIRST = Instant.parse("1991-08-06T00:00:00Z");

  static PageWords of(Document document) {
    Map<String, String> metas = new HashMap<>();
    document.select("meta[content]").stream()
        .limit(MOST_METAS)
        .filter(meta -> !meta.attr("content").isBlank())
        .forEach(meta -> metas.putIfAbsent(name(meta), meta.attr("content").strip()));
    return new PageWords(metas, nodes(document));
  }

  /** Sites mix up which of the three it is. */
  private static String name(Element meta) {
    return Stream.of("property", "name", "itemprop")
        .map(meta::attr)
        .filter(name -> !name.isBlank())
        .findFirst()
        .orElse("")
        .strip()
        .toLowerCase(Locale.ROOT);
  }

  private static List<JsonNode> nodes(Document document) {
    return document.select("script[type=application/ld+json]").stream()
        .limit(MOST_SCRIPTS)
        .map(Element::data)
        .filter(json -> json.length() <= MOST_JSON)
        .flatMap(json -> Json.parse(json).stream())
        .flatMap(node -> node.isArray() ? node.valueStream() : Stream.of(node))
        .flatMap(
            node -> Stream.concat(Stream.of(node), Json.elements(node.path("@graph")).stream()))
        .filter(JsonNode::isObject)
        .limit(MOST_NODES)
        .toList();
  }

  /** Empty when the page does not say. */
  String meta(String name) {
    return metas.getOrDefault(name, "");
  }

  /** The first of these fields that is some text. */
  String linked(String... fields) {
    return Stream.of(fields)
        .flatMap(field -> linked.stream().map(node -> node.path(field)))
        .filter(JsonNode::isTextual)
        .map(JsonNode::asText)
        .filter(text -> !text.isBlank())
        .findFirst()
        .orElse("");
  }

  /** The first author's name. */
  String author() {
    return linked.stream()
        .map(node -> node.path("author"))
        .map(author -> author.isArray() ? author.path(0) : author)
        .map(author -> author.isTextual() ? author.asText() : Json.text(author, "name"))
        .filter(name -> !name.isBlank())
        .findFirst()
        .orElse("");
  }

  /** When it was published, where it says so and can be believed; else now. */
  Instant published(Instant now) {
    return Stream.of(
            meta("article:published_time"),
            meta("og:published_time"),
            meta("datepublished"),
            linked("datePublished", "dateCreated"),
            meta("date"),
            meta("dc.date"))
        .flatMap(text -> moment(text).stream())
        .filter(moment -> !moment.isBefore(FIRST) && !moment.isAfter(now))
        .findFirst()
        .orElse(now);
  }

  /** With or without an hour, and a zone; UTC where there is none. */
  private static Optional<Instant> moment(String text) {
    String iso =
        text.strip()
            .replaceFirst("^(\\S{10}) ", "$1T")
            .replaceFirst("([+-]\\d\\d)(\\d\\d)$", "$1:$2");
    if (iso.isEmpty() || iso.length() > 40) return Optional.empty();
    try {
      if (iso.length() == 10) {
        return Optional.of(LocalDate.parse(iso).atStartOfDay(ZoneOffset.UTC).toInstant());
      }
      TemporalAccessor said =
          DateTimeFormatter.ISO_DATE_TIME.parseBest(iso, Instant::from, LocalDateTime::from);
      return Optional.of(
          said instanceof LocalDateTime local
              ? local.toInstant(ZoneOffset.UTC)
              : Instant.from(said));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
