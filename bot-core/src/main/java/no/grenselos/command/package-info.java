/**
 * What people say to the bot, what they ask each other, and what happens to the chat house itself.
 * Floor 16: a feature, imports work and below, no other feature. Start with {@link
 * no.grenselos.command.Guide} and {@link no.grenselos.command.Commands}.
 */
@NullMarked
package no.grenselos.command;

import org.jspecify.annotations.NullMarked;
