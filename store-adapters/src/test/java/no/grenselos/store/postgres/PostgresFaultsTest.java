package no.grenselos.store.postgres;

import static no.grenselos.store.Samples.T0;
import static no.grenselos.store.Samples.after;
import static no.grenselos.store.Samples.draft;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import no.grenselos.store.AuditLog;
import no.grenselos.store.Books;
import no.grenselos.store.Store;
import no.grenselos.store.StoreException;
import no.grenselos.ticket.Ticket;
import no.grenselos.ticket.TicketId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PostgresFaultsTest {
  private static final String OURS =
      "from pg_stat_activity where application_name = 'grenselos' and datname = 'faults'";

  private static String url;
  private static Store store;

  @BeforeAll
  static void open() throws Exception {
    url = PostgresServer.newDatabase("faults");
    store = PostgresServer.open(url, 4);
  }

  @AfterAll
  static void close() {
    store.close();
  }

  @Test
  void aLostConnectionIsToldAndThePoolRecovers() {
    assertThatThrownBy(() ->
            store.write(books -> {
              audit(books, "lost");
              endAllConnections();
              return audit(books, "lost too");
            }))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("cannot be reached");

    assertThat(writesAgain()).isTrue();
    assertThat(store.<Long>read(books -> books.audit().counts().getOrDefault("lost", 0L))).isZero();
  }

  /** As one that was given to follow another: whoever stays connected to it never writes again. */
  @Test
  void aServerThatTakesNoChangesAnyMoreIsLeft() {
    assertThat(writesAgain()).isTrue();
    List<Integer> before = connections();
    try {
      execute("alter system set default_transaction_read_only = on");
      execute("select pg_reload_conf()");
      assertThat(refusal()).contains("takes no changes now");
    } finally {
      execute("alter system reset default_transaction_read_only");
      execute("select pg_reload_conf()");
    }

    assertThat(within20s(() -> !connections().containsAll(before))).as("one is closed").isTrue();
    assertThat(writesAgain()).isTrue();
  }

  @Test
  void workThatDeadlocksIsRunAgain() throws Exception {
    TicketId a = store.write(books -> books.tickets().open(draft("a"))).orElseThrow().id();
    TicketId b = store.write(books -> books.tickets().open(draft("b"))).orElseThrow().id();
    CyclicBarrier bothHoldOne = new CyclicBarrier(2);
    AtomicInteger runs = new AtomicInteger();

    CompletableFuture<Boolean> forth =
        CompletableFuture.supplyAsync(() -> touchBoth(a, b, bothHoldOne, runs));
    CompletableFuture<Boolean> back =
        CompletableFuture.supplyAsync(() -> touchBoth(b, a, bothHoldOne, runs));

    assertThat(forth.get() && back.get()).isTrue();
    assertThat(runs.get()).as("one was run again").isGreaterThan(2);
  }

  private static boolean touchBoth(
      TicketId first, TicketId second, CyclicBarrier barrier, AtomicInteger runs) {
    return store.write(books -> {
      boolean onceMore = runs.incrementAndGet() > 2;
      touch(books, first);
      if (!onceMore) await(barrier);
      return touch(books, second);
    });
  }

  private static boolean touch(Books books, TicketId id) {
    Ticket ticket = books.tickets().find(id).orElseThrow();
    return books.tickets().save(ticket.with(ticket.state(), after(9)));
  }

  private static boolean writesAgain() {
    return within20s(() -> store.write(books -> audit(books, "kept")));
  }

  /** Why the next write that fails did; those before the server heard of it do not. */
  private static String refusal() {
    List<String> refusals = new ArrayList<>();
    within20s(() -> {
      try {
        return !store.write(books -> audit(books, "kept"));
      } catch (StoreException e) {
        return refusals.add(String.valueOf(e.getMessage()));
      }
    });
    return String.join("; ", refusals);
  }

  private static boolean within20s(BooleanSupplier holds) {
    Instant deadline = Instant.now().plusSeconds(20);
    while (Instant.now().isBefore(deadline)) {
      try {
        if (holds.getAsBoolean()) return true;
      } catch (StoreException e) {
        Thread.onSpinWait();
      }
    }
    return false;
  }

  private static boolean audit(Books books, String what) {
    books.audit().add(new AuditLog.Entry(T0, "ana", what, null, ""));
    return true;
  }

  private static void endAllConnections() {
    execute("select pg_terminate_backend(pid) " + OURS);
  }

  private static List<Integer> connections() {
    try (Connection connection = PostgresServer.connect(url);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("select pid " + OURS)) {
      List<Integer> ids = new ArrayList<>();
      while (rows.next()) ids.add(rows.getInt(1));
      return ids;
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  private static void execute(String sql) {
    try (Connection connection = PostgresServer.connect(url);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  private static void await(CyclicBarrier barrier) {
    try {
      barrier.await();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }
}
