/**
 * Numbers to be shown as a picture, and the port that paints it. Imports nothing of ours. Start
 * with {@link no.grenselos.chart.Chart}.
 */
@NullMarked
package no.grenselos.chart;

import org.jspecify.annotations.NullMarked;
