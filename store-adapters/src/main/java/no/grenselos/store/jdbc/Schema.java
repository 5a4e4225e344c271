package no.grenselos.store.jdbc;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.Map;
import javax.sql.DataSource;
import no.grenselos.store.StoreException;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
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
      String text = failure == null ? "the schema cannot be used" : dialect.explain(failure);
      throw new StoreException(text, failure == null ? e : failure);
    }
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
