package no.grenselos.store.postgres;

import java.sql.SQLException;
import java.util.Optional;
import no.grenselos.store.jdbc.Dialect;

/** PostgreSQL at READ COMMITTED: rows are held where two transactions might miss each other. */
record PostgresDialect(String server) implements Dialect {
  @Override
  public String schema() {
    return "classpath:no/grenselos/store/postgres/schema";
  }

  @Override
  public String identity() {
    return "bigint generated always as identity primary key";
  }

  @Override
  public String json() {
    return "::json";
  }

  @Override
  public String position() {
    return "strpos";
  }

  @Override
  public String holding() {
    return " for update";
  }

  @Override
  public String sharing() {
    return " for share";
  }

  @Override
  public String skippingHeld() {
    return " for update skip locked";
  }

  /** Two names of one hash only wait for each other. */
  @Override
  public String holdingNames() {
    return "select pg_advisory_xact_lock(hashtextextended(name, 0)) from unnest(:names) as name";
  }

  @Override
  public Optional<String> time() {
    return Optional.of("select cast(extract(epoch from clock_timestamp()) * 1000 as bigint)");
  }

  /**
   * Serialization failure, deadlock, and a unique key met outside of ON CONFLICT, which only a race
   * can do (postgresql.org/docs, Appendix A).
   */
  @Override
  public boolean collided(SQLException failure) {
    return switch (state(failure)) {
      case "40001", "40P01", "23505" -> true;
      default -> false;
    };
  }

  @Override
  public String explain(SQLException failure) {
    String state = state(failure);
    String where = "PostgreSQL at " + server;
    return switch (state) {
      case "53100" -> "the disk of " + where + " is full; free some space";
      case "53300" -> where + " has too many connections; raise max_connections or lower ours";
      case "55P03", "57014" -> where + " took too long; look for a transaction that blocks others";
      case "25006" -> where + " takes no changes now (read-only work, or a standby server)";
      case "3D000" -> "the database of " + where + " does not exist; create it";
      case "42501" -> where + " does not let our user do this; grant it all rights on its schema";
      default -> byClass(state, where);
    };
  }

  private static String byClass(String state, String where) {
    String kind = state.substring(0, Math.min(2, state.length()));
    return switch (kind) {
      case "" -> where + " had no free connection in time; raise connections, or look at its load";
      case "08", "57" -> where + " cannot be reached; check that it runs. We try again";
      case "28" -> where + " refused user or password; check user and GRENSELOS_DB_PASSWORD";
      case "40" -> where + " gave way to another transaction several times";
      default -> where + " refused (SQLSTATE " + state + ")";
    };
  }

  private static String state(SQLException failure) {
    String state = failure.getSQLState();
    return state == null ? "" : state;
  }
}
