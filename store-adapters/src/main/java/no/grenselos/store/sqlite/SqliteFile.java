package no.grenselos.store.sqlite;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import no.grenselos.store.Store;
import no.grenselos.store.StoreException;
import no.grenselos.store.jdbc.JdbcStore;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteConfig.TransactionMode;
import org.sqlite.SQLiteDataSource;

/**
 * One SQLite file as two pools. Writers: one connection whose transactions take the write lock at
 * once; with deferred locks, work that reads and then writes fails when another wrote in between,
 * whatever the busy timeout. Readers: several, never waiting for the writer (WAL).
 */
record SqliteFile(Path file, SqliteLimits limits) {
  private static final int READERS = 4;

  Store open() {
    SqliteDialect dialect = new SqliteDialect(file);
    SQLiteDataSource plain = source(TransactionMode.DEFERRED);
    try {
      check(plain);
    } catch (SQLException e) {
      throw new StoreException(dialect.explain(e), e);
    }
    JdbcStore.prepare(plain, dialect);
    return new JdbcStore(
        dialect,
        pool(dialect, TransactionMode.IMMEDIATE, 1, "pragma max_page_count = " + limits.pages()),
        pool(dialect, TransactionMode.DEFERRED, READERS, "pragma query_only = true"));
  }

  /** Reads the whole file once, so that damage shows now and not on a bad day. */
  private void check(SQLiteDataSource source) throws SQLException {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery("pragma quick_check(1)")) {
      if (result.next() && !result.getString(1).equals("ok")) {
        throw new StoreException(
            "the database %s is damaged (%s); set it aside and restore a backup"
                .formatted(file, result.getString(1)));
      }
    }
  }

  private HikariDataSource pool(
      SqliteDialect dialect, TransactionMode mode, int size, String first) {
    HikariConfig config = new HikariConfig();
    config.setPoolName("sqlite-" + (size == 1 ? "writer" : "readers"));
    config.setDataSource(source(mode));
    config.setMaximumPoolSize(size);
    config.setMaxLifetime(0);
    config.setConnectionTimeout(limits.turn().toMillis());
    config.setConnectionInitSql(first);
    return JdbcStore.pool(config, dialect);
  }

  private SQLiteDataSource source(TransactionMode mode) {
    SQLiteConfig config = new SQLiteConfig();
    config.setJournalMode(JournalMode.WAL);
    config.setSynchronous(SynchronousMode.FULL);
    config.setBusyTimeout(Math.toIntExact(limits.locked().toMillis()));
    config.enforceForeignKeys(true);
    config.setTransactionMode(mode);
    SQLiteDataSource source = new SQLiteDataSource(config);
    source.setUrl("jdbc:sqlite:" + file);
    return source;
  }
}
