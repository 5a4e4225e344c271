package no.grenselos.store.postgres;

import static no.grenselos.store.Samples.T0;
import static no.grenselos.store.Samples.after;
import static no.grenselos.store.Samples.draft;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
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
  private static String url;
  private static Store store;

  @BeforeAll
  static void open() throws Exception {
    url = PostgresServer.newDatabase("faults");
    store = PostgresStoreProvider.open(url, PostgresServer.USER, Optional.empty(), 4);
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
    Instant deadline = Instant.now().plusSeconds(20);
    while (Instant.now().isBefore(deadline)) {
      try {
        return store.write(books -> audit(books, "kept"));
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
    try (Connection connection = PostgresServer.connect(url);
        Statement statement = connection.createStatement()) {
      statement.execute(
          """
          select pg_terminate_backend(pid) from pg_stat_activity
          where application_name = 'grenselos' and datname = 'faults'
          """);
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
