/**
 * What an admin types, one class a command; the only place, with the demo, that writes to the
 * terminal. Imports the application's other packages; Spring only through no.grenselos.app.web.
 * Start with {@link no.grenselos.app.command.RootCommand}.
 */
@NullMarked
package no.grenselos.app.command;

import org.jspecify.annotations.NullMarked;
