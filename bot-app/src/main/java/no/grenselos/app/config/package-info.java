/**
 * The admin's files as the application uses them; the only place that sees YAML. Imports bot-core's
 * domain and ports, never a flow or an adapter. Start with {@link
 * no.grenselos.app.config.Configuration}.
 */
@NullMarked
package no.grenselos.app.config;

import org.jspecify.annotations.NullMarked;
