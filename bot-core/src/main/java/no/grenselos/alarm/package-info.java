/**
 * How the feeds do, in chat: the admins are told when one is silent beyond what is usual for it,
 * cannot be read, or costs too much; and anybody may ask. Imports work and below. Start with {@link
 * no.grenselos.alarm.FeedAlarms}.
 */
@NullMarked
package no.grenselos.alarm;

import org.jspecify.annotations.NullMarked;
