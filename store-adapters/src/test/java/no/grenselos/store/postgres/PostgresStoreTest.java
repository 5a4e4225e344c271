package no.grenselos.store.postgres;

import java.sql.Connection;
import java.sql.Statement;
import no.grenselos.store.Store;
import no.grenselos.store.StoreContract;
import org.junit.jupiter.api.BeforeAll;

class PostgresStoreTest extends StoreContract {
  private static String url;

  @BeforeAll
  static void makeDatabase() throws Exception {
    url = PostgresServer.newDatabase("contract");
    PostgresServer.open(url, 1).close();
  }

  @Override
  protected Store open() throws Exception {
    try (Connection connection = PostgresServer.connect(url);
        Statement statement = connection.createStatement()) {
      // whatever tables there are; those that count keep their one row
      statement.execute(
          """
          do $$ declare names text; begin
            select string_agg(quote_ident(tablename), ', ') into names from pg_tables
              where schemaname = current_schema() and tablename not like 'flyway%'
                and tablename not like '%\\_count';
            execute 'truncate ' || names || ' restart identity cascade';
          end $$
          """);
      statement.execute("update lesson_count set last = 0");
      statement.execute("update profile_count set last = 0");
    }
    return PostgresServer.open(url, 10);
  }
}
