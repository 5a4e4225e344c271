/**
 * What {@code grenselos bench} measures, without the terminal. Imports bot-core only. Start with
 * {@link no.grenselos.app.bench.RulesBench}.
 */
@NullMarked
package no.grenselos.app.bench;

import org.jspecify.annotations.NullMarked;
