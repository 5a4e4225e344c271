/**
 * Any public page of the web as a post, by what it says of itself. Imports bot-core and the shared
 * http package. Start with {@link no.grenselos.feed.page.PageLookupProvider}.
 */
@NullMarked
package no.grenselos.feed.page;

import org.jspecify.annotations.NullMarked;
