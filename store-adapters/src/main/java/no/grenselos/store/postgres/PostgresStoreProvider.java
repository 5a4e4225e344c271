package no.grenselos.store.postgres;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.Optional;
import no.grenselos.config.Secret;
import no.grenselos.config.Secrets;
import no.grenselos.config.Settings;
import no.grenselos.store.Store;
import no.grenselos.store.StoreException;
import no.grenselos.store.StoreProvider;
import no.grenselos.store.jdbc.JdbcStore;
import org.postgresql.Driver;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Opens the store in a PostgreSQL database, which must exist; several processes may share it.
 * Settings: {@code url} ({@code jdbc:postgresql://host/database}, required), {@code user} (by
 * default {@code grenselos}), {@code connections} (10 for writing, half of it for reading). The
 * password comes from the secret {@code GRENSELOS_DB_PASSWORD}; without it none is sent.
 */
public final class PostgresStoreProvider implements StoreProvider {
  private static final String PREFIX = "jdbc:postgresql:";

  @Override
  public String engine() {
    return "postgres";
  }

  @Override
  public Store open(Settings settings, Secrets secrets) {
    String url = settings.text("url");
    String user = settings.text("user", "grenselos");
    int connections = settings.number("connections", 10);
    settings.finish();
    if (Driver.parseURL(url, null) == null) {
      if (!url.isEmpty()) settings.problem("url", "must be as " + PREFIX + "//host/database");
      throw new StoreException(settings.path() + ".url is no address of a PostgreSQL database");
    }
    return open(source(url, user, secrets.find("GRENSELOS_DB_PASSWORD")), connections);
  }

  static Store open(PGSimpleDataSource source, int connections) {
    PostgresDialect dialect =
        new PostgresDialect(source.getServerNames()[0] + ":" + source.getPortNumbers()[0]);
    JdbcStore.prepare(source, dialect);
    HikariConfig readers = pool("postgres-readers", source, Math.max(1, connections / 2));
    readers.setReadOnly(true);
    readers.setTransactionIsolation("TRANSACTION_REPEATABLE_READ");
    return new JdbcStore(
        dialect,
        new HikariDataSource(pool("postgres-writers", source, connections)),
        new HikariDataSource(readers));
  }

  static PGSimpleDataSource source(String url, String user, Optional<Secret> password) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(url);
    source.setUser(user);
    password.ifPresent(secret -> source.setPassword(secret.reveal()));
    source.setApplicationName("grenselos");
    source.setConnectTimeout(5);
    source.setSocketTimeout(60);
    source.setTcpKeepAlive(true);
    // the server's detail quotes row values, which belong in no log
    source.setLogServerErrorDetail(false);
    // a node that hangs must not hold rows for ever
    source.setOptions(
        "-c lock_timeout=10000 -c statement_timeout=30000"
            + " -c idle_in_transaction_session_timeout=60000");
    return source;
  }

  private static HikariConfig pool(String name, PGSimpleDataSource source, int size) {
    HikariConfig config = new HikariConfig();
    config.setPoolName(name);
    config.setDataSource(source);
    config.setMaximumPoolSize(size);
    config.setConnectionTimeout(10_000);
    config.setTransactionIsolation(
        "TRANSACTION_READ_COMMITTED"); // whatever the server's default is
    return config;
  }
}
