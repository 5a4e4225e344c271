package no.grenselos.store.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One row of a result, read by our types. */
record Columns(ResultSet row) {
  String text(String column) throws SQLException {
    return row.getString(column);
  }

  @Nullable String textOrNull(String column) throws SQLException {
    return row.getString(column);
  }

  long number(String column) throws SQLException {
    return row.getLong(column);
  }

  int count(String column) throws SQLException {
    return row.getInt(column);
  }

  boolean flag(String column) throws SQLException {
    return row.getInt(column) != 0;
  }

  @Nullable Long numberOrNull(String column) throws SQLException {
    long number = row.getLong(column);
    return row.wasNull() ? null : number;
  }

  Instant moment(String column) throws SQLException {
    return Instant.ofEpochMilli(row.getLong(column));
  }

  @Nullable Instant momentOrNull(String column) throws SQLException {
    Long millis = numberOrNull(column);
    return millis == null ? null : Instant.ofEpochMilli(millis);
  }

  <T> T json(Class<T> type, String column) throws SQLException {
    return Json.read(type, text(column));
  }
}
