package no.grenselos.reading;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Something experts own.
 *
 * @param names by language tag ({@code nb}, {@code en}); at least one
 * @param descriptions by language tag; one or two sentences each
 * @param keywords single words or word pairs that speak for the topic
 * @param phrases word sequences that decide for it alone
 * @param examples posts that are this topic
 * @param counterexamples posts that sound like it and are not
 */
public record Topic(
    TopicId id,
    Map<String, String> names,
    Map<String, String> descriptions,
    List<String> keywords,
    List<String> phrases,
    List<String> examples,
    List<String> counterexamples) {
  public Topic {
    if (names.isEmpty()) throw new IllegalArgumentException("topic " + id + " has no name");
    names = Map.copyOf(names);
    descriptions = Map.copyOf(descriptions);
    keywords = List.copyOf(keywords);
    phrases = List.copyOf(phrases);
    examples = List.copyOf(examples);
    counterexamples = List.copyOf(counterexamples);
  }

  /** The name in the language asked for, else any. */
  public String name(Locale locale) {
    String name = names.get(locale.getLanguage());
    return name != null ? name : names.values().iterator().next();
  }
}
