/**
 * Slack's rules for Block Kit: what a message, a modal and a home tab may be made of, and how long.
 * It may import {@code shape} and the JSON of {@code stage}. Start reading at {@link
 * no.grenselos.playground.slack.block.StrictBlocks}.
 */
@NullMarked
package no.grenselos.playground.slack.block;

import org.jspecify.annotations.NullMarked;
