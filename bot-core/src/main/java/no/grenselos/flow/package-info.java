/**
 * The four flows: Incoming and Intake take in, Desk acts, Courier sends, Watch keeps time. Floor
 * 17: imports everything below. Start with {@link no.grenselos.flow.Intake}.
 */
@NullMarked
package no.grenselos.flow;

import org.jspecify.annotations.NullMarked;
