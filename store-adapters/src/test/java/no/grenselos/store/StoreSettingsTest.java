package no.grenselos.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import no.grenselos.config.Problems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

  @ParameterizedTest
  @CsvSource({
    "db/house, --host=db --port=5432",
    "'one:5433,two/house', '--host=''one,two'' --port=5433,5432'",
    "[::1]/house, --host=::1 --port=5432"
  })
  void theToolsThatCopyPostgresAreGivenItsServers(String address, String given) {
    Map<String, String> settings = Map.of("url", "jdbc:postgresql://" + address);

    Backup backup = Opened.backup("postgres", settings, Path.of("/backup/house.dump"));

    assertThat(backup)
        .isInstanceOfSatisfying(
            Backup.ByTools.class,
            tools ->
                assertThat(tools.commands().getFirst())
                    .contains(given + " --username=grenselos --dbname=house ")
                    .endsWith("--file=/backup/house.dump"));
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
