package no.grenselos.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import no.grenselos.chat.PlacementId;
import no.grenselos.store.AuditLog;
import no.grenselos.store.ChildJvm;
import no.grenselos.store.Errand;
import no.grenselos.store.Samples;
import no.grenselos.store.Store;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** kill -9 while another process writes: what it was told is kept is kept, and nothing by half. */
class SqliteKillTest {
  private static final int KILLS = 6;
  @TempDir Path folder;

  /** Writes two rows a transaction and says the number of each one that was kept. */
  static final class Writer {
    public static void main(String[] arguments) {
      try (Store store = SqliteStoreProvider.open(Path.of(arguments[0]), SqliteLimits.DEFAULT)) {
        for (long i = Long.parseLong(arguments[1]); ; i++) {
          long number = i;
          store.write(books -> {
            String detail = Long.toString(number);
            books.audit().add(new AuditLog.Entry(Samples.T0, "ana", "a.b", null, detail));
            books.outbox().put(new Errand.Show(new PlacementId(number)), "g" + number, Samples.T0);
            return number;
          });
          System.out.println(number);
        }
      }
    }
  }

  @Test
  void everyAcknowledgedWriteOutlivesTheKill() throws Exception {
    Path file = folder.resolve("store.db");
    Random random = new Random(11);
    Set<String> told = new HashSet<>();

    for (int kill = 0; kill < KILLS; kill++) {
      try (ChildJvm child = ChildJvm.start(Writer.class, file.toString(), kill + "000000")) {
        for (int i = 20 + random.nextInt(200); i > 0; i--) told.add(child.hear());
        child.kill();
        // the last line may be cut short by the kill: then it was not told
        List<String> rest = child.hearRest();
        if (!rest.isEmpty()) told.addAll(rest.subList(0, rest.size() - 1));
      }
      check(file, told);
    }
    assertThat(told).hasSizeGreaterThan(KILLS * 20);
  }

  private static void check(Path file, Set<String> told) throws Exception {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery("pragma integrity_check")) {
      assertThat(result.getString(1)).isEqualTo("ok");
    }
    try (Store store = SqliteStoreProvider.open(file, SqliteLimits.DEFAULT)) {
      List<AuditLog.Entry> kept = store.read(books -> books.audit().latest(1_000_000));
      assertThat(kept.stream().map(AuditLog.Entry::detail).toList()).containsAll(told);
      assertThat(store.<Long>read(books -> books.outbox().waiting())).isEqualTo(kept.size());
    }
  }
}
