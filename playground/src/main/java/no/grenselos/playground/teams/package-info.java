/**
 * The Teams tenant of the playground, with the Bot Connector: what tests and the page hold in their
 * hands. It may import its own subpackages and {@code stage}. Start reading at {@link
 * no.grenselos.playground.teams.PlayTeams}.
 */
@NullMarked
package no.grenselos.playground.teams;

import org.jspecify.annotations.NullMarked;
