/**
 * The web server: doors for the chat houses' calls, and how we are. The only place, with the demo,
 * that sees Spring; imports no.grenselos.app.wiring. Start with {@link
 * no.grenselos.app.web.WebServer}.
 */
@NullMarked
package no.grenselos.app.web;

import org.jspecify.annotations.NullMarked;
