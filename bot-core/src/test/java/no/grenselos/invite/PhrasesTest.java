package no.grenselos.invite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.PropertyResourceBundle;
import org.junit.jupiter.api.Test;

class PhrasesTest {
  @Test
  void noPhraseShoutsAndBothLanguagesSayTheSame() throws IOException {
    PropertyResourceBundle en = phrases("");
    PropertyResourceBundle nb = phrases("_nb");

    assertThat(nb.keySet()).isEqualTo(en.keySet());
    for (String key : en.keySet()) {
      assertThat(en.getString(key) + nb.getString(key)).as(key).doesNotContain("!");
      assertThat(nb.getString(key)).as(key).isNotEqualTo(sameIn(key) ? "" : en.getString(key));
    }
  }

  private static boolean sameIn(String key) {
    return key.equals("home.hours") || key.equals("home.cap") || key.equals("form.level");
  }

  private static PropertyResourceBundle phrases(String language) throws IOException {
    try (InputStream file =
        Inviting.class.getResourceAsStream("phrases" + language + ".properties")) {
      return new PropertyResourceBundle(new InputStreamReader(file, StandardCharsets.UTF_8));
    }
  }
}
