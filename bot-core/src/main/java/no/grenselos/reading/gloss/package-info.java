/**
 * Norwegian put into English word by word, for an encoder that reads only English. Floor 3: imports
 * reading and below. Start with {@link no.grenselos.reading.gloss.Gloss}.
 */
@NullMarked
package no.grenselos.reading.gloss;

import org.jspecify.annotations.NullMarked;
