/**
 * The Bot Connector's REST API, as the bot calls it: conversations, messages, rosters and teams,
 * with its limits and its bad days. It may import {@code tenant}, {@code identity}, {@code card}
 * and {@code stage}. Start reading at {@link no.grenselos.playground.teams.connector.Connector}.
 */
@NullMarked
package no.grenselos.playground.teams.connector;

import org.jspecify.annotations.NullMarked;
