/**
 * The admin's queries as they are written: what they may ask for, and what is refused with which
 * advice. Floor 9: imports lesson and below. Start with {@link
 * no.grenselos.route.query.QueryReader}.
 */
@NullMarked
package no.grenselos.route.query;

import org.jspecify.annotations.NullMarked;
