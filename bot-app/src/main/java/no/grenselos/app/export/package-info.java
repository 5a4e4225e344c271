/**
 * Tables as files for other programs. Imports bot-core's insight. Start with {@link
 * no.grenselos.app.export.CsvFile}.
 */
@NullMarked
package no.grenselos.app.export;

import org.jspecify.annotations.NullMarked;
