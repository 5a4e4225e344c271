package no.grenselos.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import no.grenselos.store.Opened;
import no.grenselos.store.postgres.PostgresServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With 50,000 waiting entries the next ones are found through an index, without sorting. */
class QueueIndexTest {
  private static final String DUE =
      QueueLease.DUE.replace(":name", "'outbox'").replace(":now", "60000").replace(":most", "10");
  private static final String NEXT =
      QueueHead.NEXT.replace(":name", "'outbox'").replace(":group", "'g7'");
  private static final String HEAD =
      "select id, stage from queue where name = 'outbox' and grp = 'g7' and head = 1";
  private static final String KEY =
      "select id from queue where "
          + JdbcQueue.KEYED.replace(":name", "'outbox'").replace(":key", "'k7'");
  private static final String WAITING = JdbcQueue.WAITING.replace(":name", "'outbox'");
  private static final String WAKING =
      JdbcTickets.DUE.replace(":now", "60000").replace(":most", "10");

  private static final String CARE =
      "select * from ticket where" + JdbcCareQueue.IN_HAND.replace(":channel", "'#care'");

  private static final String CONVERSATION =
      JdbcCareQueue.IN_CONVERSATION.replace(":customer", "'kari'").replace(":conversation", "'c7'");

  /** 50,000 entries in {@code groups} groups; the first of each is its head. */
  private static String entries(String numbers, int groups) {
    return """
    insert into queue (name, key, grp, what, content, received_at, stage, head, due_at,
        leased_at, lease, attempts, unsure, version, reason)
    select 'outbox', 'k' || n, 'g' || (n %% %1$d), 'Show', '{}', n, 0,
        case when n < %1$d then 1 else 0 end, n, 0, '', 0, 0, 1, ''
    from %2$s
    """
        .formatted(groups, numbers);
  }

  @TempDir Path folder;

  @Test
  void sqliteFindsTheNextThroughAnIndex() throws Exception {
    String file = folder.resolve("store.db").toString();
    Opened.store("sqlite", Map.of("file", file)).close();
    String numbers =
        "(with recursive c(n) as (select 0 union all select n + 1 from c where n < 49999)"
            + " select n from c)";
    for (int groups : new int[] {20, 50_000}) {
      try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
        execute(connection, "delete from queue");
        execute(connection, entries(numbers, groups));

        for (String query : new String[] {DUE, NEXT, HEAD, KEY, WAITING}) {
          // as in use: nobody runs ANALYZE there
          assertThat(plan(connection, "explain query plan " + query, 4))
              .as(query)
              .contains(" USING ", "INDEX ")
              .doesNotContain("TEMP B-TREE")
              .doesNotContain("SCAN queue");
        }
        assertThat(plan(connection, "explain query plan " + WAKING, 4)).contains("ticket_wake");
        assertThat(plan(connection, "explain query plan " + CARE, 4)).contains("ticket_queue");
        assertThat(plan(connection, "explain query plan " + CONVERSATION, 4))
            .contains("ticket_conversation")
            .doesNotContain("TEMP B-TREE");
      }
    }
  }

  @Test
  void postgresFindsTheNextThroughAnIndex() throws Exception {
    String url = PostgresServer.newDatabase("plans");
    Opened.store("postgres", Map.of("url", url, "user", PostgresServer.USER)).close();
    for (int groups : new int[] {20, 50_000}) {
      try (Connection connection = PostgresServer.connect(url)) {
        execute(connection, "delete from queue");
        execute(connection, entries("generate_series(0, 49999) as n", groups));
        execute(connection, "analyze queue");

        assertThat(plan(connection, "explain " + DUE + " for update skip locked", 1))
            .contains("Index Scan using queue_due")
            .doesNotContain("Sort")
            .doesNotContain("Seq Scan");
        assertThat(plan(connection, "explain " + HEAD + " for update", 1))
            .contains("queue_head")
            .doesNotContain("Seq Scan");
        assertThat(plan(connection, "explain " + NEXT, 1))
            .contains("Index")
            .doesNotContain("Seq Scan");
      }
    }
  }

  /** As when the last of a burst is being handled, and PostgreSQL counts just then. */
  @Test
  void postgresFindsTheHeadThroughItsIndexWhereNearlyAllWasDeletedBeforeItCounted()
      throws Exception {
    String url = PostgresServer.newDatabase("emptied");
    Opened.store("postgres", Map.of("url", url, "user", PostgresServer.USER)).close();
    for (int left : new int[] {0, 1, 600}) {
      try (Connection connection = PostgresServer.connect(url)) {
        execute(connection, "set enable_seqscan = off");
        execute(connection, "delete from queue");
        execute(connection, entries("generate_series(0, 49999) as n", 50_000));
        execute(connection, "delete from queue where received_at < 50000 - " + left);
        execute(connection, "analyze queue");

        assertThat(plan(connection, "explain " + HEAD + " for update", 1)).contains(" queue_head ");
        assertThat(plan(connection, "explain " + DUE + " for update skip locked", 1))
            .contains(" queue_due ");
        assertThat(plan(connection, "explain " + NEXT, 1)).contains(" queue_order ");
        assertThat(plan(connection, "explain " + KEY, 1)).contains(" queue_key ");
      }
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String plan(Connection connection, String explain, int column)
      throws SQLException {
    StringBuilder plan = new StringBuilder();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(explain)) {
      while (rows.next()) plan.append(rows.getString(column)).append('\n');
    }
    return plan.toString();
  }
}
