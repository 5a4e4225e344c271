/**
 * Tries the rules on a post nobody wrote: what would become of it and why, one or a whole suite of
 * cases. Floor 17: imports revise, work and below; no feature. Start with {@link
 * no.grenselos.trial.Suite}.
 */
@NullMarked
package no.grenselos.trial;

import org.jspecify.annotations.NullMarked;
