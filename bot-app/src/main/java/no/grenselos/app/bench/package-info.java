/**
 * What {@code grenselos bench} measures, without the terminal. Imports bot-core; the bench of chat
 * also the wiring and the web server. Start with {@link no.grenselos.app.bench.RulesBench}.
 */
@NullMarked
package no.grenselos.app.bench;

import org.jspecify.annotations.NullMarked;
