package no.grenselos.app.demo;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import no.grenselos.app.house.FreePort;

/**
 * Two PostgreSQL: the first takes changes, and says that one is kept when the second has it too.
 */
final class DatabasePair implements Engine {
  private static final String FOLLOWER = "follower";

  private final Path folder;
  private final int port;
  private final int followersPort;
  private final EmbeddedPostgres primary;
  private final EmbeddedPostgres follower;

  private DatabasePair(Path folder) throws IOException {
    this.folder = folder;
    this.port = FreePort.next();
    this.followersPort = FreePort.next();
    server("one", port).start().close();
    follow();
    this.primary =
        server("one", port)
            .setServerConfig("synchronous_commit", "on")
            .setServerConfig("synchronous_standby_names", FOLLOWER)
            .start();
    this.follower = server("two", followersPort).start();
  }

  static DatabasePair start(Path folder) throws IOException {
    return new DatabasePair(folder);
  }

  private EmbeddedPostgres.Builder server(String name, int port) {
    return EmbeddedPostgres.builder()
        .setDataDirectory(folder.resolve(name))
        .setCleanDataDirectory(false)
        .setPGStartupWait(Duration.ofMinutes(1))
        .setPort(port);
  }

  /** The second begins as a copy of the first, and reads from it what comes. */
  private void follow() throws IOException {
    Path one = folder.resolve("one");
    Path two = folder.resolve("two");
    try (Stream<Path> files = Files.walk(one)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        Files.copy(file, two.resolve(one.relativize(file)), StandardCopyOption.COPY_ATTRIBUTES);
      }
    }
    Files.createFile(two.resolve("standby.signal"));
    Files.writeString(
        two.resolve("postgresql.auto.conf"),
        "primary_conninfo = 'host=127.0.0.1 port=%d user=postgres application_name=%s'%n"
            .formatted(port, FOLLOWER),
        StandardOpenOption.APPEND);
  }

  /** The machine of the first is gone, with whatever was on its way. */
  void loseTheFirst() throws IOException {
    List<String> lines = Files.readAllLines(folder.resolve("one/postmaster.pid"));
    ProcessHandle postmaster = ProcessHandle.of(Long.parseLong(lines.getFirst())).orElseThrow();
    List<ProcessHandle> all =
        Stream.concat(Stream.of(postmaster), postmaster.descendants()).toList();
    all.forEach(ProcessHandle::destroyForcibly);
  }

  /** The second takes changes from now on. */
  void promoteTheSecond() throws SQLException {
    try (Connection connection = follower.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("select pg_promote()");
    }
  }

  @Override
  public String url() {
    return "jdbc:postgresql://127.0.0.1:%d,127.0.0.1:%d/postgres".formatted(port, followersPort);
  }

  @Override
  public void close() throws IOException {
    follower.close();
    primary.close();
  }
}
