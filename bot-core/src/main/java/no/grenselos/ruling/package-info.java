/**
 * The comms admin's work on the rules in chat: looking at them, trying and making a change, taking
 * it back; and why a post went where it went, for everybody who answers posts. A feature: imports
 * forecast, trial, trail, revise, work and below, no other feature. Start with {@link
 * no.grenselos.ruling.Ruling}; what takes seconds is done by {@link no.grenselos.ruling.Amending}
 * and {@link no.grenselos.ruling.Trying}.
 */
@NullMarked
package no.grenselos.ruling;

import org.jspecify.annotations.NullMarked;
