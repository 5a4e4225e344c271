package no.grenselos.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import no.grenselos.chat.PlacementId;
import no.grenselos.store.postgres.PostgresServer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Thousands of messages that wait, as after a day without the chat, worked off by two nodes of
 * which one dies again and again with what it has in hand; {@code -Doutbox.errands=50000} for a
 * very bad day.
 */
@Tag("slow")
class FullOutboxTest {
  private static final int ERRANDS = Integer.getInteger("outbox.errands", 5_000);
  private static final int PLACES = 500;
  private static final int PUT_AT_ONCE = 1_000;
  private static final Duration LEASE = Duration.ofSeconds(30);

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"sqlite", "postgres"})
  void eachIsCarriedOutOnceAndInOrder(String engine) throws Exception {
    try (Store store = Opened.store(engine, settings(engine))) {
      fill(store);
      assertThat(store.<Long>read(books -> books.outbox().waiting())).isEqualTo(ERRANDS);

      Set<Long> done = new HashSet<>();
      Map<String, Long> last = new HashMap<>();
      Instant now = Samples.T0.plusSeconds(1);
      for (int round = 0; done.size() < ERRANDS; round++) {
        boolean dies = round % 10 == 9;
        Instant moment = now;
        List<Outbox.Entry> entries =
            store.write(books -> books.outbox().lease(PLACES, moment, moment.plus(LEASE)));
        now = entries.isEmpty() || dies ? now.plus(LEASE) : now;
        if (dies) continue;
        for (Outbox.Entry entry : entries) {
          long card = ((Errand.Show) entry.errand()).card().number();
          assertThat(done.add(card)).as("carried out twice: %d", card).isTrue();
          Long before = last.put(entry.group(), card);
          assertThat(before == null || before < card).as("order in %s", entry.group()).isTrue();
        }
        List<Outbox.Entry> ended = new ArrayList<>(entries);
        boolean all = store.write(books -> ended.stream().allMatch(books.outbox()::done));
        assertThat(all).isTrue();
      }
      assertThat(store.<Long>read(books -> books.outbox().waiting())).isZero();
    }
  }

  private static void fill(Store store) {
    for (int from = 0; from < ERRANDS; from += PUT_AT_ONCE) {
      int first = from;
      boolean unused =
          store.write(books -> {
            for (int i = first; i < Math.min(first + PUT_AT_ONCE, ERRANDS); i++) {
              Errand show = new Errand.Show(new PlacementId(i + 1));
              books.outbox().put(show, "place " + i % PLACES, Samples.T0);
            }
            return true;
          });
    }
  }

  private Map<String, String> settings(String engine) throws Exception {
    if (engine.equals("sqlite")) return Map.of("file", folder.resolve("store.db").toString());
    return Map.of("url", PostgresServer.newDatabase("outbox"), "user", PostgresServer.USER);
  }
}
