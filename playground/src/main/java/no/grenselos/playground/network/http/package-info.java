/**
 * The network's face over HTTP: Mastodon's REST API in its documented shapes, a public page for
 * every post, and the control API of the playground's page. It may import {@code network}, {@code
 * stage}, Javalin and Jackson. Start reading at {@link
 * no.grenselos.playground.network.http.NetworkPart}.
 */
@NullMarked
package no.grenselos.playground.network.http;

import org.jspecify.annotations.NullMarked;
