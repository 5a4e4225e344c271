/**
 * What a change of the rules would come to, before it is made: a draft tried on stored posts beside
 * the rules in force, and advice on rules that hardly say what was meant. Floor 18: imports work
 * and below. Start with {@link no.grenselos.forecast.DryRun}.
 */
@NullMarked
package no.grenselos.forecast;

import org.jspecify.annotations.NullMarked;
