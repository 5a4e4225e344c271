/**
 * Answers to posts: written in a form, with what was said before at hand, warned of what should not
 * go out, and read by a colleague first where that is asked for. Floor 16, a feature: imports work
 * and below, no other feature. Start with {@link no.grenselos.reply.Replying}.
 */
@NullMarked
package no.grenselos.reply;

import org.jspecify.annotations.NullMarked;
