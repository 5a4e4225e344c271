/**
 * The store over SQL, the same for every engine; what differs is in {@link
 * no.grenselos.store.jdbc.Dialect}. Imports bot-core, Jdbi, Flyway and Jackson; only {@code
 * JdbcStore} and {@code Dialect} are public, for the engines' packages. Start with {@link
 * no.grenselos.store.jdbc.JdbcStore}.
 */
@NullMarked
package no.grenselos.store.jdbc;

import org.jspecify.annotations.NullMarked;
