/**
 * The application's first class, which lists the commands. Imports every other package of the
 * application; nobody imports it. Start with {@link no.grenselos.app.Main}.
 */
@NullMarked
package no.grenselos.app;

import org.jspecify.annotations.NullMarked;
