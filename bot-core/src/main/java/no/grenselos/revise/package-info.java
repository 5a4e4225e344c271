/**
 * Changes the rule book: reads it as entries that a form can fill, tries a change, and keeps it as
 * the next revision unless somebody was faster. Imports config, route and store. Start with {@link
 * no.grenselos.revise.Revising}.
 */
@NullMarked
package no.grenselos.revise;

import org.jspecify.annotations.NullMarked;
