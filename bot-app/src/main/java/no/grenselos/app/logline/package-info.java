/**
 * How a line of the log is written: one line whatever it holds, and nobody's words. Named in
 * logback.xml; imports the store's exceptions only. Start with {@link
 * no.grenselos.app.logline.Frames}.
 */
@NullMarked
package no.grenselos.app.logline;

import org.jspecify.annotations.NullMarked;
