/**
 * What people do in Teams, as the bot hears of it: they write, press, fill in, react, look, and
 * install or block the bot. It may import the other packages of {@code teams} and {@code stage}.
 * Start reading at {@link no.grenselos.playground.teams.people.TeamsPeople}.
 */
@NullMarked
package no.grenselos.playground.teams.people;

import org.jspecify.annotations.NullMarked;
