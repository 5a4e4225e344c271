/**
 * RSS and Atom feeds as they are found in the wild: newsrooms, blogs, forums, review sites. Imports
 * bot-core and the shared http package. Start with {@link no.grenselos.feed.rss.RssFeedProvider}.
 */
@NullMarked
package no.grenselos.feed.rss;

import org.jspecify.annotations.NullMarked;
