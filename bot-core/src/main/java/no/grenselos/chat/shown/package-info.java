/**
 * What every house draws alike: text fit to be shown, links that say where they lead, a page in
 * words, what stands in an input at first. Floor 14: imports chat and below; never a platform, and
 * only the houses' adapters import it. Start with {@link no.grenselos.chat.shown.ShownText}.
 */
@NullMarked
package no.grenselos.chat.shown;

import org.jspecify.annotations.NullMarked;
