/**
 * The store in PostgreSQL, for several processes at once. Imports bot-core, the shared {@code
 * no.grenselos.store.jdbc} and PostgreSQL's driver. Start with {@link
 * no.grenselos.store.postgres.PostgresStoreProvider}.
 */
@NullMarked
package no.grenselos.store.postgres;

import org.jspecify.annotations.NullMarked;
