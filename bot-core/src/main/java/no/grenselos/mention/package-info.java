/**
 * One public post that concerns us, and what can happen to it outside. Floor 1: imports config
 * only. Start with {@link no.grenselos.mention.Mention}.
 */
@NullMarked
package no.grenselos.mention;

import org.jspecify.annotations.NullMarked;
