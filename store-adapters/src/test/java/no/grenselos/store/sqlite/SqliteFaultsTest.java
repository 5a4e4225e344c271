package no.grenselos.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Random;
import no.grenselos.store.AuditLog;
import no.grenselos.store.Samples;
import no.grenselos.store.Store;
import no.grenselos.store.StoreException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Disk full, locked, damaged: a clear text, nothing kept, usable afterwards. */
class SqliteFaultsTest {
  private static final Duration SHORT = Duration.ofMillis(100);
  private static final Duration TURN = Duration.ofSeconds(2);
  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void nameFile() {
    file = folder.resolve("store.db");
  }

  @Test
  void aFullDiskIsToldAndNothingOfTheWorkIsKept() throws Exception {
    try (Store store = SqliteStoreProvider.open(file, new SqliteLimits(SHORT, TURN, 120))) {
      audit(store, "small");

      assertThatThrownBy(() -> fill(store))
          .isInstanceOf(StoreException.class)
          .hasMessageContaining("full")
          .hasMessageContaining("free some space");

      assertThat(entries(store)).isEqualTo(1);
      audit(store, "small again");
      assertThat(entries(store)).isEqualTo(2);
    }
    assertThat(integrity()).isEqualTo("ok");
    try (Store store = SqliteStoreProvider.open(file, SqliteLimits.DEFAULT)) {
      fill(store);
      assertThat(entries(store)).as("once there is space").isEqualTo(202);
    }
  }

  @Test
  void aLockHeldByAnotherProgramIsToldAndReadingGoesOn() throws Exception {
    try (Store store = SqliteStoreProvider.open(file, new SqliteLimits(SHORT, TURN, 1_000_000));
        Connection other = connect();
        Statement statement = other.createStatement()) {
      statement.execute("begin immediate");

      assertThatThrownBy(() -> audit(store, "kept out"))
          .isInstanceOf(StoreException.class)
          .hasMessageContaining("locked by another program")
          .hasMessageContaining(file.toString());

      assertThat(entries(store)).isZero();
      statement.execute("rollback");
      audit(store, "let in");
      assertThat(entries(store)).isEqualTo(1);
    }
    assertThat(integrity()).isEqualTo("ok");
  }

  @Test
  void theFailureQuotesNothingOfWhatWasToBeStored() throws Exception {
    try (Store store = SqliteStoreProvider.open(file, new SqliteLimits(SHORT, TURN, 120))) {
      assertThatThrownBy(() -> fill(store))
          .hasStackTraceContaining("SQLITE_FULL")
          .satisfies(thrown -> {
            for (Throwable t = thrown; t != null; t = t.getCause())
              assertThat(t.toString()).doesNotContain("xxxx");
          });
    }
  }

  @Test
  void aFileThatIsNoDatabaseIsRefusedAndLeftAlone() throws Exception {
    byte[] letter = "Dear diary, this is no database. ".repeat(400).getBytes();
    Files.write(file, letter);

    assertThatThrownBy(() -> SqliteStoreProvider.open(file, SqliteLimits.DEFAULT))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("damaged or no SQLite database")
        .hasMessageContaining("restore a backup");

    assertThat(Files.readAllBytes(file)).isEqualTo(letter);
  }

  @Test
  void aDamagedFileIsRefusedWhenOpened() throws Exception {
    try (Store store = SqliteStoreProvider.open(file, SqliteLimits.DEFAULT)) {
      fill(store);
    }
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      byte[] noise = new byte[(int) channel.size() / 2];
      new Random(7).nextBytes(noise);
      channel.write(ByteBuffer.wrap(noise), 4096 * 3);
    }

    assertThatThrownBy(() -> SqliteStoreProvider.open(file, SqliteLimits.DEFAULT))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("damaged")
        .hasMessageContaining("restore a backup");
  }

  @Test
  void aStoreOfANewerVersionIsRefused() throws Exception {
    SqliteStoreProvider.open(file, SqliteLimits.DEFAULT).close();
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.execute(
          """
          insert into flyway_schema_history
          select 99, '99', 'later', type, 'V99__later.sql', 1, installed_by, installed_on, 1, 1
          from flyway_schema_history where version = '1'
          """);
    }

    assertThatThrownBy(() -> SqliteStoreProvider.open(file, SqliteLimits.DEFAULT))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("newer Grenselos (schema version 99)");
  }

  @Test
  void whatWasWrittenIsThereWhenOpenedAgain() {
    try (Store store = SqliteStoreProvider.open(file, SqliteLimits.DEFAULT)) {
      audit(store, "before");
    }

    try (Store store = SqliteStoreProvider.open(file, SqliteLimits.DEFAULT)) {
      assertThat(entries(store)).isEqualTo(1);
    }
  }

  private static void audit(Store store, String detail) {
    store.write(books -> {
      books.audit().add(new AuditLog.Entry(Samples.T0, "ana", "a.b", null, detail));
      return true;
    });
  }

  /** Two hundred entries of 4 kB in one transaction. */
  private static void fill(Store store) {
    store.write(books -> {
      for (int i = 0; i < 200; i++) {
        String detail = "x".repeat(4000);
        books.audit().add(new AuditLog.Entry(Samples.T0, "ana", "a.b", null, detail));
      }
      return true;
    });
  }

  private static int entries(Store store) {
    return store.read(books -> books.audit().latest(1000).size());
  }

  private String integrity() throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery("pragma integrity_check")) {
      return result.getString(1);
    }
  }

  private Connection connect() throws SQLException {
    return DriverManager.getConnection("jdbc:sqlite:" + file);
  }
}
