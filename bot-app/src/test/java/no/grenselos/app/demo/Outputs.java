package no.grenselos.app.demo;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** All that a run said, by where it said it; and what must not be among it. */
final class Outputs {
  /** One word that was found, and where. */
  record Leak(String output, String name, String around) {}

  private static final int AROUND = 160;

  private final Map<String, String> texts = new LinkedHashMap<>();

  void add(String output, String text) {
    String unused = texts.merge(output, text, (before, more) -> before + "\n" + more);
  }

  /** Names of those that say something. */
  Set<String> names() {
    return texts.keySet();
  }

  String text(String output) {
    return texts.getOrDefault(output, "");
  }

  /**
   * Where one of the words stands, as it is or as it is written in addresses and headers.
   *
   * @param words by name
   * @param in the outputs to be looked through
   */
  List<Leak> leaks(Map<String, String> words, Collection<String> in) {
    List<Leak> leaks = new ArrayList<>();
    for (String output : in) {
      String text = text(output).toLowerCase(Locale.ROOT);
      words.forEach((name, word) -> {
        for (String form : forms(word)) {
          int at = text.indexOf(form.toLowerCase(Locale.ROOT));
          if (at < 0) continue;
          int from = Math.max(0, at - AROUND);
          leaks.add(
              new Leak(output, name, text.substring(from, Math.min(text.length(), at + AROUND))));
          break;
        }
      });
    }
    return leaks;
  }

  /** As it is, as in an address, and as in a header, with the client's id {@code c} before it. */
  private static Set<String> forms(String word) {
    String escaped = URLEncoder.encode(word, StandardCharsets.UTF_8);
    return new LinkedHashSet<>(
        List.of(word, escaped, base64(word), base64("c:" + word), base64("c:" + escaped)));
  }

  private static String base64(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return Base64.getEncoder().withoutPadding().encodeToString(bytes);
  }
}
