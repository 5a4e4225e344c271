/**
 * Ports to what is kept: inbox, outbox, tickets and the rest, written together or not at all. Floor
 * 14: imports chat and below. Start with {@link no.grenselos.store.Store}.
 */
@NullMarked
package no.grenselos.store;

import org.jspecify.annotations.NullMarked;
