/**
 * Puts the installed adapters, the store, the rules and the flows together. Imports
 * no.grenselos.app.config and bot-core; no adapter, no web framework. Start with {@link
 * no.grenselos.app.wiring.Grenselos}.
 */
@NullMarked
package no.grenselos.app.wiring;

import org.jspecify.annotations.NullMarked;
