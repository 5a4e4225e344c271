/**
 * Forms for one entry of the rule book: a route, a silence, a topic, an expert, a team, somebody to
 * be left alone. What a form does not show stays as it was written. Imports
 * no.grenselos.app.web.console and its desk. Start with {@link
 * no.grenselos.app.web.console.entry.EntryController}.
 */
@NullMarked
package no.grenselos.app.web.console.entry;

import org.jspecify.annotations.NullMarked;
