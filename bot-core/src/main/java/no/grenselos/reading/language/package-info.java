/**
 * Which language a post is in. Floor 3: imports reading and below. Start with {@link
 * no.grenselos.reading.language.LanguageGuess}.
 */
@NullMarked
package no.grenselos.reading.language;

import org.jspecify.annotations.NullMarked;
