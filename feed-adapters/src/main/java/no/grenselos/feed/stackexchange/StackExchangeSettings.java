package no.grenselos.feed.stackexchange;

import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import no.grenselos.config.Settings;
import no.grenselos.feed.http.ApiAddress;
import no.grenselos.feed.http.FirstLook;
import no.grenselos.feed.http.Pace;
import okhttp3.HttpUrl;

/**
 * What to read on one site, as the admin wrote it.
 *
 * @param tags one feed each, several needed together parted by a semicolon as the API wants it
 * @param since how far the very first look goes back
 */
record StackExchangeSettings(
    HttpUrl api, String site, List<String> tags, Duration since, Pace pace) {
  private static final HttpUrl API = HttpUrl.get("https://api.stackexchange.com/");
  private static final Pattern SITE = Pattern.compile("[a-z0-9.-]{1,60}");

  /** Up to five tags of 35 characters, as many as a question may have. */
  private static final Pattern TAGS =
      Pattern.compile("[\\p{L}\\p{N}+#.-]{1,35}(;[\\p{L}\\p{N}+#.-]{1,35}){0,4}");

  static StackExchangeSettings read(Settings settings) {
    StackExchangeSettings read =
        new StackExchangeSettings(
            ApiAddress.read(settings, "api", API),
            settings
                .parsed("site", StackExchangeSettings::site, "must be a site such as stackoverflow")
                .orElse("stackoverflow"),
            settings.texts("tags").stream()
                .map(tags -> tags.strip().replaceAll("[\\s,;]+", ";"))
                .distinct()
                .toList(),
            FirstLook.read(settings),
            Pace.read(settings, Duration.ofMinutes(10)));
    if (read.tags.isEmpty()) settings.problem("tags", "name at least one tag");
    for (String tags : read.tags) {
      if (!TAGS.matcher(tags).matches()) {
        settings.problem("tags", "\"" + tags + "\" is no tag: letters, digits and + # . - only");
      }
    }
    settings.finish();
    return read;
  }

  private static String site(String text) {
    if (!SITE.matcher(text).matches()) throw new IllegalArgumentException(text);
    return text;
  }
}
