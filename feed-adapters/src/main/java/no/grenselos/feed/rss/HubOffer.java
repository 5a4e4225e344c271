package no.grenselos.feed.rss;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/**
 * Who tells of a document's changes, as the HTTP header says, or else the document (W3C WebSub, 4,
 * "Discovery").
 *
 * @param topic what to subscribe to: the address that the document gives itself
 */
record HubOffer(HttpUrl hub, HttpUrl topic) {
  private static final int MOST_HEADER = 4_000;
  private static final Pattern LINK = Pattern.compile("<([^<>]{1,2000})>([^<]{0,300})");
  private static final Pattern REL =
      Pattern.compile("(?i);\\s{0,9}rel\\s{0,9}=\\s{0,9}\"?([^\";,]{1,100})");
  private static final List<String> KINDS = List.of("hub", "self");

  /**
   * @param xml may be anything
   * @param feed where it was read
   */
  static Optional<HubOffer> in(Headers headers, String xml, HttpUrl feed) {
    Map<String, String> links = inHeaders(headers);
    if (!links.keySet().containsAll(KINDS)) inDocument(xml).forEach(links::putIfAbsent);
    Optional<HttpUrl> hub = address(links, "hub", feed);
    return hub.map(found -> new HubOffer(found, address(links, "self", feed).orElse(feed)));
  }

  private static Map<String, String> inHeaders(Headers headers) {
    Map<String, String> links = new LinkedHashMap<>();
    for (String header : headers.values("Link")) {
      String told = header.substring(0, Math.min(header.length(), MOST_HEADER));
      Matcher link = LINK.matcher(told);
      while (link.find()) {
        Matcher rel = REL.matcher(link.group(2));
        if (rel.find()) note(rel.group(1), link.group(1), links);
      }
    }
    return links;
  }

  /** Links of the whole, not those of an entry. */
  private static Map<String, String> inDocument(String xml) {
    Map<String, String> links = new LinkedHashMap<>();
    for (Element link : Jsoup.parse(xml, "", Parser.xmlParser()).getElementsByAttribute("rel")) {
      Element above = link.parent();
      boolean ofWhole =
          above != null && List.of("channel", "feed", "rdf").contains(LenientReader.local(above));
      if (ofWhole && LenientReader.local(link).equals("link")) {
        note(link.attr("rel"), link.attr("href"), links);
      }
    }
    return links;
  }

  /** The first of each kind counts. */
  private static void note(String rel, String address, Map<String, String> links) {
    Arrays.stream(rel.toLowerCase(Locale.ROOT).split("\\s+", -1))
        .filter(KINDS::contains)
        .forEach(kind -> links.putIfAbsent(kind, address.strip()));
  }

  private static Optional<HttpUrl> address(Map<String, String> links, String kind, HttpUrl feed) {
    String address = links.getOrDefault(kind, "");
    if (address.isEmpty() || address.length() > 2_000) return Optional.empty();
    return Optional.ofNullable(feed.resolve(address));
  }
}
