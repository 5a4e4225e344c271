/**
 * Who wants to be asked, about what, when and how far: the invitation, what people choose for
 * themselves, their home, and being left alone. Floor 16: a feature, imports work and below, no
 * other feature. Start with {@link no.grenselos.invite.Inviting}.
 */
@NullMarked
package no.grenselos.invite;

import org.jspecify.annotations.NullMarked;
