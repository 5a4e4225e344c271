/**
 * What came of answers: asked once, the next working morning, in the card where the answer was
 * given, and told with one press. Floor 19: a feature, imports work and below, no other feature.
 * Start with {@link no.grenselos.outcome.Outcomes}.
 */
@NullMarked
package no.grenselos.outcome;

import org.jspecify.annotations.NullMarked;
