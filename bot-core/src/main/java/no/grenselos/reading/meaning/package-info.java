/**
 * What a text means, as a vector that can be compared. Floor 4: imports the gloss, languages and
 * below. Start with {@link no.grenselos.reading.meaning.Meanings}.
 */
@NullMarked
package no.grenselos.reading.meaning;

import org.jspecify.annotations.NullMarked;
