package no.grenselos.route.query;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import no.grenselos.mention.MentionKind;
import no.grenselos.reading.Intent;
import no.grenselos.reading.Severity;

/** What a route's {@code when} can ask for. */
public enum QueryField {
  TEXT,
  NETWORK,
  LANG,
  AUTHOR,
  KIND,
  FOLLOWERS,
  INTENT,
  SEVERITY,
  TOPIC;

  /** The indexed field of Norwegian stems. */
  public static final String NORWEGIAN = "text norwegian";

  /** The indexed field of English stems. */
  public static final String ENGLISH = "text english";

  /** Where words of the text are indexed: as written, and by their stems. */
  public static final List<String> IN_TEXT = List.of(TEXT.word(), NORWEGIAN, ENGLISH);

  /** The name in queries and in the index. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether words of the text are indexed there. */
  public static boolean inText(String indexed) {
    return IN_TEXT.contains(indexed);
  }

  static List<String> words() {
    return Arrays.stream(values()).map(QueryField::word).toList();
  }

  static Optional<QueryField> of(String word) {
    return Arrays.stream(values()).filter(field -> field.word().equals(word)).findFirst();
  }

  /** A value as it stands in the index. */
  public String indexed(String value) {
    String lower = value.strip().toLowerCase(Locale.ROOT);
    return this == AUTHOR && lower.startsWith("@") ? lower.substring(1) : lower;
  }

  /** The only values there are; empty where any will do. */
  List<String> known() {
    return switch (this) {
      case KIND ->
          Arrays.stream(MentionKind.values())
              .map(kind -> kind.name().toLowerCase(Locale.ROOT))
              .toList();
      case INTENT -> Arrays.stream(Intent.values()).map(Intent::word).toList();
      case SEVERITY -> Arrays.stream(Severity.values()).map(Severity::word).toList();
      case TEXT, NETWORK, LANG, AUTHOR, FOLLOWERS, TOPIC -> List.of();
    };
  }
}
