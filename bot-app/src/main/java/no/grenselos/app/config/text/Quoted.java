package no.grenselos.app.config.text;

import java.util.Locale;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import no.grenselos.config.Node;

/**
 * Writes values as YAML on one line. Whatever a text says, it is read back as that text: only words
 * of letters, digits and a few harmless signs stand without quotes.
 */
final class Quoted {
  private static final int LONG = 100;
  private static final Pattern PLAIN =
      Pattern.compile("[\\p{L}\\p{N}_](?:[\\p{L}\\p{N}_./+-]| (?=[\\p{L}\\p{N}_]))*");

  /** What YAML itself takes for something else than a text. */
  private static final Set<String> MEANING = Set.of("null", "yes", "no", "on", "off", "y", "n");

  private Quoted() {}

  static String of(Node node) {
    return switch (node) {
      case Node.Scalar scalar -> text(scalar.text());
      case Node.Sequence list ->
          list.items().stream().map(Quoted::of).collect(Collectors.joining(", ", "[", "]"));
      case Node.Mapping mapping ->
          mapping.entries().entrySet().stream()
              .map(entry -> text(entry.getKey()) + ": " + of(entry.getValue()))
              .collect(Collectors.joining(", ", "{", "}"));
    };
  }

  /** The same; a long list goes on in lines of its own that begin with {@code margin}. */
  static String of(Node node, String margin) {
    if (!(node instanceof Node.Sequence list)) return of(node);
    StringBuilder lines = new StringBuilder("[");
    int column = margin.length();
    for (Node item : list.items()) {
      String written = of(item);
      boolean first = lines.length() == 1;
      if (!first) lines.append(',');
      column += written.length() + 2;
      if (column > LONG && !first) {
        lines.append(margin);
        column = margin.length() + written.length();
      } else if (!first) {
        lines.append(' ');
      }
      lines.append(written);
    }
    return lines.append(']').toString();
  }

  static String text(String text) {
    if (PLAIN.matcher(text).matches() && !MEANING.contains(text.toLowerCase(Locale.ROOT))) {
      return text;
    }
    boolean oneLine = text.codePoints().allMatch(Quoted::shows);
    if (oneLine && (text.contains("\"") || text.contains("\\"))) {
      return "'" + text.replace("'", "''") + "'";
    }
    StringBuilder quoted = new StringBuilder("\"");
    text.codePoints().forEach(c -> quoted.append(escaped(c)));
    return quoted.append('"').toString();
  }

  private static String escaped(int c) {
    return switch (c) {
      case '"' -> "\\\"";
      case '\\' -> "\\\\";
      case '\n' -> "\\n";
      case '\t' -> "\\t";
      default -> {
        if (shows(c)) yield Character.toString(c);
        yield c > 0xFFFF ? "\\U%08X".formatted(c) : "\\u%04X".formatted(c);
      }
    };
  }

  /** Whether it can be seen, so that a reader of the file is not deceived either. */
  private static boolean shows(int c) {
    IntPredicate hidden =
        one ->
            switch (Character.getType(one)) {
              case Character.CONTROL,
                  Character.FORMAT,
                  Character.SURROGATE,
                  Character.PRIVATE_USE,
                  Character.UNASSIGNED,
                  Character.LINE_SEPARATOR,
                  Character.PARAGRAPH_SEPARATOR ->
                  true;
              case Character.SPACE_SEPARATOR -> one != ' ';
              default -> false;
            };
    return !hidden.test(c);
  }
}
