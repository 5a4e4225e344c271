package no.grenselos.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import no.grenselos.store.Opened;
import no.grenselos.store.Store;
import no.grenselos.store.postgres.PostgresServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SchemaTest {
  private static final Path STEPS = Path.of("src/main/resources/no/grenselos/store");

  @TempDir Path folder;

  @Test
  void bothEnginesTellTheVersionOfTheirTablesAndAServerItsTime() throws Exception {
    String newest = Integer.toString(newest());

    try (Store sqlite = Opened.store("sqlite", Map.of("file", folder + "/store.db"))) {
      assertThat(sqlite.schema()).contains(newest);
      assertThat(sqlite.now()).isEmpty();
    }
    String url = PostgresServer.newDatabase("schema");
    Map<String, String> settings = Map.of("url", url, "user", PostgresServer.USER);
    try (Store postgres = Opened.store("postgres", settings)) {
      assertThat(postgres.schema()).contains(newest);
      assertThat(postgres.now().orElseThrow())
          .isCloseTo(Instant.now(), within(1, ChronoUnit.MINUTES));
    }
  }

  /** Of those for both engines, and for one. */
  private static int newest() throws IOException {
    Pattern step = Pattern.compile("V(\\d+)__.*\\.sql");
    try (Stream<Path> files = Files.walk(STEPS)) {
      return files
          .map(file -> step.matcher(file.getFileName().toString()))
          .filter(Matcher::matches)
          .mapToInt(name -> Integer.parseInt(name.group(1)))
          .max()
          .orElseThrow();
    }
  }
}
