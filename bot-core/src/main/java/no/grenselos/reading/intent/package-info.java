/**
 * What the author wants and how soon; never what the author is: nothing here derives health,
 * belief, origin, politics or any other trait of a person, and no list may hold words for them.
 * Floor 3: imports reading and below. Start with {@link no.grenselos.reading.intent.IntentModel}.
 */
@NullMarked
package no.grenselos.reading.intent;

import org.jspecify.annotations.NullMarked;
