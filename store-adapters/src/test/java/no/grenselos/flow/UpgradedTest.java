package no.grenselos.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import no.grenselos.memory.Assistant;
import no.grenselos.store.Opened;
import no.grenselos.store.Store;
import no.grenselos.store.postgres.PostgresServer;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A store of an earlier version, with everything in it that can be done with a post, is opened by
 * this one: every row is there as it was, and the work goes on where it stood.
 */
class UpgradedTest {
  /** The last version before Kafka's table came. */
  private static final String BEFORE = "28";

  /** PostgreSQL goes on counting where the rows that were brought end. */
  private static final String COUNT_ON =
      """
      do $$ declare one record; begin
        for one in select table_name as t, column_name as c from information_schema.columns
            where is_identity = 'YES' and table_schema = current_schema() loop
          execute format('select setval(pg_get_serial_sequence(%L, %L),
              greatest(1, (select max(%I) from %I)))', one.t, one.c, one.c, one.t);
        end loop;
      end $$
      """;

  private static final String HISTORY = "flyway_schema_history";

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"sqlite", "postgres"})
  void everyRowIsThereAfterwardsAndTheWorkGoesOn(String engine) throws Exception {
    Map<String, String> told = settings(engine, "told");
    Map<String, String> old = settings(engine, "old");
    int waiting;
    try (Store store = Opened.store(engine, told)) {
      new PlantedStory(store).told().line.close();
      waiting = (int) (long) store.<Long>read(books -> books.outbox().waiting());
    }
    migrate(engine, old, BEFORE);
    SortedMap<String, List<String>> before;
    try (Connection from = connect(told);
        Connection to = connect(old)) {
      copy(engine, from, to);
      before = rows(to, columns(to));
    }

    try (Store store = Opened.store(engine, old)) {
      assertThat(store.schema().orElseThrow()).isNotEqualTo(BEFORE);
      try (Connection connection = connect(old)) {
        assertThat(rows(connection, columns(before))).isEqualTo(before);
      }
      assertThat(before.values().stream().filter(rows -> !rows.isEmpty()))
          .as("tables with rows")
          .hasSizeGreaterThan(25);
      try (TimeLine line =
          TimeLine.on(store, task -> new Assistant.Draft.None("no"), book -> book)) {
        assertThat(store.<Long>read(books -> books.outbox().waiting())).isEqualTo(waiting);
        line.nextDay().nextDay().nextDay().nextDay().at("09:00");
        line.post("after", "elendig, men etter oppgraderingen");
        line.pass(Duration.ofMinutes(1));
        assertThat(line.card(TimeLine.CARE, "after")).isNotNull();
      }
    }
  }

  private Map<String, String> settings(String engine, String name) throws Exception {
    if (engine.equals("sqlite")) {
      return Map.of("file", folder.resolve(name + ".db").toString());
    }
    return Map.of("url", PostgresServer.newDatabase(name), "user", PostgresServer.USER);
  }

  private static Connection connect(Map<String, String> settings) throws SQLException {
    String file = settings.get("file");
    return file == null
        ? PostgresServer.connect(settings.get("url"))
        : DriverManager.getConnection("jdbc:sqlite:" + file);
  }

  private static void migrate(String engine, Map<String, String> settings, String version) {
    boolean sqlite = engine.equals("sqlite");
    String identity =
        sqlite
            ? "integer primary key autoincrement"
            : "bigint generated always as identity primary key";
    Flyway.configure()
        .dataSource(
            sqlite ? "jdbc:sqlite:" + settings.get("file") : settings.get("url"),
            settings.get("user"),
            null)
        .locations(
            "classpath:no/grenselos/store/jdbc/schema",
            "classpath:no/grenselos/store/" + engine + "/schema")
        .placeholders(Map.of("identity", identity, "json", sqlite ? "" : "::json"))
        .target(version)
        .load()
        .migrate();
  }

  /** What the earlier version has a place for. */
  private static void copy(String engine, Connection from, Connection to) throws SQLException {
    boolean sqlite = engine.equals("sqlite");
    // rows come in the tables' order, whatever refers to what
    if (!sqlite) execute(to, "set session_replication_role = replica");
    to.setAutoCommit(false);
    for (Map.Entry<String, List<String>> table : columns(to).entrySet()) {
      execute(to, "delete from \"" + table.getKey() + "\"");
      copy(from, to, table.getKey(), table.getValue(), sqlite ? "" : "overriding system value ");
    }
    to.commit();
    to.setAutoCommit(true);
    if (!sqlite) execute(to, COUNT_ON);
  }

  private static void copy(
      Connection from, Connection to, String table, List<String> columns, String how)
      throws SQLException {
    String names = String.join(", ", columns.stream().map(name -> "\"" + name + "\"").toList());
    String places = String.join(", ", Collections.nCopies(columns.size(), "?"));
    String insert = "insert into \"%s\" (%s) %svalues (%s)".formatted(table, names, how, places);
    try (Statement look = from.createStatement();
        ResultSet row = look.executeQuery("select %s from \"%s\"".formatted(names, table));
        PreparedStatement write = to.prepareStatement(insert)) {
      while (row.next()) {
        for (int i = 1; i <= columns.size(); i++) write.setObject(i, row.getObject(i));
        write.execute();
      }
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** Of every table but Flyway's own. */
  private static SortedMap<String, List<String>> columns(Connection connection)
      throws SQLException {
    SortedMap<String, List<String>> columns = new TreeMap<>();
    EveryColumn all = new EveryColumn(connection);
    for (String table : all.tables()) {
      if (table.equals(HISTORY) || table.startsWith("sqlite_")) continue;
      columns.put(table, all.columns(table));
    }
    return columns;
  }

  /** The same columns again. */
  private static SortedMap<String, List<String>> columns(SortedMap<String, List<String>> rows) {
    SortedMap<String, List<String>> columns = new TreeMap<>();
    rows.keySet()
        .forEach(key -> {
          String[] parts = key.split(" ", 2);
          columns.put(parts[0], List.of(parts[1].split(",", -1)));
        });
    return columns;
  }

  /** All rows as text, in no order of their own, by table and columns. */
  private static SortedMap<String, List<String>> rows(
      Connection connection, SortedMap<String, List<String>> columns) throws SQLException {
    SortedMap<String, List<String>> all = new TreeMap<>();
    for (Map.Entry<String, List<String>> table : columns.entrySet()) {
      List<String> rows = new ArrayList<>();
      String names = String.join("\", \"", table.getValue());
      try (Statement statement = connection.createStatement();
          ResultSet row =
              statement.executeQuery(
                  "select \"%s\" from \"%s\"".formatted(names, table.getKey()))) {
        while (row.next()) {
          List<String> values = new ArrayList<>();
          for (int i = 1; i <= table.getValue().size(); i++) values.add(row.getString(i));
          rows.add(values.toString());
        }
      }
      Collections.sort(rows);
      all.put(table.getKey() + " " + String.join(",", table.getValue()), rows);
    }
    return all;
  }
}
