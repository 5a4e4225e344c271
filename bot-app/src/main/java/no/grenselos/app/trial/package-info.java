/**
 * Tries the rules on a post nobody wrote: what would become of it, and why. Imports
 * no.grenselos.app.config, no.grenselos.app.wiring and bot-core. Start with {@link
 * no.grenselos.app.trial.Trial}.
 */
@NullMarked
package no.grenselos.app.trial;

import org.jspecify.annotations.NullMarked;
