package no.grenselos.store.postgres;

import java.sql.Connection;
import java.sql.Statement;
import java.util.Optional;
import no.grenselos.store.Store;
import no.grenselos.store.StoreContract;
import org.junit.jupiter.api.BeforeAll;

class PostgresStoreTest extends StoreContract {
  private static String url;

  @BeforeAll
  static void makeDatabase() throws Exception {
    url = PostgresServer.newDatabase("contract");
    PostgresStoreProvider.open(url, PostgresServer.USER, Optional.empty(), 1).close();
  }

  @Override
  protected Store open() throws Exception {
    try (Connection connection = PostgresServer.connect(url);
        Statement statement = connection.createStatement()) {
      statement.execute(
          """
          do $$ begin execute (
            select 'truncate ' || string_agg(quote_ident(tablename), ', ') || ' restart identity'
            from pg_tables
            where schemaname = 'public'
              and tablename not in ('flyway_schema_history', 'lesson_count')); end $$
          """);
      statement.execute("update lesson_count set last = 0");
    }
    return PostgresStoreProvider.open(url, PostgresServer.USER, Optional.empty(), 10);
  }
}
