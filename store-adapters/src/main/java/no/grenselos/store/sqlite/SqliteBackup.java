package no.grenselos.store.sqlite;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import no.grenselos.store.Backup;
import no.grenselos.store.StoreException;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/**
 * Copies the database of a service that runs, with {@code VACUUM INTO}
 * (sqlite.org/lang_vacuum.html): one read transaction, so the copy is of one moment and nobody
 * waits to write. SQLite's backup API begins anew whenever another process writes, and so might
 * never end beside a busy service. The copy has no pages of what was deleted.
 */
record SqliteBackup(Path file, SqliteLimits limits) {
  private static final String VERSIONS =
      "select version from flyway_schema_history where success and version <> ''"
          + " order by installed_rank desc limit 1";

  /**
   * Makes the copy, which appears under its name when it is whole.
   *
   * @throws StoreException when something has that name, or it cannot be made or is not good
   */
  Backup.Made to(Path wanted) {
    Path target = wanted.toAbsolutePath();
    if (Files.exists(target)) throw taken(target);
    if (!Files.isRegularFile(file)) {
      throw new StoreException(
          "there is no database " + file + " to copy; look at store.sqlite.file in grenselos.yml");
    }
    Path part = target.resolveSibling(target.getFileName() + ".part");
    try {
      Files.createDirectories(target.getParent());
      Files.deleteIfExists(part);
      String schema = copy(part);
      written(part);
      Files.move(part, target);
      return new Backup.Made(target, Files.size(target), schema);
    } catch (FileAlreadyExistsException e) {
      throw taken(target);
    } catch (IOException e) {
      throw new StoreException(
          "the copy " + target + " cannot be written; check its folder and free space", e);
    }
  }

  private static StoreException taken(Path target) {
    return new StoreException(
        target + " is there already, and a copy overwrites nothing; name another file");
  }

  private String copy(Path part) {
    SqliteDialect dialect = new SqliteDialect(file);
    try (Connection connection = open(file);
        PreparedStatement copy = connection.prepareStatement("vacuum into ?")) {
      copy.setString(1, part.toString());
      boolean unused = copy.execute();
    } catch (SQLException e) {
      throw new StoreException(dialect.explain(e), e);
    }
    return checked(part);
  }

  /** Reads all of the copy; returns the version of its tables. */
  private String checked(Path part) {
    try (Connection connection = open(part)) {
      String result = one(connection, "pragma integrity_check(1)");
      if (!result.equals("ok")) {
        throw new StoreException("the copy is damaged (" + result + "); is the disk well?");
      }
      return one(connection, VERSIONS);
    } catch (SQLException e) {
      throw new StoreException(new SqliteDialect(part).explain(e), e);
    }
  }

  private static String one(Connection connection, String query) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      if (!rows.next()) throw new StoreException("the copy has no tables of Grenselos");
      return rows.getString(1);
    }
  }

  private Connection open(Path database) throws SQLException {
    SQLiteConfig config = new SQLiteConfig();
    config.setBusyTimeout(Math.toIntExact(limits.locked().toMillis()));
    SQLiteDataSource source = new SQLiteDataSource(config);
    source.setUrl("jdbc:sqlite:" + database);
    return source.getConnection();
  }

  /** Power may fail right after we said that there is a copy. */
  private static void written(Path part) throws IOException {
    try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
  }
}
