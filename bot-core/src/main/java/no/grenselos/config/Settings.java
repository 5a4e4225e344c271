package no.grenselos.config;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One mapping of a configuration file, read strictly: whoever reads a value names its key, and
 * {@link #finish()} reports every key that nobody asked for. Problems are collected in the {@link
 * Problems} given, so that all are shown at once; a value that cannot be read yields its default
 * meanwhile. Not thread safe: read once, at start.
 */
public final class Settings {
  private final Node.Mapping mapping;
  private final String path;
  private final Problems problems;
  private final Set<String> asked = new LinkedHashSet<>();

  public Settings(Node.Mapping mapping, String path, Problems problems) {
    this.mapping = mapping;
    this.path = path;
    this.problems = problems;
  }

  /** The same with another text at the key, whatever stands there. */
  public Settings with(String key, String text) {
    Map<String, Node> entries = new LinkedHashMap<>(mapping.entries());
    entries.put(key, new Node.Scalar(text, mapping.line()));
    return new Settings(new Node.Mapping(entries, mapping.line()), path, problems);
  }

  /** The place of these settings in their file, as {@code feeds[2].mastodon}. */
  public String path() {
    return path;
  }

  public int line() {
    return mapping.line();
  }

  /** The keys present, in file order. */
  public List<String> keys() {
    return List.copyOf(mapping.entries().keySet());
  }

  public boolean has(String key) {
    asked.add(key);
    return mapping.entries().containsKey(key);
  }

  /** Whether a single value stands at the key, where a mapping may stand too. */
  public boolean hasText(String key) {
    return node(key) instanceof Node.Scalar;
  }

  /** The text at the key; a problem, and the empty text, when it is missing. */
  public String text(String key) {
    return optionalText(key)
        .orElseGet(() -> {
          problem(key, mapping.entries().containsKey(key) ? "must be a text" : "is missing");
          return "";
        });
  }

  public String text(String key, String otherwise) {
    return optionalText(key).orElse(otherwise);
  }

  public Optional<String> optionalText(String key) {
    return switch (node(key)) {
      case Node.Scalar scalar -> Optional.of(scalar.text()).filter(text -> !text.isBlank());
      case null -> Optional.empty();
      case Node other -> wrong(key, "must be a single text, not a list or a mapping");
    };
  }

  /** A duration as {@code 30s}, {@code 45m}, {@code 2h} or {@code 7d}. */
  public Duration duration(String key, Duration otherwise) {
    return parsed(key, Settings::parseDuration, "must be a time span such as 30s, 45m, 2h or 7d")
        .orElse(otherwise);
  }

  public Optional<Duration> optionalDuration(String key) {
    return parsed(key, Settings::parseDuration, "must be a time span such as 30s, 45m, 2h or 7d");
  }

  public int number(String key, int otherwise) {
    return parsed(key, Integer::valueOf, "must be a whole number").orElse(otherwise);
  }

  public boolean flag(String key, boolean otherwise) {
    return parsed(key, Settings::parseFlag, "must be true or false").orElse(otherwise);
  }

  public ZoneId zone(String key, ZoneId otherwise) {
    return parsed(key, ZoneId::of, "must be a time zone such as Europe/Oslo").orElse(otherwise);
  }

  public LocalTime time(String key, LocalTime otherwise) {
    return parsed(key, LocalTime::parse, "must be a time of day such as \"08:00\"")
        .orElse(otherwise);
  }

  /**
   * A value with its own reader; the reader's exception becomes a problem with {@code rule} as its
   * text.
   */
  public <T> Optional<T> parsed(String key, Function<String, T> reader, String rule) {
    return optionalText(key)
        .flatMap(text -> {
          try {
            return Optional.of(reader.apply(text));
          } catch (IllegalArgumentException | DateTimeException e) {
            return wrong(key, rule + "; it is \"" + text + "\"");
          }
        });
  }

  /** The texts of a list; a single text counts as a list of one. */
  public List<String> texts(String key) {
    return switch (node(key)) {
      case Node.Scalar scalar -> List.of(scalar.text());
      case Node.Sequence sequence -> textsOf(key, sequence);
      case Node.Mapping mapping1 -> {
        problem(key, "must be a list of texts");
        yield List.of();
      }
      case null -> List.of();
    };
  }

  /** The mapping at the key; empty settings when it is missing. */
  public Settings part(String key) {
    return switch (node(key)) {
      case Node.Mapping inner -> new Settings(inner, at(key), problems);
      case null -> new Settings(Node.Mapping.empty(), at(key), problems);
      case Node other -> {
        problem(key, "must be a mapping with keys");
        yield new Settings(Node.Mapping.empty(), at(key), problems);
      }
    };
  }

  /** The mappings of the list at the key, each with its own place. */
  public List<Settings> parts(String key) {
    if (!(node(key) instanceof Node.Sequence sequence)) {
      if (mapping.entries().containsKey(key)) problem(key, "must be a list");
      return List.of();
    }
    List<Settings> parts = new ArrayList<>();
    for (int i = 0; i < sequence.items().size(); i++) {
      String place = at(key) + "[" + i + "]";
      if (sequence.items().get(i) instanceof Node.Mapping item) {
        parts.add(new Settings(item, place, problems));
      } else {
        problems.add(sequence.items().get(i).line(), place, "must be a mapping with keys");
      }
    }
    return parts;
  }

  /** Reports a problem at the key's own line, or at this mapping's when the key is missing. */
  public void problem(String key, String text) {
    Node node = mapping.entries().get(key);
    problems.add(node == null ? mapping.line() : node.line(), at(key), text);
  }

  /**
   * Reports every key that was never asked for, with the nearest known key. Call after the last
   * read.
   */
  public void finish() {
    for (String key : mapping.entries().keySet()) {
      if (asked.contains(key)) continue;
      String hint =
          DidYouMean.among(asked, key).map(k -> "; did you mean \"" + k + "\"?").orElse("");
      String known = hint.isEmpty() ? "; known here: " + String.join(", ", asked) : hint;
      problem(key, "unknown key" + known);
    }
  }

  private @Nullable Node node(String key) {
    asked.add(key);
    return mapping.entries().get(key);
  }

  private List<String> textsOf(String key, Node.Sequence sequence) {
    List<String> texts = new ArrayList<>();
    for (Node item : sequence.items()) {
      if (item instanceof Node.Scalar scalar) texts.add(scalar.text());
      else problems.add(item.line(), at(key), "must be a list of texts");
    }
    return texts;
  }

  private <T> Optional<T> wrong(String key, String text) {
    problem(key, text);
    return Optional.empty();
  }

  private String at(String key) {
    return path.isEmpty() ? key : path + "." + key;
  }

  /**
   * @throws IllegalArgumentException when it is none
   */
  public static Duration parseDuration(String text) {
    String digits = text.strip().toLowerCase(Locale.ROOT);
    long amount = Long.parseLong(digits.substring(0, digits.length() - 1).strip());
    if (amount < 0) throw new IllegalArgumentException(text);
    return switch (digits.charAt(digits.length() - 1)) {
      case 's' -> Duration.ofSeconds(amount);
      case 'm' -> Duration.ofMinutes(amount);
      case 'h' -> Duration.ofHours(amount);
      case 'd' -> Duration.ofDays(amount);
      default -> throw new IllegalArgumentException(text);
    };
  }

  private static boolean parseFlag(String text) {
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new IllegalArgumentException(text);
    };
  }
}
