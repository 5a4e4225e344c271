package no.grenselos.app.web.console;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import no.grenselos.ticket.TicketId;
import org.jspecify.annotations.Nullable;

/**
 * What somebody typed to look for something, as it stands in the address. What cannot be read
 * narrows nothing down.
 *
 * @param fields by their names in the form; blank ones are left out
 */
public record Sought(Map<String, String> fields) {
  private static final int LONGEST = 200;
  private static final Pattern NUMBER = Pattern.compile("(?i)(T-)?(\\d{1,18})");

  /**
   * @param names of the form's fields; what else was asked for does not count
   */
  static Sought of(List<String> names, Map<String, String> asked) {
    Map<String, String> fields = new TreeMap<>();
    for (String name : names) {
      String value = asked.getOrDefault(name, "").strip();
      if (!value.isEmpty()) fields.put(name, value.substring(0, Math.min(LONGEST, value.length())));
    }
    return new Sought(fields);
  }

  /** A field's text; empty for none. */
  public String field(String name) {
    return fields.getOrDefault(name, "");
  }

  /** Whether anything narrows down what is shown. */
  public boolean narrows() {
    return !fields.isEmpty();
  }

  /** The same as the end of an address. */
  public String address() {
    return fields.entrySet().stream()
        .map(field ->
            field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }

  /** The ticket whose number stands in that field, with or without {@code T-}. */
  Optional<TicketId> ticket(String name) {
    var match = NUMBER.matcher(field(name));
    if (!match.matches()) return Optional.empty();
    long number = Long.parseLong(match.group(2));
    return number < 1 ? Optional.empty() : Optional.of(new TicketId(number));
  }

  /**
   * When the day in that field begins.
   *
   * @param later days to add
   */
  @Nullable Instant day(String name, ZoneId zone, int later) {
    try {
      String day = field(name);
      return day.isEmpty()
          ? null
          : LocalDate.parse(day).plusDays(later).atStartOfDay(zone).toInstant();
    } catch (DateTimeException e) {
      return null;
    }
  }
}
