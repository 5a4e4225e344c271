/**
 * Reads calendars for times in which somebody is away: from a file, and again and again from an
 * address. The only place that sees biweekly. Imports bot-core; nobody but the wiring and the
 * commands imports it. Start with {@link no.grenselos.app.calendar.Ics}.
 */
@NullMarked
package no.grenselos.app.calendar;

import org.jspecify.annotations.NullMarked;
