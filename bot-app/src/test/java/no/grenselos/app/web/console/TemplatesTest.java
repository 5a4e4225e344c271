package no.grenselos.app.web.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.PropertyResourceBundle;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Foreign text is inert because no template can show it otherwise. */
class TemplatesTest {
  static Stream<Path> templates() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src/main/resources/templates"))) {
      return files.filter(file -> file.toString().endsWith(".html")).toList().stream();
    }
  }

  static Stream<String> phrases() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("src/main/resources/no/grenselos/console"))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> !name.contains("_"))
          .map(name -> name.replace(".properties", ""))
          .toList()
          .stream();
    }
  }

  @ParameterizedTest
  @MethodSource("templates")
  void aTemplateEscapesAllItShowsAndHasNoScriptOrStyleOfItsOwn(Path template) throws IOException {
    String text = Files.readString(template).toLowerCase(Locale.ROOT);

    assertThat(text)
        .doesNotContain("th:utext", "[(", "[[", "th:inline", "<style", " style=", "th:style")
        .doesNotContain("javascript:", "hx-on", "hx-vals=\"js", "hx-disinherit");
    assertThat(text)
        .doesNotContainPattern("<script(?![^>]* src=)")
        .doesNotContainPattern("\\son\\w+=");
    assertThat(text).doesNotContainPattern("method=\"post\"[^>]*(?<!th:)action=\"");
  }

  @ParameterizedTest
  @MethodSource("phrases")
  void bothLanguagesSayTheSame(String name) throws IOException {
    PropertyResourceBundle english = bundle(name);
    PropertyResourceBundle norwegian = bundle(name + "_nb");

    assertThat(norwegian.keySet()).isEqualTo(english.keySet());
    for (String key : english.keySet()) {
      List<String> both = List.of(english.getString(key), norwegian.getString(key));
      assertThat(both).as(key).noneMatch(text -> text.contains("!"));
      assertThat(holes(both.getLast())).as(key).isEqualTo(holes(both.getFirst()));
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

  private static PropertyResourceBundle bundle(String name) throws IOException {
    Path file = Path.of("src/main/resources/no/grenselos/console", name + ".properties");
    try (Reader reader =
        new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8)) {
      return new PropertyResourceBundle(reader);
    }
  }
}
