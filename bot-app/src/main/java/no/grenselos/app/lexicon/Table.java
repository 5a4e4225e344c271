package no.grenselos.app.lexicon;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A table with the columns word, class, translation; the class may be left out. A value may stand
 * in quotes, with two for one inside. More columns are not looked at.
 */
final class Table implements DictionaryReader {
  private static final Set<String> HEADS =
      Set.of("word", "headword", "lemma", "ord", "oppslagsord");

  private final char separator;

  Table(char separator) {
    this.separator = separator;
  }

  @Override
  public void read(BufferedReader file, Harvest harvest) throws IOException {
    int number = 0;
    for (String line = file.readLine(); line != null; line = file.readLine()) {
      number++;
      if (number == 1) line = line.replace("\uFEFF", "");
      if (line.isBlank() || line.startsWith("#")) continue;
      List<String> row = columns(line);
      if (number == 1 && HEADS.contains(row.getFirst().strip().toLowerCase(Locale.ROOT))) continue;
      if (row.size() < 2) harvest.skip(number, "fewer than two columns");
      else if (row.size() == 2) harvest.take(number, row.get(0), "", List.of(row.get(1)));
      else harvest.take(number, row.get(0), row.get(1), List.of(row.get(2)));
    }
  }

  private List<String> columns(String line) {
    List<String> columns = new ArrayList<>();
    StringBuilder column = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      char one = line.charAt(i);
      if (one == '"' && quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
        column.append(line.charAt(++i));
      } else if (one == '"' && (quoted || column.isEmpty())) {
        quoted = !quoted;
      } else if (one == separator && !quoted) {
        columns.add(column.toString());
        column.setLength(0);
      } else {
        column.append(one);
      }
    }
    columns.add(column.toString());
    return columns;
  }
}
