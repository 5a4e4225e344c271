/**
 * What Teams takes of a bot's activities and Adaptive Cards, and the actions and inputs that people
 * find in a card. It may import {@code shape} and the JSON of {@code stage}. Start reading at
 * {@link no.grenselos.playground.teams.card.StrictCards}.
 */
@NullMarked
package no.grenselos.playground.teams.card;

import org.jspecify.annotations.NullMarked;
