package no.grenselos.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import no.grenselos.store.Opened;
import no.grenselos.store.postgres.PostgresServer;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A store of before insights is counted too, as far as it knows. */
class TallyBackfillTest {
  private static final String HOSTILE = "\\u0000 \\uD83D ' </script> \\\"kind\\\":\\\"RESHARE\\\"";

  private static final String HOSTILE_DECISION =
      "{\"type\":\"Queue\",\"terms\":{\"goal\":\"SELL\"},\"words\":\"" + HOSTILE + "\"}";

  @TempDir Path folder;

  @Test
  void sqliteCountsWhatCameBefore() throws Exception {
    String url = "jdbc:sqlite:" + folder.resolve("store.db");
    before(url, "", Map.of("identity", "integer primary key autoincrement", "json", ""), "sqlite");
    try (Connection connection = DriverManager.getConnection(url)) {
      fill(connection);
    }

    Opened.store("sqlite", Map.of("file", folder.resolve("store.db").toString())).close();

    try (Connection connection = DriverManager.getConnection(url)) {
      assertThat(tally(connection)).isEqualTo(COUNTED);
    }
  }

  @Test
  void postgresCountsWhatCameBefore() throws Exception {
    String url = PostgresServer.newDatabase("backfill");
    String identity = "bigint generated always as identity primary key";
    before(url, PostgresServer.USER, Map.of("identity", identity, "json", "::json"), "postgres");
    try (Connection connection = PostgresServer.connect(url)) {
      fill(connection);
    }

    Opened.store("postgres", Map.of("url", url, "user", PostgresServer.USER)).close();

    try (Connection connection = PostgresServer.connect(url)) {
      assertThat(tally(connection)).isEqualTo(COUNTED);
    }
  }

  private static final List<String> COUNTED =
      List.of(
          "m:1 100 SELL pumps T MERGED 900 null null",
          "m:2 200 CUT_COSTS bills T  null 260 ana",
          "m:3 300 REPUTATION bills null  null null null",
          "m:4 400   null  null null null");

  private static void before(
      String url, String user, Map<String, String> placeholders, String engine) {
    Flyway.configure()
        .dataSource(url, user.isEmpty() ? null : user, null)
        .locations(
            "classpath:no/grenselos/store/jdbc/schema",
            "classpath:no/grenselos/store/" + engine + "/schema")
        .placeholders(placeholders)
        .target("10")
        .load()
        .migrate();
  }

  private static void fill(Connection connection) throws SQLException {
    String asked = decision("Ask", "'topic': {'id': 'pumps'}, 'terms': {'goal': 'SELL'}");
    mention(connection, 1, "m:1", "POST", "[]", asked);
    mention(connection, 2, "m:1", "POST", "[]", decision("Drop", "'reason': 'x'"));
    String topics = "[{'topic': {'id': 'bills'}, 'score': 0.5}]".replace('\'', '"');
    mention(connection, 3, "m:2", "REPLY", topics, decision("Queue", "'terms': {'goal': null}"));
    String queued = decision("Queue", "'terms': {'goal': 'REPUTATION'}");
    mention(connection, 4, "m:3", "POST", topics, queued);
    mention(connection, 5, "m:4", "POST", "[]", HOSTILE_DECISION);
    mention(connection, 6, "m:5", "RESHARE", topics, queued);
    try (Statement statement = connection.createStatement()) {
      statement.execute(ticket("m:1", "'pumps'", "SELL", "Closed", "'reason':'MERGED'", "900"));
      statement.execute(ticket("m:2", "null", "CUT_COSTS", "Answered", "'x': 1", "null"));
      statement.execute(
          """
          insert into answered (ticket, who, words, answered_at, conversation)
          select id, 'ana', '{}', 260, 'c' from ticket where mention = 'm:2'
          """);
    }
  }

  private static String decision(String type, String rest) {
    return "{'type': '%s', %s}".formatted(type, rest).replace('\'', '"');
  }

  private static void mention(
      Connection connection, int nth, String id, String kind, String topics, String decision)
      throws SQLException {
    String insert =
        """
        insert into mention (mention, revision, post, reading, decision, received_at, link)
        values (?, ?, ?, ?, ?, ?, 'https://x.example')
        """;
    try (PreparedStatement statement = connection.prepareStatement(insert)) {
      statement.setString(1, id);
      statement.setString(2, "r" + nth);
      statement.setString(3, "{\"kind\":\"" + kind + "\",\"text\":\"" + HOSTILE + "\"}");
      statement.setString(4, "{\"topics\": " + topics + "}");
      statement.setString(5, decision);
      // of two revisions the first counts
      statement.setLong(6, 100L * Integer.parseInt(id.substring(2)) + (nth == 2 ? 7 : 0));
      statement.execute();
    }
  }

  private static String ticket(
      String mention, String topic, String goal, String standing, String state, String promised) {
    return """
    insert into ticket (mention, lane, topic, terms, because, state, opened_at, promised_at,
        version, standing)
    values ('%s', 'EXPERT', %s, '{"goal": "%s", "channel": "#c"}', '{}', '{"type": "%s", %s}', 0, %s, 0, '%s')
    """
        .formatted(mention, topic, goal, standing, state.replace('\'', '"'), promised, standing);
  }

  private static List<String> tally(Connection connection) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select * from tally order by post")) {
      while (row.next()) {
        String ticket = row.getString("ticket") == null ? "null" : "T";
        rows.add(
            String.join(
                " ",
                row.getString("post"),
                row.getString("came_at"),
                row.getString("goal"),
                row.getString("topic"),
                ticket,
                row.getString("fate"),
                String.valueOf((Object) row.getString("promised_at")),
                String.valueOf((Object) row.getString("answered_at")),
                String.valueOf((Object) row.getString("who"))));
      }
    }
    return rows;
  }
}
