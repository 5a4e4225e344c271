/**
 * The Slack workspace of the playground: what tests and the page hold in their hands. It may import
 * its own subpackages and {@code stage}. Start reading at {@link
 * no.grenselos.playground.slack.PlaySlack}.
 */
@NullMarked
package no.grenselos.playground.slack;

import org.jspecify.annotations.NullMarked;
