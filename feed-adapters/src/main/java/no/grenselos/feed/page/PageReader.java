package no.grenselos.feed.page;

import java.net.URI;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import no.grenselos.feed.http.Fingerprint;
import no.grenselos.feed.http.PlainText;
import no.grenselos.feed.http.UnusableItem;
import no.grenselos.mention.Author;
import no.grenselos.mention.Mention;
import no.grenselos.mention.MentionId;
import no.grenselos.mention.MentionKind;
import no.grenselos.mention.ReplyWay;
import okhttp3.HttpUrl;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Makes a mention of a page: what it says for those who share it (Open Graph, then Twitter's
 * cards), else for machines (JSON-LD), else for everybody. The id is a fingerprint of its own
 * address; the revision one of its words, so that dates which move for nothing are no edit.
 */
record PageReader(Document document, PageWords words, PageAddress address, Instant now) {
  private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}(-[a-z0-9]{1,8})*");
  private static final int MOST_NAME = 200;

  static PageReader of(String html, HttpUrl url, Instant now) {
    Document document = Jsoup.parse(html, url.toString());
    return new PageReader(document, PageWords.of(document), PageAddress.of(url), now);
  }

  Mention read() {
    String text = text();
    if (text.isEmpty()) throw new UnusableItem("the page says nothing about itself");
    PageAddress own = own();
    URI link = own.url().uri();
    return new Mention(
        new MentionId(PageLookup.NETWORK, own.id()),
        Fingerprint.of(text),
        own.id(),
        link,
        author(),
        text,
        MentionKind.POST,
        language(),
        null,
        null,
        new ReplyWay.ByHand(link, "A page of the web takes no replies through an API."),
        words.published(now));
  }

  private PageAddress own() {
    return Stream.of(href("link[rel=canonical]"), words.meta("og:url"))
        .flatMap(said -> address.canonical(said).stream())
        .findFirst()
        .orElse(address);
  }

  private String href(String query) {
    return Optional.ofNullable(document.selectFirst(query)).map(l -> l.attr("href")).orElse("");
  }

  private String text() {
    String title =
        first(
            words.meta("og:title"),
            words.meta("twitter:title"),
            words.linked("headline", "name"),
            document.title());
    String summary =
        first(
            words.meta("og:description"),
            words.meta("twitter:description"),
            words.meta("description"),
            words.linked("description", "articleBody", "text"));
    return PlainText.tidy(summary.startsWith(title) ? summary : (title + "\n\n" + summary).strip());
  }

  /** A name, and the site's; a page has no account that could be a handle. */
  private Author author() {
    String person = first(words.meta("author"), words.meta("article:author"), words.author());
    String site = PlainText.line(words.meta("og:site_name"), MOST_NAME);
    boolean address = person.startsWith("http") || person.contains("@");
    String name = address ? "" : PlainText.line(person, MOST_NAME);
    if (name.isEmpty()) return new Author("", site.isEmpty() ? place() : site, null, 0);
    boolean both = !site.isEmpty() && !site.equals(name);
    return new Author("", both ? PlainText.cut(name + ", " + site, MOST_NAME) : name, null, 0);
  }

  private String place() {
    return address.url().host();
  }

  private String language() {
    Element root = document.selectFirst("html");
    String said = first(root == null ? "" : root.attr("lang"), words.meta("og:locale"));
    String language = said.strip().replace('_', '-').toLowerCase(Locale.ROOT);
    return LANGUAGE.matcher(language).matches() ? language : "";
  }

  private static String first(String... texts) {
    return Stream.of(texts)
        .map(PlainText::tidy)
        .filter(text -> !text.isBlank())
        .findFirst()
        .orElse("");
  }
}
