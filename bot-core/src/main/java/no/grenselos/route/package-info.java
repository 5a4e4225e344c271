/**
 * The admin's rules and the decision they lead to. Floor 11: imports route.match and below. Start
 * with {@link no.grenselos.route.Router}.
 */
@NullMarked
package no.grenselos.route;

import org.jspecify.annotations.NullMarked;
