/**
 * One conversation outside is one piece of work inside: what is answered, quoted or copied joins
 * the ticket there is. Floor 19: a feature, imports work and below, no other feature. Start with
 * {@link no.grenselos.conversation.Conversations}.
 */
@NullMarked
package no.grenselos.conversation;

import org.jspecify.annotations.NullMarked;
