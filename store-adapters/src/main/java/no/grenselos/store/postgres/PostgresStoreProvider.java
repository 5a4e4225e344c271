package no.grenselos.store.postgres;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import no.grenselos.config.Secret;
import no.grenselos.config.Secrets;
import no.grenselos.config.Settings;
import no.grenselos.store.Backup;
import no.grenselos.store.Store;
import no.grenselos.store.StoreException;
import no.grenselos.store.StoreProvider;
import no.grenselos.store.jdbc.JdbcStore;

/**
 * Opens the store in a PostgreSQL database, which must exist; several processes may share it.
 * Settings: {@code url} ({@code jdbc:postgresql://host/database}, required; with several hosts,
 * {@code //one,two/database}, whichever of them takes changes), {@code user} (by default {@code
 * grenselos}), {@code connections} (by default 10, at least 3, for writing; half as many for
 * reading). The password comes from the secret {@code GRENSELOS_DB_PASSWORD}; without it none is
 * sent.
 */
public final class PostgresStoreProvider implements StoreProvider {
  /** Bringing the schema up to date takes several connections at once. */
  private static final int FOR_SCHEMA = 3;

  /** A node that hangs must not hold rows for ever, nor a query run without end. */
  private static final String SESSION =
      "-c lock_timeout=10000 -c statement_timeout=30000"
          + " -c idle_in_transaction_session_timeout=60000";

  /**
   * A plan is kept while a table grows: one that reads all of a queue that was empty when it was
   * made would do so with ten thousand entries. Where there is no index, all is read nevertheless,
   * which then counts as so costly that it would be compiled each time.
   */
  private static final String BY_INDEX = " -c enable_seqscan=off -c jit=off";

  @Override
  public String engine() {
    return "postgres";
  }

  @Override
  public Store open(Settings settings, Secrets secrets) {
    Optional<PostgresAddress> address = address(settings);
    String user = settings.text("user", "grenselos");
    int connections = settings.number("connections", 10);
    if (!settings.has("url")) settings.problem("url", "is missing");
    settings.finish();
    if (address.isEmpty()) throw new StoreException(settings.path() + ".url names no database");
    return open(address.get(), user, secrets.find("GRENSELOS_DB_PASSWORD"), connections);
  }

  /** The server's own tools do it; they ask for the password. */
  @Override
  public Backup backup(Settings settings, Secrets secrets, Path to) {
    Optional<PostgresAddress> address = address(settings);
    String user = settings.text("user", "grenselos");
    int unused = settings.number("connections", 10);
    settings.finish();
    if (address.isEmpty()) throw new StoreException(settings.path() + ".url names no database");
    // of several servers the tools take the first that answers
    String dump =
        "pg_dump --host=%s --port=%s --username=%s --dbname=%s --format=custom --no-owner --file=%s"
            .formatted(
                // brackets are for addresses of the web
                quoted(String.join(",", address.get().hosts()).replaceAll("[\\[\\]]", "")),
                String.join(",", address.get().ports()),
                quoted(user),
                quoted(address.get().database()),
                quoted(to.toString()));
    return new Backup.ByTools(
        List.of(dump, "pg_restore --list " + quoted(to.toString())),
        "The first makes the copy while nodes run, the second reads its table of contents. The"
            + " password is asked for, or read from ~/.pgpass; docs/backup.md says how to"
            + " restore.");
  }

  private static Optional<PostgresAddress> address(Settings settings) {
    return settings.parsed("url", PostgresAddress::parse, "must be as " + PostgresAddress.EXAMPLE);
  }

  /** For a shell. */
  private static String quoted(String word) {
    return word.matches("[A-Za-z0-9_./:@%+=-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
  }

  static Store open(
      PostgresAddress address, String user, Optional<Secret> password, int connections) {
    PostgresDialect dialect = new PostgresDialect(address.servers());
    HikariConfig writing =
        pool("postgres-writers", address, Math.max(FOR_SCHEMA, connections), SESSION + BY_INDEX);
    writing.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
    writing.setExceptionOverride(new NoLongerPrimary());
    HikariConfig reading = pool("postgres-readers", address, Math.max(1, connections / 2), SESSION);
    reading.setTransactionIsolation("TRANSACTION_REPEATABLE_READ");
    reading.setReadOnly(true);
    for (HikariConfig config : new HikariConfig[] {writing, reading}) {
      config.setUsername(user);
      password.ifPresent(secret -> config.setPassword(secret.reveal()));
    }
    HikariDataSource writers = JdbcStore.pool(writing, dialect);
    try {
      JdbcStore.prepare(writers, dialect);
      return new JdbcStore(dialect, writers, JdbcStore.pool(reading, dialect));
    } catch (StoreException e) {
      writers.close();
      throw e;
    }
  }

  private static HikariConfig pool(String name, PostgresAddress address, int size, String session) {
    HikariConfig config = new HikariConfig();
    config.setPoolName(name);
    config.setJdbcUrl(address.url());
    config.setMaximumPoolSize(size);
    config.setMinimumIdle(1);
    config.setConnectionTimeout(10_000);
    config.addDataSourceProperty("ApplicationName", "grenselos");
    config.addDataSourceProperty("options", session);
    config.addDataSourceProperty("connectTimeout", "5");
    config.addDataSourceProperty("socketTimeout", "60");
    config.addDataSourceProperty("tcpKeepAlive", "true");
    // the server's detail quotes row values, which belong in no log
    config.addDataSourceProperty("logServerErrorDetail", "false");
    // readers too: a follower may not have what was just kept; the URL may say otherwise
    if (address.several()) config.addDataSourceProperty("targetServerType", "primary");
    return config;
  }
}
