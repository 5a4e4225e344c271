/**
 * Facebook Pages and Instagram: posts, comments, mentions, reviews and likes, told by webhook and
 * read through the Graph API, answers as our account, and the look at single posts. Imports
 * bot-core and the shared http package. Start with {@link
 * no.grenselos.feed.facebook.FacebookFeedProvider}.
 *
 * <p>Webhook and API bring the same posts, and this is how they go together:
 *
 * <ul>
 *   <li>A post's revision is named by its words ({@link no.grenselos.feed.facebook.Revision}),
 *       since Meta numbers no edits. Whoever tells a state first, the others repeat its key and add
 *       nothing. The price: a post never edited has a revision too.
 *   <li>The webhook answers within a second and asks nobody. What it tells by half (no words, no
 *       author, an Instagram mention by its ids) is kept as it came, under a revision that says so,
 *       and {@link no.grenselos.feed.facebook.HalfTold noted} in memory for the feed beside it,
 *       which asks for it at its next look. If that note is lost, with the process or because
 *       another node reads the feed, the list or the daily look at all posts that we hold completes
 *       it: the whole state has another revision, and follows whenever it is found.
 *   <li>Meta calls again for hours, in any order, so a call may tell what is no longer true. What
 *       this process knows to be older than what was told, or less, is not kept but asked about.
 *       What comes late of a post it does not know is kept and asked about; the answer, where it is
 *       another, has a revision that replaces what was kept. A process that begins anew, takes such
 *       a call before its first look and ends before it has kept the next page leaves the older
 *       words in place; so does a node that takes the call while another reads the feed.
 *   <li>The feed needs no webhook: each look reads all posts of the last {@code watch} days with
 *       their comments back to what is known and ten minutes old, so a time without calls is caught
 *       up with. It finds edits of the latest thousand items. Deletes come by webhook and by the
 *       daily look, never from something missing in a list.
 *   <li>Facebook and Instagram are entries of their own: a publisher and a lookup belong to one
 *       network each, and Meta takes another address for each object it calls about.
 * </ul>
 */
@NullMarked
package no.grenselos.feed.facebook;

import org.jspecify.annotations.NullMarked;
