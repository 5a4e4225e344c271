package no.grenselos.app.web.console;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;

/** Says moments and time spans as people do, in the company's time zone. */
public record Times(MessageSource phrases, Locale locale, ZoneId zone, Instant now) {

  /** As {@code 26 Nov 14:02}; empty for none. */
  public String at(@Nullable Instant moment) {
    return moment == null ? "" : format("d MMM HH:mm", moment);
  }

  /** With the year and the seconds. */
  public String exactly(@Nullable Instant moment) {
    return moment == null ? "" : format("d MMM uuuu HH:mm:ss", moment);
  }

  /** For machines: as HTML's {@code datetime} wants it. */
  public String machine(Instant moment) {
    return moment.toString();
  }

  /** How long ago, as {@code 12 min}. */
  public String ago(Instant moment) {
    return span(Duration.between(moment, now));
  }

  /** How long until then, as {@code in 12 min}, or how long it is over. */
  public String until(Instant moment) {
    Duration left = Duration.between(now, moment);
    return left.isNegative()
        ? say("times.over", span(left.negated()))
        : say("times.left", span(left));
  }

  public boolean over(@Nullable Instant moment) {
    return moment != null && moment.isBefore(now);
  }

  /** As {@code 3 h 20 min}; the two largest units. */
  public String span(Duration time) {
    long minutes = Math.max(0, time.toMinutes());
    if (minutes < 1) return say("times.moment");
    if (minutes < 60) return say("times.minutes", minutes);
    if (minutes < 24 * 60) return two("times.hours", minutes / 60, "times.minutes", minutes % 60);
    return two("times.days", minutes / 1440, "times.hours", minutes % 1440 / 60);
  }

  private String two(String large, long count, String small, long rest) {
    return rest == 0 || count > 9 ? say(large, count) : say(large, count) + " " + say(small, rest);
  }

  private String say(String key, Object... values) {
    return phrases.getMessage(key, values, locale);
  }

  private String format(String pattern, Instant moment) {
    return DateTimeFormatter.ofPattern(pattern, locale).withZone(zone).format(moment);
  }
}
