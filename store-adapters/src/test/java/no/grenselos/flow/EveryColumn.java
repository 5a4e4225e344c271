package no.grenselos.flow;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Looks for words in every column of every table that the database itself says it has. */
record EveryColumn(Connection connection) {
  /** Which words stand where, by table and column. */
  SortedMap<String, TreeSet<String>> with(List<String> words) throws SQLException {
    SortedMap<String, TreeSet<String>> found = new TreeMap<>();
    for (String table : tables()) {
      for (String column : columns(table)) look(table, column, words, found);
    }
    return found;
  }

  List<String> tables() throws SQLException {
    List<String> tables = new ArrayList<>();
    DatabaseMetaData catalogue = connection.getMetaData();
    try (ResultSet rows =
        catalogue.getTables(null, connection.getSchema(), "%", new String[] {"TABLE"})) {
      while (rows.next()) tables.add(rows.getString("TABLE_NAME"));
    }
    return tables;
  }

  List<String> columns(String table) throws SQLException {
    List<String> columns = new ArrayList<>();
    try (ResultSet rows =
        connection.getMetaData().getColumns(null, connection.getSchema(), table, "%")) {
      while (rows.next()) columns.add(rows.getString("COLUMN_NAME"));
    }
    return columns;
  }

  private void look(
      String table, String column, List<String> words, SortedMap<String, TreeSet<String>> found)
      throws SQLException {
    String all = "select cast(\"%s\" as text) from \"%s\"".formatted(column, table);
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(all)) {
      while (rows.next()) {
        String text = rows.getString(1);
        if (text == null) continue;
        for (String word : words) {
          if (!text.toLowerCase(Locale.ROOT).contains(word.toLowerCase(Locale.ROOT))) continue;
          found.computeIfAbsent(table + "." + column, place -> new TreeSet<>()).add(word);
        }
      }
    }
  }
}
