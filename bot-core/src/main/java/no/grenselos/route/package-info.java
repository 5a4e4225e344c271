/**
 * The admin's rules and the decision they lead to. Floor 9: imports route.query and below. Start
 * with {@link no.grenselos.route.Router}.
 */
@NullMarked
package no.grenselos.route;

import org.jspecify.annotations.NullMarked;
