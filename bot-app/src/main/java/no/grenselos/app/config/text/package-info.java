/**
 * Changes YAML where it stands, so that everything else stays as somebody wrote it; and compares
 * and merges texts line by line. Imports bot-core's config and revise. Start with {@link
 * no.grenselos.app.config.text.ListText}.
 */
@NullMarked
package no.grenselos.app.config.text;

import org.jspecify.annotations.NullMarked;
