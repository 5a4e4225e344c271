/**
 * The demo: a play of our own on the playground, with the application as it always is. May import
 * the whole application and the playground; nobody imports it but the list of commands. Start with
 * {@link no.grenselos.app.demo.DemoCommand}.
 */
@NullMarked
package no.grenselos.app.demo;

import org.jspecify.annotations.NullMarked;
