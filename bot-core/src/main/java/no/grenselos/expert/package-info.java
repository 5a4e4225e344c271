/**
 * The people inside: what they know, when they may be asked, and who is asked first. Floor 7:
 * imports reading and below. Start with {@link no.grenselos.expert.Ranking}.
 */
@NullMarked
package no.grenselos.expert;

import org.jspecify.annotations.NullMarked;
