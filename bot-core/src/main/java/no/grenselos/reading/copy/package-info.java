/**
 * Which posts are copies of one another: reposts, cut, quoted and slightly changed ones. Floor 3:
 * imports reading and below. Start with {@link no.grenselos.reading.copy.CopyIndex}.
 */
@NullMarked
package no.grenselos.reading.copy;

import org.jspecify.annotations.NullMarked;
