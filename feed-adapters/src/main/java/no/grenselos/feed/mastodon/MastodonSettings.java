package no.grenselos.feed.mastodon;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import no.grenselos.config.Settings;
import no.grenselos.feed.http.Pace;
import okhttp3.HttpUrl;

/**
 * One server, as the admin wrote it.
 *
 * @param groups hashtags read together, one feed a group; each alone when they are listened to
 * @param stream whether to listen and not to ask
 * @param since how far the very first look goes back; the newest page when empty
 */
record MastodonSettings(
    HttpUrl server,
    List<List<String>> groups,
    boolean notifications,
    boolean stream,
    Optional<Duration> since,
    Pace pace) {
  /** A server joins at most this many tags (docs.joinmastodon.org, Hashtag timeline). */
  private static final int MOST_TAGS = 4;

  private static final Pattern TAG = Pattern.compile("[\\p{L}\\p{M}\\p{N}_·]{1,100}");
  private static final HttpUrl NOWHERE = HttpUrl.get("https://mastodon.invalid/");

  static MastodonSettings read(Settings settings) {
    MastodonSettings read =
        new MastodonSettings(
            server(settings),
            settings.texts("hashtags").stream().map(group -> tags(group, settings)).toList(),
            settings.flag("notifications", false),
            settings.flag("stream", false),
            settings.optionalDuration("since"),
            Pace.read(settings, Duration.ofSeconds(30)));
    if (read.groups.isEmpty() && !read.notifications) {
      settings.problem("hashtags", "name at least one hashtag, or set notifications: true");
    }
    settings.finish();
    return read;
  }

  /** A stream tells of one hashtag. */
  List<List<String>> feeds() {
    if (!stream) return groups;
    return groups.stream().flatMap(List::stream).distinct().map(List::of).toList();
  }

  private static HttpUrl server(Settings settings) {
    String text = settings.text("server");
    if (text.isEmpty()) return NOWHERE;
    HttpUrl url = HttpUrl.parse(text.contains("://") ? text : "https://" + text);
    if (url == null) {
      settings.problem("server", "must be an address such as https://mastodon.example");
      return NOWHERE;
    }
    return url;
  }

  private static List<String> tags(String group, Settings settings) {
    List<String> tags =
        Arrays.stream(group.strip().split("[\\s,]+", -1))
            .map(tag -> tag.startsWith("#") ? tag.substring(1) : tag)
            .toList();
    for (String tag : tags) {
      if (!TAG.matcher(tag).matches()) {
        settings.problem("hashtags", "\"" + tag + "\" is no hashtag: letters, digits and _ only");
      }
    }
    if (tags.size() > MOST_TAGS) {
      settings.problem("hashtags", "at most " + MOST_TAGS + " hashtags in one group: " + group);
    }
    return tags;
  }
}
