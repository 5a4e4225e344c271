/**
 * The tracked work for one conversation outside, and the moves it can make. Floor 12: imports
 * expert and below. Start with {@link no.grenselos.ticket.TicketState}.
 */
@NullMarked
package no.grenselos.ticket;

import org.jspecify.annotations.NullMarked;
