package no.grenselos.insight;

import java.util.List;

/**
 * Numbers as people read them: one table an export.
 *
 * @param key lower-case letters, as in a file's name
 * @param head one a column
 */
public record Table(String key, String title, List<String> head, List<List<Cell>> rows) {
  public Table {
    head = List.copyOf(head);
    rows = rows.stream().map(List::copyOf).toList();
    for (List<Cell> row : rows) {
      if (row.size() != head.size())
        throw new IllegalArgumentException(
            key + " has a row of " + row.size() + " cells for " + head.size() + " columns");
    }
  }
}
