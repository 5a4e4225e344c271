package no.grenselos.app.demo;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import no.grenselos.app.house.FreePort;

/** A PostgreSQL that can be stopped and started again, with what it holds, at the same address. */
final class Database implements Engine {
  private final Path folder;
  private final int port;
  private EmbeddedPostgres postgres;

  private Database(Path folder, int port) {
    this.folder = folder;
    this.port = port;
  }

  static Database start(Path folder) throws IOException {
    Database database = new Database(folder, FreePort.next());
    database.start();
    return database;
  }

  void start() throws IOException {
    postgres =
        EmbeddedPostgres.builder()
            .setDataDirectory(folder)
            .setCleanDataDirectory(false)
            .setPort(port)
            .start();
  }

  /** A new, empty database beside the first; ends with it. */
  Engine beside(String name) throws SQLException {
    try (Connection connection = postgres.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("create database " + name);
    }
    return new Engine() {
      @Override
      public String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + name;
      }

      @Override
      public void close() {}
    };
  }

  /** At once, with whatever is on its way. */
  void stop() throws IOException {
    postgres.close();
  }

  @Override
  public String url() {
    return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
  }

  @Override
  public void close() throws IOException {
    postgres.close();
  }
}
