/**
 * Who is who: the keys and tokens of the Bot Connector, and the login that gives the bot its own.
 * It may import {@code tenant} and {@code stage}. Start reading at {@link
 * no.grenselos.playground.teams.identity.LoginDoor}.
 */
@NullMarked
package no.grenselos.playground.teams.identity;

import org.jspecify.annotations.NullMarked;
