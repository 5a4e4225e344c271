package no.grenselos.reading.gloss;

import java.util.Optional;

/**
 * One word of a text, or the words of one expression, and what it was found to be.
 *
 * @param start first UTF-16 offset in the text
 * @param end one past the last offset
 * @param words how many, more than one for an expression
 * @param name whether it is read as a name: a capital inside a sentence
 * @param found empty when it stays as it is
 */
public record Step(int start, int end, int words, boolean name, Optional<Found> found) {}
