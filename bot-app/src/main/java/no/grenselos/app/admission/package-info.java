/**
 * Who may come into the console: what grenselos.yml says of it, whom a login provider's word makes
 * of somebody, and the link for a first start. Imports bot-core only. Start with {@link
 * no.grenselos.app.admission.Admission}.
 */
@NullMarked
package no.grenselos.app.admission;

import org.jspecify.annotations.NullMarked;
