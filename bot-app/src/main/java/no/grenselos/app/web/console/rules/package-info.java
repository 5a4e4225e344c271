/**
 * The page Rules: routes and silences in words, the editor of the files, the history, and what can
 * be tried on a draft. Imports no.grenselos.app.web.console, its desk and its entry forms. Start
 * with {@link no.grenselos.app.web.console.rules.RulesWeb}.
 */
@NullMarked
package no.grenselos.app.web.console.rules;

import org.jspecify.annotations.NullMarked;
