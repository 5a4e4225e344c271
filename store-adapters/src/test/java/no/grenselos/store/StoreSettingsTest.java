package no.grenselos.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import no.grenselos.config.Problems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreSettingsTest {
  private final Problems problems = new Problems("config/grenselos.yml");
  @TempDir Path folder;

  @Test
  void sqliteMakesItsFileAndTheFoldersAbove() {
    Path file = folder.resolve("a/b/store.db");

    Opened.store("sqlite", Map.of("file", file.toString()), problems).close();

    assertThat(file).isNotEmptyFile();
    assertThat(problems.found()).isEmpty();
  }

  @Test
  void anUnknownKeyIsReported() {
    Path file = folder.resolve("store.db");

    Opened.store("sqlite", Map.of("file", file.toString(), "flie", "x"), problems).close();

    assertThat(problems.found()).singleElement().asString().contains("did you mean \"file\"");
  }

  @Test
  void postgresWithoutUrlSaysSo() {
    assertThatThrownBy(() -> Opened.store("postgres", Map.of(), problems))
        .isInstanceOf(StoreException.class);

    assertThat(problems.found()).singleElement().asString().contains("url: is missing");
  }

  @Test
  void postgresWithAWrongUrlSaysHowItShouldBe() {
    assertThatThrownBy(() -> Opened.store("postgres", Map.of("url", "mysql://x/y"), problems))
        .isInstanceOf(StoreException.class);

    assertThat(problems.found())
        .singleElement()
        .asString()
        .contains("must be as jdbc:postgresql://host:5432/database");
  }

  @Test
  void postgresThatIsNotThereIsNamedWithoutThePassword() {
    Map<String, String> settings = Map.of("url", "jdbc:postgresql://127.0.0.1:1/x?password=hush");

    assertThatThrownBy(() -> Opened.store("postgres", settings, problems))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("127.0.0.1:1 cannot be reached")
        .hasMessageNotContaining("hush");
  }

  @Test
  void aFolderThatCannotBeMadeIsNamed() throws Exception {
    Path file = Files.createFile(folder.resolve("taken"));

    assertThatThrownBy(() -> Opened.store("sqlite", Map.of("file", file + "/store.db"), problems))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("folder")
        .hasMessageContaining("taken");
  }
}
