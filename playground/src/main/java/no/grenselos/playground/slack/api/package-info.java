/**
 * The Web API: one class per group of methods, a table that knows them all, and the weather that
 * makes Slack slow, tired or silent. It may import {@code workspace}, {@code block} and {@code
 * stage}. Start reading at {@link no.grenselos.playground.slack.api.WebApi}.
 */
@NullMarked
package no.grenselos.playground.slack.api;

import org.jspecify.annotations.NullMarked;
