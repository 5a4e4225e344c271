package no.grenselos.flow;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.flywaydb.core.Flyway;

/**
 * A store as an earlier version left it: that version's own migrations, and the rows of a store of
 * today as far as it had a place for them.
 *
 * @param address of JDBC; either engine's, PostgreSQL's with the user {@code postgres}
 */
public record EarlierSchema(String address) {
  /** The last version before Kafka's table came. */
  public static final String BEFORE = "28";

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
  private static final String USER = "postgres";

  /** Makes it, where nothing is yet, with the rows of that store, which must not be at work. */
  public void takeFrom(String store) throws SQLException {
    migrate();
    try (Connection from = connect(store);
        Connection to = connect()) {
      // rows come in the tables' order, whatever refers to what
      if (!sqlite()) execute(to, "set session_replication_role = replica");
      to.setAutoCommit(false);
      for (Map.Entry<String, List<String>> table : columns(to).entrySet()) {
        execute(to, "delete from \"" + table.getKey() + "\"");
        copy(from, to, table.getKey(), table.getValue());
      }
      to.commit();
      to.setAutoCommit(true);
      if (!sqlite()) execute(to, COUNT_ON);
    }
  }

  private void migrate() {
    String identity =
        sqlite()
            ? "integer primary key autoincrement"
            : "bigint generated always as identity primary key";
    Flyway.configure()
        .dataSource(address, sqlite() ? null : USER, null)
        .locations(
            "classpath:no/grenselos/store/jdbc/schema",
            "classpath:no/grenselos/store/" + (sqlite() ? "sqlite" : "postgres") + "/schema")
        .placeholders(Map.of("identity", identity, "json", sqlite() ? "" : "::json"))
        .target(BEFORE)
        .load()
        .migrate();
  }

  private boolean sqlite() {
    return address.startsWith("jdbc:sqlite:");
  }

  private void copy(Connection from, Connection to, String table, List<String> columns)
      throws SQLException {
    String names = String.join(", ", columns.stream().map(name -> "\"" + name + "\"").toList());
    String places = String.join(", ", Collections.nCopies(columns.size(), "?"));
    String how = sqlite() ? "" : "overriding system value ";
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

  private Connection connect() throws SQLException {
    return connect(address);
  }

  private static Connection connect(String address) throws SQLException {
    return address.startsWith("jdbc:sqlite:")
        ? DriverManager.getConnection(address)
        : DriverManager.getConnection(address, USER, "");
  }

  /** The number of the last migration that was run on it. */
  public String version() throws SQLException {
    String newest = "select version from \"%s\" order by installed_rank desc".formatted(HISTORY);
    try (Connection connection = connect();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(newest)) {
      return row.next() ? row.getString(1) : "none";
    }
  }

  /** What it has, of every table but Flyway's own. */
  SortedMap<String, List<String>> columns() throws SQLException {
    try (Connection connection = connect()) {
      return columns(connection);
    }
  }

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

  /** All rows as text, in no order of their own, by table. */
  SortedMap<String, List<String>> rows(SortedMap<String, List<String>> columns)
      throws SQLException {
    SortedMap<String, List<String>> all = new TreeMap<>();
    try (Connection connection = connect()) {
      for (Map.Entry<String, List<String>> table : columns.entrySet()) {
        all.put(table.getKey(), rows(connection, table.getKey(), table.getValue()));
      }
    }
    return all;
  }

  private static List<String> rows(Connection connection, String table, List<String> columns)
      throws SQLException {
    List<String> rows = new ArrayList<>();
    String all = "select \"%s\" from \"%s\"".formatted(String.join("\", \"", columns), table);
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(all)) {
      while (row.next()) {
        List<String> values = new ArrayList<>();
        for (int i = 1; i <= columns.size(); i++) values.add(row.getString(i));
        rows.add(values.toString());
      }
    }
    Collections.sort(rows);
    return rows;
  }
}
