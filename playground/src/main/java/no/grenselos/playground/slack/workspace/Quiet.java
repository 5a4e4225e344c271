package no.grenselos.playground.slack.workspace;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import no.grenselos.playground.stage.Json;
import org.jspecify.annotations.Nullable;

/**
 * Who wants not to be disturbed, and who is there. A snooze that somebody pressed comes before the
 * hours of the night that they set; whoever has neither is never quiet (docs.slack.dev, dnd.info:
 * both times are 1 then). Everybody is active until told otherwise.
 */
public final class Quiet {
  /** Hours of the night in the person's own time zone; they may pass midnight. */
  public record Night(LocalTime from, LocalTime to) {}

  private record Snooze(Instant start, Instant end) {}

  private final Stamps stamps;
  private final Map<String, Snooze> snoozes = new HashMap<>();
  private final Map<String, Night> nights = new HashMap<>();
  private final Set<String> away = new HashSet<>();

  Quiet(Stamps stamps) {
    this.stamps = stamps;
  }

  /** No disturbance from now on, that long; zero ends it. */
  public void snooze(String user, Duration length) {
    Instant now = stamps.now();
    snoozes.put(user, new Snooze(now, now.plus(length)));
  }

  public void night(String user, @Nullable Night hours) {
    if (hours == null) {
      nights.remove(user);
    } else {
      nights.put(user, hours);
    }
  }

  public void active(String user, boolean present) {
    if (present) {
      away.remove(user);
    } else {
      away.add(user);
    }
  }

  public boolean isActive(SlackUser user) {
    return !user.deleted() && !away.contains(user.id());
  }

  /** {@code dnd_enabled}, {@code next_dnd_start_ts} and {@code next_dnd_end_ts}, in seconds. */
  public ObjectNode status(SlackUser user) {
    Instant now = stamps.now();
    Snooze snooze = snoozes.get(user.id());
    if (snooze != null && snooze.end().isAfter(now)) {
      return status(true, snooze.start().getEpochSecond(), snooze.end().getEpochSecond());
    }
    Night night = nights.get(user.id());
    return night == null ? status(false, 1, 1) : next(night, now.atZone(ZoneId.of(user.tz())));
  }

  /** The short form for the page: until when they are quiet in epoch seconds, 0 if they are not. */
  ObjectNode card(SlackUser user) {
    ObjectNode status = status(user);
    long now = stamps.now().getEpochSecond();
    boolean quiet =
        status.path("dnd_enabled").asBoolean()
            && status.path("next_dnd_start_ts").asLong() <= now
            && now < status.path("next_dnd_end_ts").asLong();
    return Json.object()
        .put("quiet_until", quiet ? status.path("next_dnd_end_ts").asLong() : 0)
        .put("active", isActive(user));
  }

  /** The window that lasts now, or else the next one. */
  private static ObjectNode next(Night night, ZonedDateTime now) {
    LocalDate yesterday = now.toLocalDate().minusDays(1);
    for (int day = 0; ; day++) {
      ZonedDateTime start = yesterday.plusDays(day).atTime(night.from()).atZone(now.getZone());
      int over = night.to().isAfter(night.from()) ? 0 : 1;
      ZonedDateTime end = yesterday.plusDays(day + over).atTime(night.to()).atZone(now.getZone());
      if (end.isAfter(now)) {
        return status(true, start.toEpochSecond(), end.toEpochSecond());
      }
    }
  }

  private static ObjectNode status(boolean enabled, long start, long end) {
    return Json.object()
        .put("dnd_enabled", enabled)
        .put("next_dnd_start_ts", start)
        .put("next_dnd_end_ts", end);
  }
}
