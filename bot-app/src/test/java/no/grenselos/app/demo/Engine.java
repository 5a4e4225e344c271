package no.grenselos.app.demo;

import java.io.Closeable;
import java.nio.file.Path;

/** What keeps what {@link Nodes} know. */
interface Engine extends Closeable {
  /** Of JDBC. */
  String url();

  /** The entry of {@code store:} that names it. */
  default String entry() {
    return "postgres: {url: \"" + url() + "\", user: postgres}";
  }

  /** SQLite's file. */
  record File(Path path) implements Engine {
    static File in(Path folder) {
      return new File(folder.resolve("grenselos.db"));
    }

    @Override
    public String url() {
      return "jdbc:sqlite:" + path;
    }

    @Override
    public String entry() {
      return "sqlite: {file: \"" + path + "\"}";
    }

    @Override
    public void close() {}
  }
}
