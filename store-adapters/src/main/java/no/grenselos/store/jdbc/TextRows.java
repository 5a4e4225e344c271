package no.grenselos.store.jdbc;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import no.grenselos.ticket.TicketId;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/**
 * Texts in the rows of one table, to be changed where they stand.
 *
 * @param key the column that numbers them
 */
record TextRows(Handle handle, String table, String key) {
  private record Row(long key, Map<String, @Nullable String> texts) {}

  /** Changes those about the ticket. Returns how many rows changed. */
  int about(TicketId ticket, UnaryOperator<String> change, String... columns) {
    return change(query("ticket = :ticket", columns).bind("ticket", ticket.number()), change)
        .size();
  }

  /**
   * Changes those with a mark in one of the columns.
   *
   * @param marked the condition, with {@code %1$s} for the column
   * @return the keys of those that changed
   */
  List<Long> marked(
      UnaryOperator<String> change, String marked, List<String> marks, String... columns) {
    String where =
        Arrays.stream(columns)
            .map(column -> "(" + marked.formatted(column) + ")")
            .collect(Collectors.joining(" or "));
    Query query = query(where, columns);
    if (where.contains(":m0"))
      for (int i = 0; i < marks.size(); i++) query.bind("m" + i, marks.get(i));
    return change(query, change);
  }

  private Query query(String where, String... columns) {
    String all = String.join(", ", columns);
    return handle.createQuery(
        "select %s as row_key, %s from %s where %s order by %s"
            .formatted(key, all, table, where, key));
  }

  private List<Long> change(Query query, UnaryOperator<String> change) {
    List<Row> rows =
        query
            .map((row, context) -> {
              Map<String, @Nullable String> texts = new LinkedHashMap<>();
              for (int i = 2; i <= row.getMetaData().getColumnCount(); i++)
                texts.put(row.getMetaData().getColumnLabel(i), row.getString(i));
              return new Row(row.getLong(1), texts);
            })
            .list();
    List<Long> changed = new ArrayList<>();
    for (Row row : rows) {
      if (changed(row, change)) changed.add(row.key());
    }
    return changed;
  }

  private boolean changed(Row row, UnaryOperator<String> change) {
    Map<String, String> next = new LinkedHashMap<>();
    row.texts()
        .forEach((column, text) -> {
          if (text == null) return;
          String left = change.apply(text);
          if (!left.equals(text)) next.put(column, left);
        });
    if (next.isEmpty()) return false;
    String sets = next.keySet().stream().map(c -> c + " = :" + c).collect(Collectors.joining(", "));
    Update update =
        handle.createUpdate("update %s set %s where %s = :row_key".formatted(table, sets, key));
    next.forEach(update::bind);
    return update.bind("row_key", row.key()).execute() == 1;
  }
}
