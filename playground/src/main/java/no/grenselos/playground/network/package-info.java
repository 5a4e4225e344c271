/**
 * A social network as its users know it: accounts, posts, replies, boosts, favourites and notices,
 * in memory. It imports the JDK only. Start reading at {@link
 * no.grenselos.playground.network.Network}.
 */
@NullMarked
package no.grenselos.playground.network;

import org.jspecify.annotations.NullMarked;
