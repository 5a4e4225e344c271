package no.grenselos.app.web.console;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import no.grenselos.insight.Range;

/**
 * The days somebody wants to see; last month unless they say.
 *
 * @param preset its key; empty for days of their own
 * @param understood whether what they typed was a range
 */
public record Dates(Range range, String preset, boolean understood) {
  private static final Range.Preset USUAL = Range.Preset.LAST_MONTH;

  static Dates asked(Map<String, String> asked, Console console) {
    return asked(asked, console.clock().instant(), console.book().house().zone());
  }

  static Dates asked(Map<String, String> asked, Instant now, ZoneId zone) {
    String from = asked.getOrDefault("from", "");
    String to = asked.getOrDefault("to", "");
    String preset = asked.getOrDefault("preset", "");
    if (from.isEmpty() && to.isEmpty()) {
      return Arrays.stream(Range.Preset.values())
          .filter(one -> key(one).equals(preset))
          .findFirst()
          .map(one -> new Dates(Range.of(one, now, zone), key(one), true))
          .orElseGet(() -> new Dates(Range.of(USUAL, now, zone), key(USUAL), preset.isEmpty()));
    }
    try {
      return new Dates(new Range(LocalDate.parse(from), LocalDate.parse(to), zone), "", true);
    } catch (DateTimeException | IllegalArgumentException e) {
      return new Dates(Range.of(USUAL, now, zone), key(USUAL), false);
    }
  }

  /** Keys of the presets, shortest first. */
  public List<String> presets() {
    return Arrays.stream(Range.Preset.values()).map(Dates::key).toList();
  }

  private static String key(Range.Preset preset) {
    return preset.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** As in an address, with the question mark. */
  public String query() {
    return "?from=" + range.from() + "&to=" + range.to();
  }

  String file(String key, String ending) {
    return "grenselos-%s-%s-%s.%s".formatted(key, range.from(), range.to(), ending);
  }
}
