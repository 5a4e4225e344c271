/**
 * All that is understood of a post, put together. Floor 6: imports the other parts of reading and
 * below. Start with {@link no.grenselos.reading.whole.WholeReader}.
 */
@NullMarked
package no.grenselos.reading.whole;

import org.jspecify.annotations.NullMarked;
