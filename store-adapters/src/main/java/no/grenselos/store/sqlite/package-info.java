/**
 * The store in one SQLite file, the embedded default: for one process. Imports bot-core, the shared
 * {@code no.grenselos.store.jdbc} and SQLite's driver. Start with {@link
 * no.grenselos.store.sqlite.SqliteStoreProvider}.
 */
@NullMarked
package no.grenselos.store.sqlite;

import org.jspecify.annotations.NullMarked;
