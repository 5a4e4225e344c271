package no.grenselos.ruling;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.grenselos.work.Question;

/**
 * Which posts somebody means, as they filled it in: people, words, a network, or a query of their
 * own.
 *
 * @param people handles as people write them, with or without @, parted by commas or blanks
 * @param said words and phrases, parted by commas or lines
 * @param network its name; empty for all
 * @param own a query; empty for none
 */
public record Matching(String people, String said, String network, String own) {
  static Matching of(Question question) {
    return new Matching(
        question.value("author"),
        question.value("words"),
        question.value("network"),
        question.value("when"));
  }

  private List<String> authors() {
    return Stream.of(people.split("[\\s,;]+"))
        .map(handle -> handle.replaceFirst("^@", ""))
        .filter(handle -> !handle.isEmpty())
        .toList();
  }

  private List<String> words() {
    return Stream.of(said.split("[,;\\n]+"))
        .map(String::strip)
        .filter(words -> !words.isEmpty())
        .toList();
  }

  /** Whether nothing is filled in. */
  public boolean isEmpty() {
    return query().isEmpty();
  }

  /** All that is filled in must hold; empty when nothing is. */
  public String query() {
    List<String> parts = new ArrayList<>();
    if (!authors().isEmpty()) parts.add("author:" + any(authors()));
    if (!words().isEmpty()) parts.add("text:" + any(words()));
    if (!network.isEmpty()) parts.add("network:" + quoted(network));
    if (!own.isEmpty()) parts.add(parts.isEmpty() ? own : "(" + own + ")");
    return String.join(" AND ", parts);
  }

  /** How it is called in a list. */
  public String name() {
    return Stream.concat(authors().stream().map(handle -> "@" + handle), words().stream())
        .collect(Collectors.joining(", "));
  }

  private static String any(List<String> values) {
    return values.size() == 1
        ? quoted(values.getFirst())
        : values.stream().map(Matching::quoted).collect(Collectors.joining(" OR ", "(", ")"));
  }

  /** In quotes nothing but quotes and backslashes means anything. */
  private static String quoted(String value) {
    return "\"" + value.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }
}
