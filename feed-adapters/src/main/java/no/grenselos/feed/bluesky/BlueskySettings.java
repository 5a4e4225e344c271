package no.grenselos.feed.bluesky;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import no.grenselos.config.Settings;
import no.grenselos.feed.http.Pace;
import okhttp3.HttpUrl;

/**
 * One account and its searches, as the admin wrote it.
 *
 * @param handle of the account, without the @
 * @param since how far the very first look goes back; the newest page when empty
 */
record BlueskySettings(
    HttpUrl service,
    String handle,
    List<String> searches,
    boolean notifications,
    Optional<JetstreamSettings> jetstream,
    Optional<Duration> since,
    Pace pace) {
  private static final HttpUrl BLUESKY = HttpUrl.get("https://bsky.social/");
  private static final Pattern HANDLE =
      Pattern.compile("[a-z0-9](?:[a-z0-9-]{0,62}[.])+[a-z]{2,30}");
  private static final int LONGEST_SEARCH = 300;

  static BlueskySettings read(Settings settings) {
    BlueskySettings read =
        new BlueskySettings(
            service(settings),
            handle(settings),
            settings.texts("search").stream().map(String::strip).toList(),
            settings.flag("notifications", false),
            JetstreamSettings.read(settings),
            settings.optionalDuration("since"),
            Pace.read(settings, Duration.ofSeconds(30)));
    if (read.searches.isEmpty() && !read.notifications && read.jetstream.isEmpty()) {
      settings.problem(
          "search", "name at least one search or a jetstream, or set notifications: true");
    }
    if (read.searches.stream().anyMatch(q -> q.isEmpty() || q.length() > LONGEST_SEARCH)) {
      settings.problem("search", "a search has 1 to " + LONGEST_SEARCH + " characters");
    }
    settings.finish();
    return read;
  }

  private static HttpUrl service(Settings settings) {
    String text = settings.text("service", BLUESKY.toString());
    HttpUrl url = HttpUrl.parse(text.contains("://") ? text : "https://" + text);
    if (url != null) return url;
    settings.problem("service", "must be an address such as https://bsky.social");
    return BLUESKY;
  }

  private static String handle(Settings settings) {
    String text = settings.text("handle").strip().toLowerCase(Locale.ROOT);
    String handle = text.startsWith("@") ? text.substring(1) : text;
    if (!handle.isEmpty() && !HANDLE.matcher(handle).matches()) {
      settings.problem("handle", "must be a handle such as lyngheia.bsky.social");
    }
    return handle;
  }
}
