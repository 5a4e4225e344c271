/**
 * What people do in the workspace, as the app hears of it: they press, react, write, open and
 * submit. It may import the other packages of {@code slack} and {@code stage}. Start reading at
 * {@link no.grenselos.playground.slack.people.Pressing}.
 */
@NullMarked
package no.grenselos.playground.slack.people;

import org.jspecify.annotations.NullMarked;
