package no.grenselos.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.PropertyResourceBundle;
import org.junit.jupiter.api.Test;

class PhrasesTest {
  @Test
  void noPhraseShoutsBlamesOrSpeaksOfTicketsAndBothLanguagesSayTheSame() throws IOException {
    PropertyResourceBundle en = phrases("");
    PropertyResourceBundle nb = phrases("_nb");

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

  private static PropertyResourceBundle phrases(String language) throws IOException {
    try (InputStream file =
        PhrasesTest.class.getResourceAsStream("phrases" + language + ".properties")) {
      return new PropertyResourceBundle(new InputStreamReader(file, StandardCharsets.UTF_8));
    }
  }
}
