package no.grenselos.feed.youtube;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import no.grenselos.config.Settings;
import no.grenselos.feed.http.ApiAddress;
import no.grenselos.feed.http.FirstLook;
import no.grenselos.feed.http.Pace;
import okhttp3.HttpUrl;

/**
 * What to read on YouTube, as the admin wrote it.
 *
 * @param auth where tokens are given; another host than the API
 * @param places one feed each
 * @param account our channel, as which we answer; empty when not told
 * @param clientId of the app that answers; empty when not told
 * @param since how far the very first look goes back
 * @param unitsEach quota units that each feed may spend in a day
 * @param unitsForLooks quota units that looking at single comments may spend in a day
 */
record YouTubeSettings(
    HttpUrl api,
    HttpUrl auth,
    List<Place> places,
    String account,
    String clientId,
    Duration since,
    long unitsEach,
    long unitsForLooks,
    Pace pace) {
  private static final HttpUrl API = HttpUrl.get("https://www.googleapis.com/");
  private static final HttpUrl AUTH = HttpUrl.get("https://oauth2.googleapis.com/");

  /** What a project has unless Google grants it more (Quota costs). */
  private static final int USUAL_UNITS = 10_000;

  /** Kept for writing where we answer: about twenty answers a day at some fifty units. */
  private static final int FOR_ANSWERS = 1_000;

  /** At fifty comments a unit, enough for some 20,000 of them a day. */
  private static final int FOR_LOOKS = 500;

  /**
   * @param withToken whether the secrets are there with which we could answer
   */
  static YouTubeSettings read(Settings settings, boolean withToken) {
    String channel =
        settings
            .parsed("channel", YouTubeSettings::channel, "must be a channel's id such as UC...")
            .orElse("");
    String clientId = settings.text("client-id", "");
    List<Place> places = places(settings, channel);
    int kept = withToken && !clientId.isEmpty() ? FOR_ANSWERS : 0;
    int units = Math.max(0, settings.number("units", USUAL_UNITS) - kept);
    Pace pace = Pace.read(settings, Duration.ofMinutes(5));
    int feeds = Math.max(1, places.size());
    long looks = forLooks(units - feeds * polls(pace));
    YouTubeSettings read =
        new YouTubeSettings(
            ApiAddress.read(settings, "api", API),
            ApiAddress.read(settings, "auth", AUTH),
            places,
            settings
                .parsed("account", YouTubeSettings::channel, "must be a channel's id such as UC...")
                .orElse(channel),
            clientId,
            FirstLook.read(settings),
            (units - looks) / feeds,
            looks,
            pace);
    read.complain(settings);
    settings.finish();
    return read;
  }

  private static long polls(Pace pace) {
    return Duration.ofDays(1).dividedBy(pace.poll());
  }

  /** A tenth of what the polls leave. */
  private static long forLooks(long spare) {
    return Math.clamp(spare / 10, 0, FOR_LOOKS);
  }

  private static List<Place> places(Settings settings, String channel) {
    List<Place> places = new ArrayList<>();
    if (!channel.isEmpty()) places.add(Place.channel(channel));
    for (String video : settings.texts("videos").stream().map(String::strip).distinct().toList()) {
      if (video.matches("[\\w-]{11}")) places.add(Place.video(video));
      else settings.problem("videos", "\"" + video + "\" is no video's id of 11 characters");
    }
    return List.copyOf(places);
  }

  private void complain(Settings settings) {
    if (!settings.has("channel") && !settings.has("videos")) {
      settings.problem("channel", "give a channel, or videos");
    }
    long polls = polls(pace);
    if (!places.isEmpty() && polls > unitsEach) {
      settings.problem(
          settings.has("units") ? "units" : "poll",
          polls
              + " polls a day take a unit each, and each feed has "
              + unitsEach
              + ": poll less often, read fewer places, or set units to what your project has");
    }
  }

  private static String channel(String text) {
    if (!text.matches("UC[\\w-]{22}")) throw new IllegalArgumentException(text);
    return text;
  }
}
