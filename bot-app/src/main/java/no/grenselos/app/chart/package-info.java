/**
 * Paints charts as pictures, the only place that sees JFreeChart and Batik. Imports bot-core's
 * chart. Start with {@link no.grenselos.app.chart.Charts}.
 */
@NullMarked
package no.grenselos.app.chart;

import org.jspecify.annotations.NullMarked;
