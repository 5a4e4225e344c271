/**
 * What somebody outside may be given of what is kept of them. Imports the domain and its ports;
 * start with {@link no.grenselos.app.privacy.AuthorExport}.
 */
@NullMarked
package no.grenselos.app.privacy;

import org.jspecify.annotations.NullMarked;
