/**
 * What came of it all, as numbers: for a range of dates, by goal and topic, and about how people
 * fare. Imports work and below. Start with {@link no.grenselos.insight.Report}.
 */
@NullMarked
package no.grenselos.insight;

import org.jspecify.annotations.NullMarked;
