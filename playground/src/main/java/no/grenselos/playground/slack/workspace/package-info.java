/**
 * The state of the Slack workspace: people, channels, messages, views, and a record of what was
 * asked and refused. It may import {@code stage} and nothing else of ours. Start reading at {@link
 * no.grenselos.playground.slack.workspace.SlackWorkspace}.
 */
@NullMarked
package no.grenselos.playground.slack.workspace;

import org.jspecify.annotations.NullMarked;
