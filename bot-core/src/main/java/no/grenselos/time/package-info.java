/** How long things last, whatever is done to the machine's clock. Floor 0: imports java only. */
@NullMarked
package no.grenselos.time;

import org.jspecify.annotations.NullMarked;
