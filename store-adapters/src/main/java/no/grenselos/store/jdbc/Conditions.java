package no.grenselos.store.jdbc;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/**
 * What rows must fit, all of it, each condition beside the value it is about. The conditions and
 * the columns are ours; what people look for is bound, and never stands in the text.
 */
final class Conditions {
  private final List<String> all = new ArrayList<>();
  private final Map<String, Object> values = new LinkedHashMap<>();

  /**
   * @param condition has the value as {@code :name}
   * @param value null for no condition
   */
  Conditions and(String condition, String name, @Nullable Object value) {
    if (value == null) return this;
    all.add(condition);
    values.put(name, value);
    return this;
  }

  /** Any will do when the value is null or empty. */
  Conditions is(String column, @Nullable String value) {
    return value == null || value.isEmpty() ? this : and(column + " = :" + column, column, value);
  }

  /** Any will do when none is wanted. */
  Conditions isOneOf(String column, Collection<String> wanted) {
    if (wanted.isEmpty()) return this;
    List<String> names = new ArrayList<>();
    for (String one : wanted) {
      String name = column + names.size();
      names.add(":" + name);
      values.put(name, one);
    }
    all.add(column + " in (" + String.join(", ", names) + ")");
    return this;
  }

  /** Any will do when the beginning is empty. */
  Conditions beginsWith(String column, String beginning) {
    if (beginning.isEmpty()) return this;
    values.put("length", beginning.codePointCount(0, beginning.length()));
    return and("substr(" + column + ", 1, :length) = :" + column, column, beginning);
  }

  /** Then or later, and earlier than the other; null for no bound. */
  Conditions within(String column, @Nullable Instant from, @Nullable Instant before) {
    return and(column + " >= :from", "from", Millis.orNull(from))
        .and(column + " < :before", "before", Millis.orNull(before));
  }

  /** The rows that fit. */
  Query query(Handle handle, String select, String rest) {
    String where = all.isEmpty() ? "" : " where " + String.join(" and ", all);
    return handle.createQuery(select + where + " " + rest).bindMap(values);
  }
}
