/**
 * A small grammar of JSON: what an object must and may have, and where it does not. The strict
 * checks of Slack's blocks and of Teams' cards are written in it. It imports Jackson only. Start
 * reading at {@link no.grenselos.playground.shape.Shape}.
 */
@NullMarked
package no.grenselos.playground.shape;

import org.jspecify.annotations.NullMarked;
