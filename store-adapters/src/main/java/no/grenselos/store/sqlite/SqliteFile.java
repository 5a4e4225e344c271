package no.grenselos.store.sqlite;

import com.zaxxer.hikari.HikariConfig;
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

  /**
   * Posts and queues are found by names in no order, so that a page of 500 posts changes leaves all
   * over their indexes: the 2 MB of pages that SQLite holds by itself are too few, and to carry
   * them into the file after every 4 MB of its log means to carry most of them at every commit. The
   * log may grow to 64 MB instead.
   */
  private static final int WRITER_KILOBYTES = 8 * 1024;

  private static final int LOG_PAGES = 16 * 1024;

  Store open() {
    SqliteDialect dialect = new SqliteDialect(file);
    SQLiteDataSource plain = source(connection(TransactionMode.DEFERRED));
    try {
      check(plain);
    } catch (SQLException e) {
      throw new StoreException(dialect.explain(e), e);
    }
    JdbcStore.prepare(plain, dialect);
    HikariConfig writer = pool("writer", 1, writing());
    writer.setConnectionInitSql("pragma max_page_count = " + limits.pages());
    HikariConfig readers = pool("readers", READERS, connection(TransactionMode.DEFERRED));
    readers.setConnectionInitSql("pragma query_only = true");
    return new JdbcStore(
        dialect, JdbcStore.pool(writer, dialect), JdbcStore.pool(readers, dialect));
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

  private SQLiteConfig writing() {
    SQLiteConfig config = connection(TransactionMode.IMMEDIATE);
    config.setCacheSize(-WRITER_KILOBYTES);
    config.setWalAutocheckpoint(LOG_PAGES);
    return config;
  }

  private HikariConfig pool(String name, int size, SQLiteConfig connection) {
    HikariConfig config = new HikariConfig();
    config.setPoolName("sqlite-" + name);
    config.setDataSource(source(connection));
    config.setMaximumPoolSize(size);
    config.setMaxLifetime(0);
    config.setConnectionTimeout(limits.turn().toMillis());
    return config;
  }

  private SQLiteConfig connection(TransactionMode mode) {
    SQLiteConfig config = new SQLiteConfig();
    config.setJournalMode(JournalMode.WAL);
    config.setSynchronous(SynchronousMode.FULL);
    config.setBusyTimeout(Math.toIntExact(limits.locked().toMillis()));
    config.enforceForeignKeys(true);
    // what is deleted is overwritten: else it stays readable in the file until its place is used
    config.setPragma(SQLiteConfig.Pragma.SECURE_DELETE, "true");
    config.setTransactionMode(mode);
    return config;
  }

  private SQLiteDataSource source(SQLiteConfig config) {
    SQLiteDataSource source = new SQLiteDataSource(config);
    source.setUrl("jdbc:sqlite:" + file);
    return source;
  }
}
