package no.grenselos.app.web.console;

import java.text.NumberFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import no.grenselos.chart.Chart;
import no.grenselos.insight.Cell;
import no.grenselos.insight.Cover;
import no.grenselos.insight.Naming;
import no.grenselos.insight.Table;
import no.grenselos.insight.Tables;

/**
 * A table as the page shows it.
 *
 * @param chart whether it has a picture too
 */
public record ShownTable(
    String key, String title, List<String> head, List<List<Shown>> rows, boolean chart) {
  private static final Chart NONE =
      new Chart(Chart.Kind.BARS, "", "", List.of(), List.of(), Locale.ROOT);

  /** One cell; numbers stand to the right. */
  public record Shown(String text, boolean number) {}

  static List<ShownTable> all(Tables tables, Map<String, Chart> charts, boolean painted) {
    return tables.keys().stream()
        .flatMap(key -> tables.table(key).stream())
        .map(table ->
            of(
                table,
                tables.naming(),
                painted && !charts.getOrDefault(table.key(), NONE).labels().isEmpty()))
        .toList();
  }

  private static ShownTable of(Table table, Naming naming, boolean chart) {
    return new ShownTable(
        table.key(),
        table.title(),
        table.head(),
        table.rows().stream()
            .map(row -> row.stream().map(cell -> shown(cell, naming)).toList())
            .toList(),
        chart);
  }

  private static Shown shown(Cell cell, Naming naming) {
    return switch (cell) {
      case Cell.Words words -> new Shown(words.text(), false);
      case Cell.Amount number ->
          new Shown(
              NumberFormat.getNumberInstance(naming.phrases().locale()).format(number.value()),
              true);
      case Cell.Time time -> new Shown(naming.time(time.length()), true);
      case Cell.Share share -> new Shown(share.percent() + " %", true);
      case Cell.Nothing nothing -> new Shown("–", true);
    };
  }

  /** Names of topics that are talked about and hang on one person, or on nobody. */
  static List<String> thin(Tables tables) {
    return tables.report().coverage().stream()
        .filter(Cover::thin)
        .map(cover -> tables.naming().topic(Optional.of(cover.topic())))
        .toList();
  }
}
