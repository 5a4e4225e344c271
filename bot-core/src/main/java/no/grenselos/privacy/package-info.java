/**
 * What the law asks of a house that keeps posts: they go when their time is over, when their author
 * asks for it, and the author can see what is kept. Imports the floors below and {@code work};
 * start with {@link no.grenselos.privacy.Tidying} and {@link no.grenselos.privacy.Forgetting}.
 */
@NullMarked
package no.grenselos.privacy;

import org.jspecify.annotations.NullMarked;
