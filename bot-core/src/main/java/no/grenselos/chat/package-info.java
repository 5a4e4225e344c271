/**
 * Ports to the chat houses: neutral cards out, what people do in. Floor 13: imports ticket, route
 * and below; never a platform. Start with {@link no.grenselos.chat.ChatPort}.
 */
@NullMarked
package no.grenselos.chat;

import org.jspecify.annotations.NullMarked;
