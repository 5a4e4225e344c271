package no.grenselos.app.config;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Set;
import no.grenselos.calendar.DaysOff;
import no.grenselos.config.Settings;
import no.grenselos.expert.Hours;
import no.grenselos.route.RuleBook;

/**
 * Reads {@code hours: {days: [mon, tue], from: "08:00", to: "16:00", zone: Europe/Oslo}}, with days
 * off.
 */
final class HoursPart {
  private static final Set<DayOfWeek> WORKING_DAYS =
      EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);

  private HoursPart() {}

  /**
   * The hours; Monday to Friday, 8 to 16 in the company's zone and with its days off, as far as
   * nothing is said.
   */
  static Hours read(Settings owner, RuleBook.House house) {
    Settings hours = owner.part("hours");
    Set<DayOfWeek> days = days(hours);
    LocalTime from = hours.time("from", LocalTime.of(8, 0));
    LocalTime to = hours.time("to", LocalTime.of(16, 0));
    ZoneId own = hours.zone("zone", house.zone());
    DaysOff off = DaysOffPart.read(hours, house.daysOff());
    hours.finish();
    if (from.isBefore(to)) return new Hours(days, from, to, own, off);
    owner.problem("hours", "end at " + to + ", must be after " + from);
    return new Hours(days, LocalTime.MIN, LocalTime.MAX, own);
  }

  private static Set<DayOfWeek> days(Settings hours) {
    Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
    for (String typed : hours.texts("days")) {
      Words.day(hours, "days", typed).ifPresent(days::add);
    }
    if (hours.has("days") && days.isEmpty()) hours.problem("days", "must name at least one day");
    return days.isEmpty() ? WORKING_DAYS : days;
  }
}
