package no.grenselos.store.postgres;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import no.grenselos.store.Store;

/** One PostgreSQL for the tests' JVM, on a free loopback port; ends with the JVM. */
public final class PostgresServer {
  public static final String USER = "postgres";
  private static EmbeddedPostgres server;

  private PostgresServer() {}

  /** The address of a new, empty database. */
  public static synchronized String newDatabase(String name) throws IOException, SQLException {
    if (server == null) server = EmbeddedPostgres.builder().start();
    try (Connection connection = server.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("create database " + name);
    }
    return "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/" + name;
  }

  static Store open(String url, int connections) {
    return PostgresStoreProvider.open(
        PostgresAddress.parse(url), USER, Optional.empty(), connections);
  }

  public static Connection connect(String url) throws SQLException {
    return DriverManager.getConnection(url, USER, "");
  }
}
