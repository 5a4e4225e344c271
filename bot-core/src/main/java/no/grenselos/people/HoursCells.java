package no.grenselos.people;

import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import no.grenselos.config.Node;
import no.grenselos.config.Settings;

/** Reads days and times of day as people type them: {@code mon-fri}, {@code man; ons}. */
final class HoursCells {
  private static final List<String> DAYS = List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");
  private static final List<String> DAGER =
      List.of("man", "tir", "ons", "tor", "fre", "lør", "søn");

  private HoursCells() {}

  static Optional<Node> read(Settings hours) {
    Map<String, Node> cells = new LinkedHashMap<>();
    if (hours.has("days")) {
      List<Node> days = new ArrayList<>();
      days(hours).forEach(day -> days.add(RowReader.scalar(day)));
      if (!days.isEmpty()) cells.put("days", new Node.Sequence(days, 0));
    }
    Optional<LocalTime> from = time(hours, "from");
    Optional<LocalTime> to = time(hours, "to");
    from.ifPresent(time -> cells.put("from", RowReader.scalar(time.toString())));
    to.ifPresent(time -> cells.put("to", RowReader.scalar(time.toString())));
    if (from.isPresent() && to.isPresent() && !from.get().isBefore(to.get())) {
      hours.problem("to", "is " + to.get() + ", must be after " + from.get());
    }
    hours
        .parsed("zone", HoursCells::zone, "must be a time zone such as Europe/Oslo")
        .ifPresent(zone -> cells.put("zone", RowReader.scalar(zone)));
    hours.finish();
    return cells.isEmpty() ? Optional.empty() : Optional.of(new Node.Mapping(cells, 0));
  }

  private static String zone(String text) {
    try {
      return ZoneId.of(text.strip()).getId();
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(text, e);
    }
  }

  private static Set<String> days(Settings hours) {
    Set<String> days = new LinkedHashSet<>();
    for (String typed : hours.texts("days")) {
      String[] ends = typed.strip().split("\\s*[-\u2013]\\s*", 2);
      Optional<String> first = day(hours, "days", ends[0]);
      Optional<String> last = ends.length == 2 ? day(hours, "days", ends[1]) : first;
      if (first.isEmpty() || last.isEmpty()) continue;
      int begin = DAYS.indexOf(first.get());
      int length = Math.floorMod(DAYS.indexOf(last.get()) - begin, DAYS.size());
      for (int i = 0; i <= length; i++) days.add(DAYS.get((begin + i) % DAYS.size()));
    }
    return days;
  }

  /** The day as config has it; a problem when it is none. */
  static Optional<String> day(Settings settings, String key, String typed) {
    String small = typed.strip().toLowerCase(Locale.ROOT);
    String three = small.length() > 3 ? small.substring(0, 3) : small;
    if (DAYS.contains(three)) return Optional.of(three);
    if (DAGER.contains(three)) return Optional.of(DAYS.get(DAGER.indexOf(three)));
    settings.problem(
        key,
        "\"" + RowReader.shown(typed) + "\" is no day; write mon, tue, wed, thu, fri, sat, sun");
    return Optional.empty();
  }

  private static Optional<LocalTime> time(Settings hours, String key) {
    Optional<String> typed = hours.optionalText(key).map(String::strip);
    if (typed.isEmpty()) return Optional.empty();
    if (typed.get().matches("\\d[:.]\\d\\d|\\d\\d[.]\\d\\d|\\d{1,2}")) {
      String meant = typed.get().replace('.', ':');
      if (!meant.contains(":")) meant += ":00";
      if (meant.length() == 4) meant = "0" + meant;
      hours.problem(key, typed.get() + " must be " + meant);
      return Optional.empty();
    }
    return hours.parsed(key, text -> LocalTime.parse(text.strip()), "must be a time such as 08:00");
  }
}
