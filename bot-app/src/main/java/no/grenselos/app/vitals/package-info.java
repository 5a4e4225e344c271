/**
 * How the application's parts are doing since this process started, in figures that it counted or
 * was told itself. Imports bot-core. Start with {@link no.grenselos.app.vitals.Vitals}.
 */
@NullMarked
package no.grenselos.app.vitals;

import org.jspecify.annotations.NullMarked;
