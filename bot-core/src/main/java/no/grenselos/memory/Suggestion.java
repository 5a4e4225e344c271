package no.grenselos.memory;

import no.grenselos.reading.TopicId;
import org.jspecify.annotations.Nullable;

/**
 * A kept text that may serve as an answer to a post. When it was said is {@link Kept#at}.
 *
 * @param likeness above the threshold of {@link Suggestions}, up to 1
 * @param own whether whoever is asked said it
 * @param sameLanguage whether it is in the post's language; both forms of Norwegian are one
 * @param topic the topic it shares with the post; null when it came by its words
 */
public record Suggestion(
    Kept kept, double likeness, boolean own, boolean sameLanguage, @Nullable TopicId topic) {}
