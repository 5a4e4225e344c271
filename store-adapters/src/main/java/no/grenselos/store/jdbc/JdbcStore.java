package no.grenselos.store.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.sql.DataSource;
import no.grenselos.store.Books;
import no.grenselos.store.Store;
import no.grenselos.store.StoreException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The store over one SQL engine. */
public final class JdbcStore implements Store {
  private static final Logger log = LoggerFactory.getLogger(JdbcStore.class);

  /** How often work is run when its transaction collides with others. */
  private static final int ATTEMPTS = 4;

  private final Dialect dialect;
  private final HikariDataSource writers;
  private final HikariDataSource readers;
  private final Jdbi writing;
  private final Jdbi reading;
  private final Turns turns;
  private final ThreadLocal<Boolean> busy = ThreadLocal.withInitial(() -> false);

  /**
   * Takes over both pools; {@link #close()} closes them.
   *
   * @param writers connections that decide conflicts while they write
   * @param readers connections that refuse changes and see one state for a whole transaction
   */
  public JdbcStore(Dialect dialect, HikariDataSource writers, HikariDataSource readers) {
    this.dialect = dialect;
    this.writers = writers;
    this.readers = readers;
    this.turns =
        new Turns(writers.getMaximumPoolSize(), Duration.ofMillis(writers.getConnectionTimeout()));
    this.writing = jdbi(writers);
    this.reading = jdbi(readers);
  }

  /**
   * Opens a pool.
   *
   * @throws StoreException when not even one connection can be made
   */
  public static HikariDataSource pool(HikariConfig config, Dialect dialect) {
    try {
      return new HikariDataSource(config);
    } catch (PoolInitializationException e) {
      SQLException failure = Failures.in(e);
      if (failure == null) throw e;
      throw new StoreException(dialect.explain(failure), failure);
    }
  }

  /**
   * Brings the tables up to date.
   *
   * @throws StoreException when they cannot be used, or a newer version wrote them
   */
  public static void prepare(DataSource source, Dialect dialect) {
    Schema.bringUpToDate(source, dialect);
  }

  @Override
  public <T> T write(Function<Books, T> work) {
    return alone(() -> written(work, false));
  }

  @Override
  public <T> T writeAhead(Function<Books, T> work) {
    return alone(() -> written(work, true));
  }

  private <T> T written(Function<Books, T> work, boolean ahead) {
    for (int attempt = 1; ; attempt++) {
      turns.take(ahead);
      try {
        return within(writing, work);
      } catch (StoreException e) {
        if (attempt == ATTEMPTS || !collided(e)) throw e;
        log.debug("transaction collided attempt={}", attempt);
      } finally {
        turns.give();
      }
    }
  }

  @Override
  public <T> T read(Function<Books, T> work) {
    return alone(() -> within(reading, work));
  }

  @Override
  public Optional<String> schema() {
    return alone(() -> transaction(reading, Schema::version));
  }

  @Override
  public Optional<Instant> now() {
    return dialect
        .time()
        .map(ask -> alone(() -> transaction(reading, handle -> time(handle, ask))));
  }

  private static Instant time(Handle handle, String ask) {
    return Instant.ofEpochMilli(handle.createQuery(ask).mapTo(Long.class).one());
  }

  @Override
  public Optional<Path> file() {
    return dialect.keptIn();
  }

  @Override
  public void close() {
    readers.close();
    writers.close();
  }

  private <T> T within(Jdbi jdbi, Function<Books, T> work) {
    return transaction(jdbi, handle -> work.apply(new JdbcBooks(handle, dialect)));
  }

  private <T> T transaction(Jdbi jdbi, Function<Handle, T> work) {
    try {
      return jdbi.inTransaction(work::apply);
    } catch (JdbiException e) {
      SQLException failure = Failures.in(e);
      if (failure == null) throw e;
      // not the library's exception as the cause: its text quotes what was to be stored
      throw new StoreException(dialect.explain(failure), failure);
    }
  }

  private boolean collided(StoreException e) {
    return e.getCause() instanceof SQLException failure && dialect.collided(failure);
  }

  private <T> T alone(Supplier<T> work) {
    if (busy.get()) throw new IllegalStateException("write and read must not nest");
    busy.set(true);
    try {
      return work.get();
    } finally {
      busy.remove();
    }
  }

  private static Jdbi jdbi(DataSource source) {
    Jdbi jdbi = Jdbi.create(source);
    jdbi.registerArgument(new TextArgument());
    jdbi.registerArrayType(String.class, "text");
    jdbi.configure(
        StatementExceptions.class,
        config -> config.setMessageRendering(StatementExceptions.MessageRendering.NONE));
    return jdbi;
  }
}
