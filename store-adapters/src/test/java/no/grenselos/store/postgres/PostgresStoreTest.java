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
          truncate queue, seen, feed_cursor, mention, erased, reshare, ticket, offer, placement, answer,
              mute, rule_book, audit, lesson, timer, storm_post, incident, pause, pause_held, answered,
              thank, waiting, digest restart identity
          """);
      statement.execute("update lesson_count set last = 0");
    }
    return PostgresStoreProvider.open(url, PostgresServer.USER, Optional.empty(), 10);
  }
}
