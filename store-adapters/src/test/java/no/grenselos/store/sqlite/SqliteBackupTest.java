package no.grenselos.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import no.grenselos.config.Node;
import no.grenselos.config.Problems;
import no.grenselos.config.Settings;
import no.grenselos.store.AuditLog;
import no.grenselos.store.Backup;
import no.grenselos.store.ChildJvm;
import no.grenselos.store.Opened;
import no.grenselos.store.Samples;
import no.grenselos.store.Store;
import no.grenselos.store.StoreException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A copy made beside a process that writes. */
class SqliteBackupTest {
  @TempDir Path folder;

  @Test
  void aCopyMadeDuringWritesHasAllThatWasKeptBeforeItAndNothingByHalf() throws Exception {
    Path file = folder.resolve("store.db");
    Set<String> told = new HashSet<>();
    try (ChildJvm child = ChildJvm.start(SqliteKillTest.Writer.class, file.toString(), "1")) {
      for (int copy = 1; copy <= 3; copy++) {
        for (int i = 0; i < 200; i++) told.add(child.hear());

        Backup.Made made = backup(file, folder.resolve("copies/" + copy + ".db"));

        assertThat(made.bytes()).isEqualTo(Files.size(made.file())).isPositive();
        check(made.file(), told);
      }
      child.kill();
    }
  }

  /** Each write puts a line in the log and an errand. */
  private static void check(Path copy, Set<String> told) {
    try (Store store = SqliteStoreProvider.open(copy, SqliteLimits.DEFAULT)) {
      List<AuditLog.Entry> kept = store.read(books -> books.audit().latest(1_000_000));
      assertThat(kept.stream().map(AuditLog.Entry::detail).toList()).containsAll(told);
      assertThat(store.<Long>read(books -> books.outbox().waiting())).isEqualTo(kept.size());
      store.write(books -> books.cursors());
    }
  }

  @Test
  void whatIsThereIsNeverOverwritten() throws Exception {
    Path file = filled();
    Path copy = Files.writeString(folder.resolve("copy.db"), "something else");

    assertThatThrownBy(() -> backup(file, copy))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("overwrites nothing");

    assertThat(copy).hasContent("something else");
    assertThat(folder.resolve("copy.db.part")).doesNotExist();
  }

  @Test
  void aCopyThatWasBrokenOffIsInNobodysWay() throws Exception {
    Path file = filled();
    Files.writeString(folder.resolve("copy.db.part"), "half of it");

    Backup.Made made = backup(file, folder.resolve("copy.db"));

    assertThat(made.schema()).isEqualTo(schema(file));
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(one -> one.getFileName().toString())).doesNotContain("copy.db.part");
    }
  }

  @Test
  void whereThereIsNoDatabaseNoneIsMade() {
    assertThatThrownBy(() -> backup(folder.resolve("none.db"), folder.resolve("copy.db")))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("no database")
        .hasMessageContaining("store.sqlite.file");
    assertThat(folder.resolve("none.db")).doesNotExist();
  }

  @Test
  void aDamagedDatabaseIsNotCopied() throws Exception {
    Path file = Files.writeString(folder.resolve("store.db"), "no database at all ".repeat(500));

    assertThatThrownBy(() -> backup(file, folder.resolve("copy.db")))
        .isInstanceOf(StoreException.class);

    assertThat(folder.resolve("copy.db")).doesNotExist();
  }

  private Path filled() {
    Path file = folder.resolve("store.db");
    try (Store store = SqliteStoreProvider.open(file, SqliteLimits.DEFAULT)) {
      AuditLog.Entry entry = new AuditLog.Entry(Samples.T0, "ana", "a.b", null, "");
      boolean unused =
          store.write(books -> {
            books.audit().add(entry);
            return true;
          });
    }
    return file;
  }

  private static String schema(Path file) {
    try (Store store = SqliteStoreProvider.open(file, SqliteLimits.DEFAULT)) {
      return store.schema().orElseThrow();
    }
  }

  private static Backup.Made backup(Path file, Path to) {
    Node.Mapping nodes = new Node.Mapping(Map.of("file", new Node.Scalar(file.toString(), 2)), 1);
    Settings settings = new Settings(nodes, "store.sqlite", new Problems("config/grenselos.yml"));
    return (Backup.Made) new SqliteStoreProvider().backup(settings, Opened.NO_SECRETS, to);
  }
}
