/**
 * X through its API v2: recent search, asked for or listened to, mentions of an account and
 * webhooks in, single posts looked at, replies out where X allows them. Imports bot-core and the
 * shared http package. Start with {@link no.grenselos.feed.x.XFeedProvider}.
 */
@NullMarked
package no.grenselos.feed.x;

import org.jspecify.annotations.NullMarked;
