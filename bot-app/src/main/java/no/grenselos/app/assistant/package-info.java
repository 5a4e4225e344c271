/**
 * Drafts answers with a language model, where the admin names one; off without. Imports bot-core
 * only, and asks over HTTP. Start with {@link no.grenselos.app.assistant.Assistants}.
 */
@NullMarked
package no.grenselos.app.assistant;

import org.jspecify.annotations.NullMarked;
