package no.grenselos.lesson;

import no.grenselos.reading.Language;

/**
 * A lesson with its place in the log and the words it is about.
 *
 * @param number 1 or more, higher than every lesson's before it
 * @param text of the post as it stood when the lesson was given (a later edit is no part of it);
 *     empty when the post is erased, or was never seen
 * @param language of the text; unknown when there is none
 * @param inForce whether it still counted when it was read; false once taken back or forgotten. The
 *     lesson that says so comes later in the log
 */
public record Taught(long number, Lesson lesson, String text, Language language, boolean inForce) {}
