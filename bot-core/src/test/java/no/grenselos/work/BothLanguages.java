package no.grenselos.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.PropertyResourceBundle;

/** Looks through a feature's phrases in both languages. */
public final class BothLanguages {
  private BothLanguages() {}

  /** Both have the same phrases with the same holes, in the product's voice. */
  public static void sayTheSame(Class<?> feature) throws IOException {
    PropertyResourceBundle en = phrases(feature, "");
    PropertyResourceBundle nb = phrases(feature, "_nb");
    assertThat(nb.keySet()).isEqualTo(en.keySet());
    for (String key : en.keySet()) {
      assertThat((en.getString(key) + nb.getString(key)).toLowerCase(Locale.ROOT))
          .as(key)
          .doesNotContain("!", "ticket", "outbox", "claim", "overdue", "you failed", "du glemte");
      assertThat(holes(nb.getString(key))).as(key).isEqualTo(holes(en.getString(key)));
    }
  }

  private static String holes(String phrase) {
    return phrase
        .replaceAll("[^{}0-9]", "")
        .chars()
        .filter(Character::isDigit)
        .distinct()
        .sorted()
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static PropertyResourceBundle phrases(Class<?> feature, String language)
      throws IOException {
    try (InputStream file = feature.getResourceAsStream("phrases" + language + ".properties")) {
      return new PropertyResourceBundle(new InputStreamReader(file, StandardCharsets.UTF_8));
    }
  }
}
