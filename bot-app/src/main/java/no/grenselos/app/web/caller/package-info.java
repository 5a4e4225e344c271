/**
 * Who calls, and how often. Imports nothing of ours. Start with {@link
 * no.grenselos.app.web.caller.Caller}.
 */
@NullMarked
package no.grenselos.app.web.caller;

import org.jspecify.annotations.NullMarked;
