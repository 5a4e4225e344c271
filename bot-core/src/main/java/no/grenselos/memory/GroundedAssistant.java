package no.grenselos.memory;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Trusts no model: a draft with a link, a number, a handle or an address that stands in none of the
 * sources it names, or without a source, is no draft. A number of the post may be said back, a link
 * may not. What a model says wrongly in plain words it cannot find: that is why a person reads it.
 */
public record GroundedAssistant(Assistant model) implements Assistant {
  private static final Pattern LINK_OR_ADDRESS =
      Pattern.compile(
          "(?i)\\b(?:https?://|www\\.)\\S++|(?<![\\p{L}\\d._%+-])[\\p{L}\\d._%+-]++@[\\p{L}\\d.-]++|@[\\p{L}\\d_]++"
              + "|\\b[\\p{L}\\d-]{2,63}\\.(?:com|no|org|net|io|eu|info|co|se|dk)\\b(?:/\\S*+)?");
  private static final Pattern NUMBER = Pattern.compile("\\d++(?:[ \\u00a0.,:/-]?\\d++)*+");
  private static final Pattern CLOSING = Pattern.compile("[.,;:!?)\\]}\"'»”]++\\z");
  private static final Pattern NO_DIGIT = Pattern.compile("\\D++");

  @Override
  public Draft draft(Task task) {
    return switch (model.draft(task)) {
      case Draft.None none -> none;
      case Draft.Drafted drafted -> checked(task, drafted);
    };
  }

  private static Draft checked(Task task, Draft.Drafted drafted) {
    List<Kept> sources = task.sources().stream().filter(drafted.sources()::contains).toList();
    if (drafted.text().isBlank()) return new Draft.None("the draft is empty");
    if (sources.isEmpty()) return new Draft.None("the draft names no source");
    String said = sources.stream().map(GroundedAssistant::text).collect(Collectors.joining("\n"));
    if (!links(said).containsAll(links(drafted.text()))) {
      return new Draft.None("the draft has a link or address that no source has");
    }
    if (!numbers(said + "\n" + task.post()).containsAll(numbers(drafted.text()))) {
      return new Draft.None("the draft has a number that no source has");
    }
    return new Draft.Drafted(drafted.text().strip(), sources);
  }

  private static String text(Kept kept) {
    return kept.source().link() == null ? kept.text() : kept.text() + "\n" + kept.source().link();
  }

  private static Set<String> links(String text) {
    Set<String> links = new TreeSet<>();
    Matcher link = LINK_OR_ADDRESS.matcher(text);
    while (link.find()) {
      links.add(CLOSING.matcher(link.group()).replaceFirst("").toLowerCase(Locale.ROOT));
    }
    return links;
  }

  /** By their digits: 1 200 and 1200 are one. */
  private static Set<String> numbers(String text) {
    Set<String> numbers = new TreeSet<>();
    Matcher number = NUMBER.matcher(text);
    while (number.find()) numbers.add(NO_DIGIT.matcher(number.group()).replaceAll(""));
    return numbers;
  }
}
