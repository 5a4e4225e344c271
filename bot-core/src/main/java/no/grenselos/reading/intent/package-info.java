/**
 * What the author wants. Floor 3: imports reading and below. Start with {@link
 * no.grenselos.reading.intent.IntentModel}.
 */
@NullMarked
package no.grenselos.reading.intent;

import org.jspecify.annotations.NullMarked;
