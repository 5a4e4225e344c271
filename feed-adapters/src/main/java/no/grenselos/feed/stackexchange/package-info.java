/**
 * Stack Exchange: questions with a tag on one of its sites, their edits and deletes. Imports
 * bot-core and the shared http package. Start with {@link
 * no.grenselos.feed.stackexchange.StackExchangeFeedProvider}.
 */
@NullMarked
package no.grenselos.feed.stackexchange;

import org.jspecify.annotations.NullMarked;
