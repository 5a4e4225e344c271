/**
 * Mentions that any listening tool hands us by a signed webhook (docs/webhook-in.md): the reader of
 * their JSON and the checks an endpoint for them needs. Imports bot-core and the shared http
 * package. Start with {@link no.grenselos.feed.webhook.WebhookDocument}.
 */
@NullMarked
package no.grenselos.feed.webhook;

import org.jspecify.annotations.NullMarked;
