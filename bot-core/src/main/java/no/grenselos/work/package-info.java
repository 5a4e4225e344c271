/**
 * What the flows and the features share: a transaction's work, who is asked next, and the ways in
 * which a feature takes part. Floor 15: imports store and below. Start with {@link
 * no.grenselos.work.Feature} and {@link no.grenselos.work.Work}.
 */
@NullMarked
package no.grenselos.work;

import org.jspecify.annotations.NullMarked;
