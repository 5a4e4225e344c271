package no.grenselos.app.config;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.grenselos.calendar.DaysOff;
import no.grenselos.calendar.Holidays;
import no.grenselos.config.Settings;

/** Reads {@code holidays: norway} and {@code days-off: ["12-24", "2027-07-19"]}. */
final class DaysOffPart {
  private static final Pattern YEARLY = Pattern.compile("(\\d\\d)-(\\d\\d)");

  private DaysOffPart() {}

  /** The days off; the country's as far as nothing is said, and the given ones always. */
  static DaysOff read(Settings settings, DaysOff otherwise) {
    Holidays holidays =
        Words.choice(settings, "holidays", Holidays.class).orElse(otherwise.holidays());
    Set<LocalDate> once = new LinkedHashSet<>(otherwise.once());
    Set<MonthDay> yearly = new LinkedHashSet<>(otherwise.yearly());
    for (String day : settings.texts("days-off")) read(settings, day, once, yearly);
    if (once.size() <= DaysOff.MOST && yearly.size() <= DaysOff.MOST) {
      return new DaysOff(holidays, once, yearly);
    }
    settings.problem("days-off", "are more than " + DaysOff.MOST + " days of a kind");
    return otherwise;
  }

  private static void read(
      Settings settings, String day, Set<LocalDate> once, Set<MonthDay> yearly) {
    Matcher parts = YEARLY.matcher(day);
    try {
      if (!parts.matches()) once.add(LocalDate.parse(day));
      else yearly.add(MonthDay.of(number(parts, 1), number(parts, 2)));
    } catch (DateTimeException e) {
      settings.problem(
          "days-off",
          "\"" + day + "\" must be a day such as \"2027-07-19\", or \"12-24\" for every year");
    }
  }

  private static int number(Matcher parts, int group) {
    return Integer.parseInt(parts.group(group));
  }
}
