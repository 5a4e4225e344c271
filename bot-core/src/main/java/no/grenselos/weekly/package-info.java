/**
 * How it went, in chat: once a week in a channel, and for admins and leads when they ask; numbers
 * in plain words, with a picture. Imports insight and below. Start with {@link
 * no.grenselos.weekly.Weekly} and {@link no.grenselos.weekly.Numbers}.
 */
@NullMarked
package no.grenselos.weekly;

import org.jspecify.annotations.NullMarked;
