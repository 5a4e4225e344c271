/**
 * What the pages that change the rule book share: its newest revision, and how the next is made.
 * Imports no.grenselos.app.web.console and revise. Start with {@link
 * no.grenselos.app.web.console.desk.RuleDesk}.
 */
@NullMarked
package no.grenselos.app.web.console.desk;

import org.jspecify.annotations.NullMarked;
