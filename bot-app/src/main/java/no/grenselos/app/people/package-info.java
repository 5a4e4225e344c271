/**
 * Reads lists of people from files, and tells of people in text and JSON. Imports app.config and
 * bot-core; only the commands import it. Start with {@link no.grenselos.app.people.ListFile}.
 */
@NullMarked
package no.grenselos.app.people;

import org.jspecify.annotations.NullMarked;
