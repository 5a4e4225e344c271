package no.grenselos.app.people;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import no.grenselos.config.Node;
import no.grenselos.config.Problems;
import no.grenselos.people.Sheet;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Reads a table with a heading: cells parted by comma, semicolon or tab, whichever the heading has
 * most of, or as {@code sep=;} says.
 */
final class CsvRows {
  private final Problems problems;
  private final Set<String> houses;

  CsvRows(Set<String> houses, Problems problems) {
    this.problems = problems;
    this.houses = houses;
  }

  List<Node.Mapping> read(String text) {
    // spreadsheets may say so in a line of their own, which is no row
    boolean said = text.regionMatches(true, 0, "sep=", 0, 4) && text.length() > 4;
    int begin = said ? text.indexOf('\n') + 1 : 0;
    if (said && begin == 0) return List.of();
    String table = text.substring(begin);
    char separator = said ? text.charAt(4) : separator(table.lines().findFirst().orElse(""));
    try (CSVParser parser = format(separator).parse(new StringReader(table))) {
      return rows(parser, said ? 1 : 0);
    } catch (IOException | UncheckedIOException | IllegalStateException e) {
      problems.add(0, "", "is no table: a quotation mark stands where none can, or is not closed");
      return List.of();
    }
  }

  private static CSVFormat format(char separator) {
    return CSVFormat.DEFAULT
        .builder()
        .setDelimiter(separator)
        .setIgnoreEmptyLines(false)
        .setTrim(true)
        .get();
  }

  private static char separator(String heading) {
    return Stream.of(';', '\t', ',')
        .max((a, b) -> Long.compare(count(heading, a), count(heading, b)))
        .orElse(',');
  }

  private static long count(String text, char sought) {
    return text.chars().filter(c -> c == sought).count();
  }

  private List<Node.Mapping> rows(CSVParser parser, int before) {
    Iterator<CSVRecord> records = parser.iterator();
    if (!records.hasNext()) return List.of();
    List<Heading> headings = Heading.of(records.next(), before + 1, houses, problems);
    List<Node.Mapping> rows = new ArrayList<>();
    long last = parser.getCurrentLineNumber();
    while (records.hasNext()) {
      int line = before + Math.toIntExact(last) + 1;
      CSVRecord record = records.next();
      last = Math.max(parser.getCurrentLineNumber(), last + 1);
      if (record.stream().allMatch(String::isBlank)) continue;
      rows.add(row(record, headings, line));
      // one more is told as too many; no need to read the rest
      if (rows.size() > Sheet.MOST) break;
    }
    return rows;
  }

  private Node.Mapping row(CSVRecord record, List<Heading> headings, int line) {
    if (record.size() > headings.size()) {
      problems.add(line, "", "has " + record.size() + " cells, the heading has " + headings.size());
    }
    Map<String, Node> row = new LinkedHashMap<>();
    Map<String, Map<String, Node>> parts = new LinkedHashMap<>();
    for (int i = 0; i < Math.min(record.size(), headings.size()); i++) {
      Heading heading = headings.get(i);
      String cell = record.get(i);
      if (cell.isBlank() || heading.path().isEmpty()) continue;
      int dot = heading.path().indexOf('.');
      if (dot < 0) {
        row.put(heading.path(), heading.value(cell, line));
      } else {
        parts
            .computeIfAbsent(heading.path().substring(0, dot), key -> new LinkedHashMap<>())
            .put(heading.path().substring(dot + 1), heading.value(cell, line));
      }
    }
    parts.forEach((key, part) -> row.putIfAbsent(key, new Node.Mapping(part, line)));
    return new Node.Mapping(row, line);
  }
}
