package no.grenselos.feed.rss;

import java.time.Duration;
import no.grenselos.config.Settings;
import no.grenselos.feed.http.Pace;
import okhttp3.HttpUrl;

/**
 * One feed, as the admin wrote it.
 *
 * @param websub whether its hub is asked to tell us of changes
 */
record RssSettings(HttpUrl url, boolean websub, Pace pace) {
  private static final HttpUrl NOWHERE = HttpUrl.get("https://feed.invalid/");

  static RssSettings read(Settings settings) {
    RssSettings read =
        new RssSettings(
            url(settings),
            settings.flag("websub", false),
            Pace.read(settings, Duration.ofMinutes(10)));
    settings.finish();
    return read;
  }

  private static HttpUrl url(Settings settings) {
    String text = settings.text("url");
    if (text.isEmpty()) return NOWHERE;
    HttpUrl url = HttpUrl.parse(text);
    if (url == null) {
      settings.problem("url", "must be an address such as https://site.example/feed.xml");
      return NOWHERE;
    }
    if (!url.encodedUsername().isEmpty()) {
      settings.problem("url", "must not hold a name or password");
    }
    return url;
  }
}
