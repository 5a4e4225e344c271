/**
 * The Teams tenant itself: people, teams, conversations, messages, what each person sees of a card,
 * and where the bot is installed. It may import {@code stage} only. Start reading at {@link
 * no.grenselos.playground.teams.tenant.Tenant}.
 */
@NullMarked
package no.grenselos.playground.teams.tenant;

import org.jspecify.annotations.NullMarked;
