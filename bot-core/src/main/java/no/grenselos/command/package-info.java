/**
 * What people say to the bot, and what it says of itself. Floor 16: a feature, imports work and
 * below, no other feature. Start with {@link no.grenselos.command.Guide}.
 */
@NullMarked
package no.grenselos.command;

import org.jspecify.annotations.NullMarked;
