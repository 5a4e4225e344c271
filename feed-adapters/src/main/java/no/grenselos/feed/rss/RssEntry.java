package no.grenselos.feed.rss;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One entry as a document gives it; texts are plain, and empty where the document says nothing.
 *
 * @param id guid or Atom id
 * @param summary the body where there is no summary
 */
record RssEntry(
    String id,
    String link,
    String title,
    String summary,
    String author,
    @Nullable Instant published) {
  /** The entry's own id, else its link; empty without either. */
  String key() {
    return id.isEmpty() ? link : id;
  }

  /** What a reader knows the entry by. */
  String face() {
    return title + "\n" + link;
  }

  RssEntry withId(String other) {
    return new RssEntry(other, link, title, summary, author, published);
  }
}
