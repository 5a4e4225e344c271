/**
 * How the bot is told: activities by signed requests to its address, messages and events again when
 * it did not take them, invokes once with their answer. It may import {@code tenant}, {@code
 * identity} and {@code stage}. Start reading at {@link
 * no.grenselos.playground.teams.delivery.BotLine}.
 */
@NullMarked
package no.grenselos.playground.teams.delivery;

import org.jspecify.annotations.NullMarked;
