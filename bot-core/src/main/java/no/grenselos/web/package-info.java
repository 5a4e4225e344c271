/**
 * The small neutral form in which HTTP calls from outside reach an adapter, and which addresses are
 * outside. Floor 0: imports nothing of ours. Start with {@link no.grenselos.web.Webhook}.
 */
@NullMarked
package no.grenselos.web;

import org.jspecify.annotations.NullMarked;
