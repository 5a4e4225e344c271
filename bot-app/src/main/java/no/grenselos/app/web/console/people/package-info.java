/**
 * The page Topics and experts: who knows what, who can be asked now, and lists and calendars of
 * people. Imports no.grenselos.app.web.console, its desk and its entry forms. Start with {@link
 * no.grenselos.app.web.console.people.PeopleWeb}.
 */
@NullMarked
package no.grenselos.app.web.console.people;

import org.jspecify.annotations.NullMarked;
