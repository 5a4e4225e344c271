/**
 * Posts that people inside bring by their links: looked up outside, gone about as those of feeds,
 * and told of to whoever brought them. Floor 19, a feature: imports trail, work and below, no other
 * feature. Start with {@link no.grenselos.bring.Bringing}.
 */
@NullMarked
package no.grenselos.bring;

import org.jspecify.annotations.NullMarked;
