package no.grenselos.feed.rss;

import java.net.URI;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.grenselos.feed.http.Fingerprint;
import no.grenselos.feed.http.PlainText;
import no.grenselos.feed.http.UnusableItem;
import no.grenselos.feed.http.WebLink;
import no.grenselos.mention.Author;
import no.grenselos.mention.Mention;
import no.grenselos.mention.MentionId;
import no.grenselos.mention.MentionKind;
import no.grenselos.mention.ReplyWay;
import okhttp3.HttpUrl;

/**
 * Makes mentions of entries. The id is the entry's own where it is unique in the world (an address
 * or URN), its own below the feed's address where it is not, else the link, else a fingerprint of
 * the content. One with blanks, or too long, counts by its fingerprint. The revision is always the
 * fingerprint of title, summary and link: the same content never doubles, also after a lost cursor
 * or through two feeds, and an edit is a new revision. Dates do not count, since many feeds move
 * them for nothing.
 *
 * @param now stands in for a missing date
 */
record EntryReader(HttpUrl feed, RssDocument document, Instant now) {
  private static final Pattern UNIQUE = Pattern.compile("(?i)(https?://|urn:|tag:).+");
  private static final Pattern WITH_ADDRESS = Pattern.compile("\\S+@\\S+\\s*\\((.+)\\)");
  private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}(-[a-z0-9]{1,8})*");

  /** What has blanks is somebody's words and no name; ids stand in logs, words do not. */
  private static final Pattern NAME = Pattern.compile("[^\\s\\p{Cntrl}]+");

  private static final int MOST_ID = 500;

  Mention read(RssEntry entry) {
    if (entry.title().isEmpty() && entry.summary().isEmpty()) {
      throw new UnusableItem("has neither title nor text");
    }
    String id = id(entry);
    URI link = link(entry);
    return new Mention(
        new MentionId(RssFeedProvider.NETWORK, id),
        revision(entry),
        id,
        link,
        author(entry.author()),
        text(entry),
        MentionKind.POST,
        LANGUAGE.matcher(document.language()).matches() ? document.language() : "",
        null,
        null,
        new ReplyWay.ByHand(link, "A web site takes no replies through its feed."),
        published(entry));
  }

  String id(RssEntry entry) {
    String id = entry.key();
    if (id.isEmpty()) id = revision(entry);
    if (!UNIQUE.matcher(id).matches()) id = feed.host() + feed.encodedPath() + "#" + id;
    boolean usable = id.length() <= MOST_ID && NAME.matcher(id).matches();
    return usable ? id : feed.host() + "#" + Fingerprint.of(id);
  }

  static String revision(RssEntry entry) {
    return Fingerprint.of(entry.title() + "\n" + entry.summary() + "\n" + entry.link());
  }

  Instant published(RssEntry entry) {
    Instant published = entry.published();
    return published == null ? now : published;
  }

  private static String text(RssEntry entry) {
    if (entry.summary().startsWith(entry.title())) return PlainText.tidy(entry.summary());
    return PlainText.tidy(entry.title() + "\n\n" + entry.summary());
  }

  private URI link(RssEntry entry) {
    HttpUrl relative = entry.link().isEmpty() ? null : feed.resolve(entry.link());
    if (relative != null) return relative.uri();
    return WebLink.of(entry.id()).or(() -> WebLink.of(document.link())).orElseGet(feed::uri);
  }

  /**
   * RSS 2.0 asks for a mail address with the name in brackets; the address is nobody's business.
   */
  private static Author author(String text) {
    Matcher both = WITH_ADDRESS.matcher(text);
    String name = both.matches() ? both.group(1) : text.contains("@") ? "" : text;
    return name.isEmpty() ? Author.UNKNOWN : new Author("", name, null, 0);
  }
}
