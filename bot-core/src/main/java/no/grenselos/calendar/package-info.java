/**
 * Which days nobody works, besides weekends. Floor 0: imports java only. Start with {@link
 * no.grenselos.calendar.DaysOff}.
 */
@NullMarked
package no.grenselos.calendar;

import org.jspecify.annotations.NullMarked;
