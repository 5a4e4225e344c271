/**
 * Reads dictionaries that an admin has and makes a lexicon of our form of them. Imports app.config
 * and bot-core. Start with {@link no.grenselos.app.lexicon.Import}.
 */
@NullMarked
package no.grenselos.app.lexicon;

import org.jspecify.annotations.NullMarked;
