package no.grenselos.app.web.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import no.grenselos.app.web.console.Libraries.Library;
import org.junit.jupiter.api.Test;

class LibrariesTest {
  private static List<Library> read(String text) throws IOException {
    return Libraries.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void theListOfThePackageIsReadByNameWithoutOurOwnModules() throws IOException {
    List<Library> libraries =
        read(
            """
            {"bomFormat": "CycloneDX", "components": [
              {"type": "library", "group": "org.slf4j", "name": "slf4j-api", "version": "2.0.17"},
              {"type": "library", "group": "no.grenselos", "name": "bot-core", "version": "1"},
              {"type": "library", "name": "alone"},
              {"type": "library", "group": "com.squareup.okhttp3", "name": "okhttp", "version": "5"}]}
            """);

    assertThat(libraries)
        .containsExactly(
            new Library("alone", ""),
            new Library("com.squareup.okhttp3:okhttp", "5"),
            new Library("org.slf4j:slf4j-api", "2.0.17"));
  }

  @Test
  void aListOfNothingIsEmptyAndABrokenOneIsToldApart() throws IOException {
    assertThat(read("{}")).isEmpty();
    assertThatThrownBy(() -> read("{")).isInstanceOf(IOException.class);
  }
}
