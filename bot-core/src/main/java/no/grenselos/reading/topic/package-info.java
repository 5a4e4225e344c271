/**
 * Which topics a post is about, and that it is about none. Floor 5: imports meanings and below.
 * Start with {@link no.grenselos.reading.topic.TopicModel}.
 */
@NullMarked
package no.grenselos.reading.topic;

import org.jspecify.annotations.NullMarked;
