package no.grenselos.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import no.grenselos.chat.Delivery;
import no.grenselos.chat.ReplyAction;
import no.grenselos.chat.TicketAction;
import no.grenselos.config.Node;
import no.grenselos.config.Problems;
import no.grenselos.config.Settings;
import no.grenselos.memory.Assistant;
import no.grenselos.store.Backup;
import no.grenselos.store.Opened;
import no.grenselos.store.Store;
import no.grenselos.store.sqlite.SqliteStoreProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A service that starts on a copy goes on where the copy was made. */
class RestoredTest {
  @TempDir Path folder;

  @Test
  void timersAndOutboxGoOnAndNothingThatWasSentIsSentAgain() {
    Path copy;
    try (Store store = store("store.db");
        TimeLine before = on(store)) {
      before.at("09:00").post("1", "Bråker en varmepumpe?").post("2", "Tåler varmepumpe frost?");
      before.does(before.nudged().getFirst(), new TicketAction.Claim());
      before.does(before.nudged().getFirst(), new ReplyAction.Reply("Lite."));
      assertThat(before.mastodon.replies()).hasSize(1);
      before.slack.answersWith(new Delivery.RetryAfter(Duration.ofMinutes(5), "slow down"));
      before.post("3", "Hva koster en varmepumpe?");

      copy = backup("store.db", "copy.db").file();
    }

    try (Store store = store(copy.getFileName().toString());
        TimeLine after = on(store)) {
      after.at("09:00").settle();
      assertThat(after.slack.all()).as("what was sent before the copy").isEmpty();

      after.pass(Duration.ofMinutes(6));
      assertThat(after.slack.all()).as("what waited").hasSize(1);
      assertThat(after.slack.all().toString()).contains("Hva koster en varmepumpe?");
      after.pass(Duration.ofMinutes(30));
      assertThat(after.slack.all()).as("offers that lapsed").hasSizeGreaterThan(1);
      assertThat(after.slack.all().toString()).doesNotContain("Bråker en varmepumpe?");
      assertThat(after.mastodon.replies()).as("answers that are out").isEmpty();
    }
  }

  private static TimeLine on(Store store) {
    return TimeLine.on(store, task -> new Assistant.Draft.None("no"), book -> book);
  }

  private Store store(String name) {
    return Opened.store("sqlite", Map.of("file", folder.resolve(name).toString()));
  }

  private Backup.Made backup(String name, String to) {
    Node.Scalar file = new Node.Scalar(folder.resolve(name).toString(), 2);
    Settings settings =
        new Settings(
            new Node.Mapping(Map.of("file", file), 1),
            "store.sqlite",
            new Problems("config/grenselos.yml"));
    return (Backup.Made)
        new SqliteStoreProvider().backup(settings, Opened.NO_SECRETS, folder.resolve(to));
  }
}
