/**
 * The pages for people in a browser: who may see them, how they look, and what each shows. A page
 * is one controller, one template in templates/console, its phrases in no/grenselos/console and one
 * entry in {@link no.grenselos.app.web.console.ConsolePage}. Start with {@link
 * no.grenselos.app.web.console.Console}.
 */
@NullMarked
package no.grenselos.app.web.console;

import org.jspecify.annotations.NullMarked;
