package no.grenselos.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import no.grenselos.memory.Assistant;
import no.grenselos.store.Opened;
import no.grenselos.store.Store;
import no.grenselos.store.postgres.PostgresServer;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A store of an earlier version, with everything in it that can be done with a post, is opened by
 * this one: every row is there as it was, and the work goes on where it stood.
 */
class UpgradedTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"sqlite", "postgres"})
  void everyRowIsThereAfterwardsAndTheWorkGoesOn(String engine) throws Exception {
    Map<String, String> told = settings(engine, "told");
    Map<String, String> old = settings(engine, "old");
    int waiting;
    try (Store store = Opened.store(engine, told)) {
      new PlantedStory(store).told().line.close();
      waiting = (int) (long) store.<Long>read(books -> books.outbox().waiting());
    }
    EarlierSchema earlier = new EarlierSchema(address(old));
    earlier.takeFrom(address(told));
    SortedMap<String, List<String>> columns = earlier.columns();
    SortedMap<String, List<String>> before = earlier.rows(columns);

    try (Store store = Opened.store(engine, old)) {
      assertThat(store.schema().orElseThrow()).isNotEqualTo(EarlierSchema.BEFORE);
      assertThat(earlier.rows(columns)).isEqualTo(before);
      assertThat(before.values().stream().filter(rows -> !rows.isEmpty()))
          .as("tables with rows")
          .hasSizeGreaterThan(25);
      try (TimeLine line =
          TimeLine.on(store, task -> new Assistant.Draft.None("no"), book -> book)) {
        assertThat(store.<Long>read(books -> books.outbox().waiting())).isEqualTo(waiting);
        line.nextDay().nextDay().nextDay().nextDay().at("09:00");
        line.post("after", "elendig, men etter oppgraderingen");
        line.pass(Duration.ofMinutes(1));
        assertThat(line.card(TimeLine.CARE, "after")).isNotNull();
      }
    }
  }

  private Map<String, String> settings(String engine, String name) throws Exception {
    if (engine.equals("sqlite")) {
      return Map.of("file", folder.resolve(name + ".db").toString());
    }
    return Map.of("url", PostgresServer.newDatabase(name), "user", PostgresServer.USER);
  }

  private static String address(Map<String, String> settings) {
    String file = settings.get("file");
    return file == null ? settings.getOrDefault("url", "") : "jdbc:sqlite:" + file;
  }
}
