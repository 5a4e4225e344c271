/**
 * The way of a nudge: the card that asks, what can be done on it, and its small dialogs. Floor 16:
 * a feature, imports work and below, no other feature. Start with {@link
 * no.grenselos.nudge.Nudging}.
 */
@NullMarked
package no.grenselos.nudge;

import org.jspecify.annotations.NullMarked;
