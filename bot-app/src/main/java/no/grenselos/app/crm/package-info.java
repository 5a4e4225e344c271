/**
 * Calls the house's own system of cases over HTTP. Imports bot-core; nobody but the wiring imports
 * it. Start with {@link no.grenselos.app.crm.CrmWebhook}.
 */
@NullMarked
package no.grenselos.app.crm;

import org.jspecify.annotations.NullMarked;
