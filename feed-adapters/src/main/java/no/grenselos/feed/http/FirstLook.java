package no.grenselos.feed.http;

import java.time.Duration;
import no.grenselos.config.Settings;

/** How far the very first look of a feed goes back, where it cannot take just the newest page. */
public final class FirstLook {
  private static final Duration USUAL = Duration.ofHours(24);
  private static final Duration LONGEST = Duration.ofDays(3650);

  private FirstLook() {}

  /** Reads {@code since}; a day unless set, ten years at most. */
  public static Duration read(Settings settings) {
    Duration since = settings.duration("since", USUAL);
    if (since.compareTo(LONGEST) <= 0) return since;
    settings.problem("since", "must be at most " + LONGEST.toDays() + "d");
    return USUAL;
  }
}
