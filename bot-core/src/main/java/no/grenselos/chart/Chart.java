package no.grenselos.chart;

import java.text.NumberFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Numbers to be shown as a picture. Texts may be anybody's: what cannot be painted is taken out,
 * and long ones are cut.
 *
 * @param title above it; may be empty
 * @param unit of the numbers; may be empty
 * @param labels what the numbers stand at, as weeks or topics; at most {@value #MOST_LABELS}
 * @param series at most {@value #MOST_SERIES}, each with as many numbers as there are labels
 */
public record Chart(
    Kind kind, String title, String unit, List<String> labels, List<Series> series, Locale locale) {
  /** A year of weeks, and room at its ends. */
  public static final int MOST_LABELS = 60;

  /** More are not told apart. */
  public static final int MOST_SERIES = 3;

  private static final int LONGEST = 60;
  private static final int SMALL = 10;

  /** How the numbers are drawn. */
  public enum Kind {
    /** Along a time. */
    LINES,
    /** Beside each other. */
    BARS,
    /** On top of each other: parts of a whole. */
    STACKED
  }

  /**
   * @param values 0 or more
   */
  public record Series(String name, List<Double> values) {
    public Series {
      name = clean(name);
      values = List.copyOf(values);
      values.forEach(value -> {
        if (!Double.isFinite(value) || value < 0)
          throw new IllegalArgumentException("value is " + value + ", must be 0 or more");
      });
    }
  }

  public Chart {
    title = clean(title);
    unit = clean(unit);
    labels = labels.stream().map(Chart::clean).toList();
    series = List.copyOf(series);
    if (labels.size() > MOST_LABELS || series.size() > MOST_SERIES) {
      throw new IllegalArgumentException(
          "chart has %d labels and %d series, must be at most %d and %d"
              .formatted(labels.size(), series.size(), MOST_LABELS, MOST_SERIES));
    }
    for (Series one : series) {
      if (one.values().size() != labels.size()) {
        throw new IllegalArgumentException(
            "series has " + one.values().size() + " values for " + labels.size() + " labels");
      }
    }
  }

  /** How its numbers are written: whole ones, or with two decimals where none is 10 or more. */
  public NumberFormat numbers() {
    NumberFormat format = NumberFormat.getIntegerInstance(locale);
    boolean small =
        series.stream().flatMap(one -> one.values().stream()).allMatch(value -> value < SMALL);
    if (small) format.setMaximumFractionDigits(2);
    return format;
  }

  /** What the picture shows, in words, for those who do not see it; at most some 2,000 letters. */
  public String described() {
    NumberFormat format = numbers();
    String numbers =
        IntStream.range(0, labels.size())
            .limit(26)
            .mapToObj(i ->
                labels.get(i)
                    + ": "
                    + series.stream()
                        .map(one -> one.name() + " " + format.format(one.values().get(i)))
                        .collect(Collectors.joining(", ")))
            .collect(Collectors.joining("; "));
    String text = title + ". " + numbers + (labels.size() > 26 ? " …" : ".");
    return text.length() <= 2_000 ? text : text.substring(0, 1_999) + "…";
  }

  /** Without what no font or XML has: control signs, halves of signs, and signs that turn text. */
  private static String clean(String text) {
    StringBuilder clean = new StringBuilder();
    text.codePoints()
        .map(sign -> Character.isWhitespace(sign) ? ' ' : sign)
        .filter(Chart::paintable)
        .limit(LONGEST)
        .forEach(clean::appendCodePoint);
    return clean.toString().strip().replaceAll(" {2,}", " ");
  }

  private static boolean paintable(int sign) {
    return switch (Character.getType(sign)) {
      case Character.CONTROL, Character.SURROGATE, Character.FORMAT, Character.UNASSIGNED -> false;
      default -> (sign & 0xfffe) != 0xfffe;
    };
  }
}
