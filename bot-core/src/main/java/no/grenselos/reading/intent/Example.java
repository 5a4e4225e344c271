package no.grenselos.reading.intent;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import no.grenselos.reading.Intent;
import no.grenselos.reading.Severity;

/**
 * A post with what we say it wants.
 *
 * @param intents at least one; the first wins
 * @param language nb, nn or en
 * @param domain the line of business it is about, for judging on unseen ones
 */
record Example(
    List<Intent> intents, Severity severity, String language, String domain, String text) {
  Example {
    if (intents.isEmpty()) throw new IllegalArgumentException("no intent: " + text);
    intents = List.copyOf(intents);
  }

  /** Reads a line of examples.tsv. */
  static Example parse(String line) {
    String[] parts = line.split("\t", -1);
    if (parts.length != 5) throw new IllegalArgumentException("five columns wanted: " + line);
    List<Intent> intents =
        Arrays.stream(parts[0].toUpperCase(Locale.ROOT).split("\\+")).map(Intent::valueOf).toList();
    Severity severity = Severity.valueOf(parts[1].toUpperCase(Locale.ROOT));
    return new Example(intents, severity, parts[2], parts[3], parts[4]);
  }
}
