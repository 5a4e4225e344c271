/**
 * What we understood of a mention: language, intent, topics, each with the words that speak for it.
 * Floor 2: imports mention and below. Start with {@link no.grenselos.reading.Reader}.
 */
@NullMarked
package no.grenselos.reading;

import org.jspecify.annotations.NullMarked;
