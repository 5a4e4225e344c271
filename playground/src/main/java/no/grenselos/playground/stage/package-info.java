/**
 * What all parts of the playground share: the way a part joins the server, the bus of what
 * happened, and the doors of the control API. It may import Javalin and Jackson, and no other
 * package of ours. Start reading at {@link no.grenselos.playground.stage.Part}.
 */
@NullMarked
package no.grenselos.playground.stage;

import org.jspecify.annotations.NullMarked;
