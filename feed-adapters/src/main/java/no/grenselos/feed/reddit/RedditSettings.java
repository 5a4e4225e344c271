package no.grenselos.feed.reddit;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import no.grenselos.config.Settings;
import no.grenselos.feed.http.ApiAddress;
import no.grenselos.feed.http.Pace;
import okhttp3.HttpUrl;

/**
 * What to read on Reddit, as the admin wrote it.
 *
 * @param auth where tokens are given; another host than the rest of the API
 * @param account our own, without u/; empty when not told
 * @param search query of Reddit's search
 * @param subreddits searched, without r/; all of Reddit when empty
 * @param comments whether all new comments of the subreddits are read: search finds posts only
 * @param mentions whether what names our account is read
 * @param since how far the very first look goes back; the newest page when empty
 */
record RedditSettings(
    HttpUrl api,
    HttpUrl auth,
    String clientId,
    String userAgent,
    String account,
    Optional<String> search,
    List<String> subreddits,
    boolean comments,
    boolean mentions,
    Optional<Duration> since,
    Pace pace) {
  /** Reddit's search takes at most so many characters (reddit.com/dev/api, GET search, q). */
  private static final int MOST_QUERY = 512;

  private static final Pattern AGENT = Pattern.compile("[\\x20-\\x7e]{10,200}");
  private static final HttpUrl API = HttpUrl.get("https://oauth.reddit.com/");
  private static final HttpUrl AUTH = HttpUrl.get("https://www.reddit.com/");

  static RedditSettings read(Settings settings) {
    RedditSettings read =
        new RedditSettings(
            ApiAddress.read(settings, "api", API),
            ApiAddress.read(settings, "auth", AUTH),
            settings.text("client-id"),
            settings
                .parsed("user-agent", RedditSettings::agent, "must be 10 to 200 plain characters")
                .orElse("grenselos"),
            settings
                .parsed("account", RedditSettings::account, "must be a name such as lyngheiakraft")
                .orElse(""),
            settings.optionalText("search"),
            settings.texts("subreddits").stream().map(name -> subreddit(name, settings)).toList(),
            settings.flag("comments", false),
            settings.flag("mentions", false),
            settings.optionalDuration("since"),
            Pace.read(settings, Duration.ofSeconds(60)));
    read.complain(settings);
    settings.finish();
    return read;
  }

  private void complain(Settings settings) {
    if (!settings.has("user-agent")) {
      settings.problem(
          "user-agent",
          "is missing: Reddit slows down callers that do not name themselves; write"
              + " \"linux:your.company.grenselos:v1 (by /u/your-account)\"");
    }
    if (search.isEmpty() && !comments && !mentions) {
      settings.problem("search", "give a search, or set comments: true or mentions: true");
    }
    if (search.filter(query -> query.length() > MOST_QUERY).isPresent()) {
      settings.problem("search", "must be at most " + MOST_QUERY + " characters");
    }
    if (comments && subreddits.isEmpty()) {
      settings.problem("comments", "needs subreddits: all of Reddit cannot be read");
    }
  }

  private static String agent(String text) {
    if (!AGENT.matcher(text).matches()) throw new IllegalArgumentException(text);
    return text;
  }

  private static String account(String text) {
    String name = text.replaceFirst("^/?u/", "");
    if (!name.matches("[\\w-]{1,30}")) throw new IllegalArgumentException(text);
    return name;
  }

  private static String subreddit(String text, Settings settings) {
    String name = text.strip().replaceFirst("^/?r/", "");
    if (!name.matches("\\w{1,30}")) {
      settings.problem("subreddits", "\"" + text + "\" is no name of a subreddit such as norge");
    }
    return name;
  }
}
