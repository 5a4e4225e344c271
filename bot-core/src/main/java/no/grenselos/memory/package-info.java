/**
 * What people inside have said before, kept so that it can be said again: which of it fits a post,
 * how it is made short enough, and who may draft from it. Floor 8, beside lesson: imports expert
 * and below. Start with {@link no.grenselos.memory.Kept}, then {@link
 * no.grenselos.memory.Suggestions}.
 */
@NullMarked
package no.grenselos.memory;

import org.jspecify.annotations.NullMarked;
