package no.grenselos.feed.hackernews;

import java.time.Duration;
import java.util.List;
import no.grenselos.config.Settings;
import no.grenselos.feed.http.ApiAddress;
import no.grenselos.feed.http.FirstLook;
import no.grenselos.feed.http.Pace;
import okhttp3.HttpUrl;

/**
 * What to look for, as the admin wrote it.
 *
 * @param since how far the very first look goes back
 */
record HackerNewsSettings(
    List<String> queries, Duration since, HttpUrl searchApi, HttpUrl itemApi, Pace pace) {
  /** Our own bound; the search documents none that we have read. */
  private static final int MOST_QUERY = 500;

  private static final HttpUrl SEARCH = HttpUrl.get("https://hn.algolia.com/");
  private static final HttpUrl ITEMS = HttpUrl.get("https://hacker-news.firebaseio.com/");

  static HackerNewsSettings read(Settings settings) {
    HackerNewsSettings read =
        new HackerNewsSettings(
            settings.texts("queries").stream().map(String::strip).distinct().toList(),
            FirstLook.read(settings),
            ApiAddress.read(settings, "search-api", SEARCH),
            ApiAddress.read(settings, "item-api", ITEMS),
            Pace.read(settings, Duration.ofSeconds(60)));
    if (read.queries.isEmpty()) settings.problem("queries", "name at least one query");
    for (String query : read.queries) {
      if (query.isEmpty() || query.length() > MOST_QUERY) {
        settings.problem("queries", "each must have 1 to " + MOST_QUERY + " characters");
      }
    }
    settings.finish();
    return read;
  }
}
