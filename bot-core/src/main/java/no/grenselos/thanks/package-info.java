/**
 * What came of answers: thanks and likes from outside, told once in the expert's own card, and a
 * letter a week about their own work. Floor 16: a feature, imports work and below, no other
 * feature. Start with {@link no.grenselos.thanks.Thanking}.
 */
@NullMarked
package no.grenselos.thanks;

import org.jspecify.annotations.NullMarked;
