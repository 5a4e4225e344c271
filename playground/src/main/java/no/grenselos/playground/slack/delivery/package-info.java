/**
 * How the app is told: signed requests to its address, or envelopes through a socket, events tried
 * again as Slack does. It may import {@code workspace}, {@code api} (the watch) and {@code stage}.
 * Start reading at {@link no.grenselos.playground.slack.delivery.AppLine}.
 */
@NullMarked
package no.grenselos.playground.slack.delivery;

import org.jspecify.annotations.NullMarked;
