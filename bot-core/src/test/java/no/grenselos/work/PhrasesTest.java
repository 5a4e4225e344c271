package no.grenselos.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.PropertyResourceBundle;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What all features say, in both languages. */
class PhrasesTest {
  private static final Path RESOURCES = Path.of("src/main/resources/no/grenselos");

  static Stream<Path> features() throws IOException {
    return Files.list(RESOURCES)
        .filter(folder -> Files.exists(folder.resolve("phrases.properties")))
        .sorted();
  }

  @ParameterizedTest
  @MethodSource("features")
  void noPhraseShoutsAndBothLanguagesSayTheSame(Path feature) throws IOException {
    PropertyResourceBundle en = phrases(feature.resolve("phrases.properties"));
    PropertyResourceBundle nb = phrases(feature.resolve("phrases_nb.properties"));

    assertThat(nb.keySet()).isEqualTo(en.keySet());
    for (String key : en.keySet()) {
      assertThat(en.getString(key) + nb.getString(key)).as(key).doesNotContain("!");
    }
  }

  private static PropertyResourceBundle phrases(Path file) throws IOException {
    try (Reader reader = Files.newBufferedReader(file)) {
      return new PropertyResourceBundle(reader);
    }
  }
}
