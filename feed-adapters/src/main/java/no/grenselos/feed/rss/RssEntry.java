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
    @Nullable Instant published) {}
