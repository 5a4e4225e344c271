package no.grenselos.feed.x;

import java.time.Duration;
import java.util.Optional;
import no.grenselos.config.Settings;
import no.grenselos.feed.http.ApiAddress;
import no.grenselos.feed.http.Pace;
import okhttp3.HttpUrl;

/**
 * What to read on X, as the admin wrote it.
 *
 * @param search query of the recent search, and the rule of the stream
 * @param stream whether to listen to the search and not to ask
 * @param webhook whether X calls us
 * @param userId whose mentions are read
 * @param account our own handle without the @; empty when not told
 */
record XSettings(
    HttpUrl api,
    Optional<String> search,
    boolean stream,
    boolean webhook,
    Optional<String> userId,
    String account,
    Pace pace) {
  /** docs.x.com, Search Posts: self-serve query length. */
  private static final int MOST_QUERY = 512;

  private static final HttpUrl X = HttpUrl.get("https://api.x.com/");

  static XSettings read(Settings settings) {
    XSettings read =
        new XSettings(
            ApiAddress.read(settings, "api", X),
            settings.optionalText("search"),
            settings.flag("stream", false),
            settings.flag("webhook", false),
            settings.parsed("user-id", XSettings::userId, "must be the account's number"),
            settings
                .parsed("account", XSettings::handle, "must be a handle such as lyngheiakraft")
                .orElse(""),
            Pace.read(settings, Duration.ofSeconds(60)));
    if (read.search.isEmpty() && read.userId.isEmpty() && !read.webhook) {
      settings.problem(
          "search", "give a search, a user-id whose mentions are read, or webhook: true");
    }
    if (read.stream && read.search.isEmpty()) {
      settings.problem("stream", "needs a search: that is what X is to tell of");
    }
    if (read.search.filter(query -> query.length() > MOST_QUERY).isPresent()) {
      settings.problem("search", "must be at most " + MOST_QUERY + " characters");
    }
    settings.finish();
    return read;
  }

  private static String userId(String text) {
    if (!text.matches("\\d{1,19}")) throw new IllegalArgumentException(text);
    return text;
  }

  private static String handle(String text) {
    String handle = text.startsWith("@") ? text.substring(1) : text;
    if (!handle.matches("\\w{1,15}")) throw new IllegalArgumentException(text);
    return handle;
  }
}
