package no.grenselos.store.jdbc;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;

/** What differs between SQL engines. Safe for many threads. */
public interface Dialect {
  /** Where this engine's own steps of the schema lie, beside the common ones. */
  String schema();

  /** Column type of a primary key that numbers rows from 1, no number given twice. */
  String identity();

  /** Follows a text column to take it as JSON, for {@code ->>}. */
  String json();

  /** The function that says where in a text another begins, from 1; 0 for nowhere. */
  String position();

  /** Ends a select that holds its rows until the transaction ends. */
  String holding();

  /** Ends a select whose rows nobody may change until the transaction ends; many may read so. */
  String sharing();

  /** Ends a select that holds its rows and leaves out those held by others. */
  String skippingHeld();

  /**
   * Holds what has no row, each of the texts in the array {@code :names} in its order, until the
   * transaction ends; empty where one transaction writes at a time.
   */
  String holdingNames();

  /** Whether the transaction met another one and may work when run again. */
  boolean collided(SQLException failure);

  /** What happened and what to do, for people; without any row's content. */
  String explain(SQLException failure);

  /**
   * Asks for the engine's own time, in milliseconds since 1970; empty where it has no clock but
   * this machine's.
   */
  default Optional<String> time() {
    return Optional.empty();
  }

  /** The file of this machine that holds it; empty where a server does. */
  default Optional<Path> keptIn() {
    return Optional.empty();
  }
}
