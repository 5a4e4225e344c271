/**
 * What people's actions teach about posts, and who learns from it. Floor 8: imports expert and
 * below. Start with {@link no.grenselos.lesson.Lesson}.
 */
@NullMarked
package no.grenselos.lesson;

import org.jspecify.annotations.NullMarked;
