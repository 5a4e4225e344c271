/**
 * Slack as a chat house, over signed HTTP calls or Socket Mode; the only place that sees {@code
 * com.slack}. It may import bot-core's ports, but no flow, no other adapter and not the
 * application. Start reading at {@link no.grenselos.chat.slack.SlackChatProvider}.
 */
@NullMarked
package no.grenselos.chat.slack;

import org.jspecify.annotations.NullMarked;
