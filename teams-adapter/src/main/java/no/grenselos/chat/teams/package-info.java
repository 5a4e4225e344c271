/**
 * Microsoft Teams as a chat house; the only place that sees {@code com.microsoft.bot}. It may
 * import bot-core's ports, but no flow, no other adapter and not the application. Start reading at
 * {@link no.grenselos.chat.teams.TeamsChatProvider}.
 */
@NullMarked
package no.grenselos.chat.teams;

import org.jspecify.annotations.NullMarked;
