package no.grenselos.app.people;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import no.grenselos.config.Node;
import no.grenselos.config.Problems;
import no.grenselos.people.Column;

/**
 * What stands below one heading of a table.
 *
 * @param path the key in a row; empty for a column that nobody reads
 * @param list whether a cell holds several words
 */
record Heading(String path, boolean list) {
  private static final Heading NOTHING = new Heading("", false);
  private static final int SHOWN = 40;

  static List<Heading> of(Iterable<String> cells, int line, Set<String> houses, Problems problems) {
    List<Heading> headings = new ArrayList<>();
    Set<String> taken = new HashSet<>();
    for (String cell : cells) {
      Optional<Heading> heading = of(cell, houses);
      if (heading.isEmpty()) {
        problems.add(line, shown(cell), "unknown column" + Column.hint(cell, houses));
      } else if (!heading.get().path().isEmpty() && !taken.add(heading.get().path())) {
        problems.add(line, shown(cell), "is there twice");
      }
      headings.add(heading.orElse(NOTHING));
    }
    return headings;
  }

  private static Optional<Heading> of(String cell, Set<String> houses) {
    String house = cell.strip().toLowerCase(Locale.ROOT);
    if (house.isEmpty()) return Optional.of(NOTHING);
    if (houses.contains(house)) return Optional.of(new Heading(house, false));
    return Column.under(cell).map(column -> new Heading(column.path(), column.list()));
  }

  private static String shown(String cell) {
    String plain = cell.replaceAll("[\\p{C}\\p{Zl}\\p{Zp}]", "?");
    return plain.length() <= SHOWN ? plain : plain.substring(0, SHOWN) + "...";
  }

  Node value(String cell, int line) {
    if (!list) return new Node.Scalar(cell, line);
    List<Node> words =
        Arrays.stream(cell.split("[;,|]"))
            .map(String::strip)
            .filter(word -> !word.isEmpty())
            .<Node>map(word -> new Node.Scalar(word, line))
            .toList();
    return new Node.Sequence(words, line);
  }
}
