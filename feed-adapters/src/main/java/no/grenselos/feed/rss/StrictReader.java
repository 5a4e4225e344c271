package no.grenselos.feed.rss;

import com.rometools.rome.feed.synd.SyndContent;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import java.io.StringReader;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import no.grenselos.feed.http.PlainText;
import org.jspecify.annotations.Nullable;

/** Reads well-formed feeds of every known version by ROME; a DOCTYPE is refused. */
final class StrictReader {
  private StrictReader() {}

  /** Empty when ROME cannot read it. */
  static Optional<RssDocument> read(String xml) {
    try {
      SyndFeedInput input = new SyndFeedInput(false, Locale.ENGLISH);
      input.setAllowDoctypes(false);
      SyndFeed feed = input.build(new StringReader(xml));
      return Optional.of(
          new RssDocument(
              text(feed.getLanguage()).toLowerCase(Locale.ROOT),
              text(feed.getLink()),
              feed.getEntries().stream().map(StrictReader::entry).toList(),
              true));
    } catch (FeedException | RuntimeException | StackOverflowError e) {
      // ROME throws unchecked for many a bad value, and descends into nested markup without end
      return Optional.empty();
    }
  }

  private static RssEntry entry(SyndEntry entry) {
    return new RssEntry(
        text(entry.getUri()),
        text(entry.getLink()),
        plain(entry.getTitleEx()),
        summary(entry),
        PlainText.line(text(entry.getAuthor()), 200),
        Stream.of(
                Optional.ofNullable(entry.getPublishedDate()),
                Optional.ofNullable(entry.getUpdatedDate()))
            .flatMap(Optional::stream)
            .findFirst()
            .map(StrictReader::moment)
            .orElse(null));
  }

  private static String summary(SyndEntry entry) {
    String summary = plain(entry.getDescription());
    if (!summary.isEmpty()) return summary;
    List<SyndContent> contents = entry.getContents();
    return contents.stream()
        .map(StrictReader::plain)
        .filter(text -> !text.isEmpty())
        .findFirst()
        .orElse("");
  }

  private static String plain(@Nullable SyndContent content) {
    if (content == null) return "";
    String type = text(content.getType());
    boolean literal = type.equals("text") || type.equals("text/plain");
    String value = text(content.getValue());
    return literal ? PlainText.tidy(value) : PlainText.ofHtml(value);
  }

  private static Instant moment(Date date) {
    return date.toInstant();
  }

  private static String text(@Nullable String text) {
    return text == null ? "" : text.strip();
  }
}
