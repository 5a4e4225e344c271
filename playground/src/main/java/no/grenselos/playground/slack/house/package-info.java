/**
 * What happens to the house itself: people come and go, channels close, the app is thrown out. It
 * may import {@code workspace}, {@code delivery} and {@code stage}. Start reading at {@link
 * no.grenselos.playground.slack.house.Housekeeping}.
 */
@NullMarked
package no.grenselos.playground.slack.house;

import org.jspecify.annotations.NullMarked;
