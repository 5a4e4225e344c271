/**
 * What became of a post and why: the way through the rules at the revision that decided, what was
 * read in it, who was looked at and what people did then. Imports revise, work and below; chat and
 * console draw from it. Start with {@link no.grenselos.trail.Trails}.
 */
@NullMarked
package no.grenselos.trail;

import org.jspecify.annotations.NullMarked;
