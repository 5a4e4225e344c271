package no.grenselos.store.jdbc;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import no.grenselos.store.StoreException;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationVersion;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Brings the tables up to this version's; refuses tables of a newer one. */
final class Schema {
  private Schema() {}

  static void bringUpToDate(DataSource source, Dialect dialect) {
    try {
      Flyway flyway =
          Flyway.configure()
              .dataSource(source)
              .locations("classpath:no/grenselos/store/jdbc/schema", dialect.schema())
              .placeholders(Map.of("identity", dialect.identity(), "json", dialect.json()))
              .load();
      refuseNewer(flyway);
      flyway.migrate();
    } catch (FlywayException e) {
      SQLException failure = Failures.in(e);
      String text =
          failure == null
              ? "the schema cannot be used: " + e.getMessage()
              : dialect.explain(failure);
      throw new StoreException(text, failure == null ? e : failure);
    }
  }

  /** The newest version, as the tables themselves say. */
  static Optional<String> version(Handle handle) {
    return handle
        .createQuery("SELECT version FROM flyway_schema_history WHERE success AND version <> ''")
        .mapTo(String.class)
        .stream()
        // by number: 10 comes after 9
        .map(MigrationVersion::fromVersion)
        .max(Comparator.naturalOrder())
        .map(MigrationVersion::getVersion);
  }

  private static void refuseNewer(Flyway flyway) {
    @Nullable MigrationInfo current = flyway.info().current();
    if (current == null) return;
    boolean known =
        Arrays.stream(flyway.info().all())
            .anyMatch(
                m -> m.getState().isResolved() && m.getVersion().equals(current.getVersion()));
    if (!known) {
      throw new StoreException(
          "the store was written by a newer Grenselos (schema version "
              + current.getVersion()
              + "); start that version, or restore a backup made before it");
    }
  }
}
