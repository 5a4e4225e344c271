/**
 * What Facebook Pages and Instagram tell by webhook: posts, comments, mentions, reviews, likes, and
 * the checks an endpoint for them needs. Imports bot-core and the shared http package. Start with
 * {@link no.grenselos.feed.facebook.FacebookWebhook}.
 */
@NullMarked
package no.grenselos.feed.facebook;

import org.jspecify.annotations.NullMarked;
