/**
 * How well the product does on labelled sets: rows in, figures out, no files. Imports bot-core.
 * Start with {@link no.grenselos.app.evaluate.ExpertsEvaluation}.
 */
@NullMarked
package no.grenselos.app.evaluate;

import org.jspecify.annotations.NullMarked;
