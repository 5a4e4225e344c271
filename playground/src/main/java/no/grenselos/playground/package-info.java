/**
 * The playground: a stand-in for the outside, over real HTTP on loopback, with a page on which one
 * person plays all roles. It may import its own parts ({@code stage}, {@code shape}, {@code slack},
 * {@code teams}, {@code network}), Javalin and Jackson, and no other module of ours: it is somebody
 * else's server. Start reading at {@link no.grenselos.playground.Playground}.
 */
@NullMarked
package no.grenselos.playground;

import org.jspecify.annotations.NullMarked;
