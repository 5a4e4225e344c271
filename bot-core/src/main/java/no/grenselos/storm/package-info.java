/**
 * Many posts at once: incidents, which gather posts on one matter, and pauses, in which nobody is
 * asked. Floor 16: a feature, imports work and below, no other feature. Start with {@link
 * no.grenselos.storm.Storming}.
 */
@NullMarked
package no.grenselos.storm;

import org.jspecify.annotations.NullMarked;
