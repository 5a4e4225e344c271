/**
 * Which topics a post is about, and that it is about none. Floor 4: imports the other parts of
 * reading and below. Start with {@link no.grenselos.reading.topic.LexicalReader}.
 */
@NullMarked
package no.grenselos.reading.topic;

import org.jspecify.annotations.NullMarked;
