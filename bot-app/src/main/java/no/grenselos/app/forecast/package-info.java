/**
 * A dry run from the command line: opens what it needs beside the nodes that run, and writes the
 * report for people and programs. Imports bot-core, config and wiring. Start with {@link
 * no.grenselos.app.forecast.Tryout}.
 */
@NullMarked
package no.grenselos.app.forecast;

import org.jspecify.annotations.NullMarked;
