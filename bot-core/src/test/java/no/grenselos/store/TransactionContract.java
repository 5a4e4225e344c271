package no.grenselos.store;

import static no.grenselos.store.Samples.T0;
import static no.grenselos.store.Samples.draft;
import static no.grenselos.store.Samples.id;
import static no.grenselos.store.Samples.posted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import no.grenselos.chat.PlacementId;
import no.grenselos.feed.Cursor;
import no.grenselos.ticket.TicketId;
import org.junit.jupiter.api.Test;

/** What {@link Store} promises of its transactions. */
public interface TransactionContract extends StoreUnderTest {
  @Test
  default void whatIsWrittenIsReadAfterwards() {
    change(books -> books.mentionInbox().add("k", "g", posted("1"), T0));

    assertThat(reading(books -> books.mentionInbox().waiting()).result()).isEqualTo(1);
  }

  @Test
  default void workThatThrowsLeavesNothing() {
    IllegalStateException stop = new IllegalStateException("stop");

    assertThatThrownBy(() ->
            change(books -> {
              books.mentionInbox().add("k", "g", posted("1"), T0);
              books.outbox().put(new Errand.Show(new PlacementId(1)), "g", T0);
              books.cursors().move("feed", Cursor.START, new Cursor("1"));
              books.tickets().open(draft("1"));
              books.mentions().add(Samples.mention("1"), Samples.understood(), Samples.ask(), T0);
              books.audit().add(new AuditLog.Entry(T0, "ana", "a.b", null, ""));
              throw stop;
            }))
        .isSameAs(stop);

    assertThat(reading(books -> books.mentionInbox().waiting()).result()).isZero();
    assertThat(reading(books -> books.outbox().waiting()).result()).isZero();
    assertThat(reading(books -> books.cursors().of("feed")).result()).isEqualTo(Cursor.START);
    assertThat(reading(books -> books.tickets().of(id("1"))).result()).isEmpty();
    assertThat(reading(books -> books.mentions().find(id("1"))).result()).isEmpty();
    assertThat(reading(books -> books.audit().latest(1)).result()).isEmpty();
    assertThat(writing(books -> books.mentionInbox().add("k", "g", posted("1"), T0)).result())
        .as("the key is free again")
        .isTrue();
  }

  @Test
  default void transactionsMustNotNest() {
    assertThatThrownBy(() -> write(books -> read(inner -> 1)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("nest");
    assertThatThrownBy(() -> read(books -> write(inner -> 1)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("nest");

    assertThat(writing(books -> 1).result()).as("usable afterwards").isEqualTo(1);
  }

  @Test
  default void readingRefusesChanges() {
    assertThatThrownBy(() -> read(books -> books.tickets().open(draft("1"))))
        .isInstanceOf(RuntimeException.class);

    assertThat(reading(books -> books.tickets().of(id("1"))).result()).isEmpty();
  }

  @Test
  default void readingSeesOneStateThoughOthersWrite() {
    List<Integer> seen =
        read(books -> {
          int before = books.audit().latest(10).size();
          Race.of(1, i -> write(others -> audit(others)));
          return List.of(before, books.audit().latest(10).size());
        });

    assertThat(seen).containsExactly(0, 0);
    assertThat(reading(books -> books.audit().latest(10)).result()).hasSize(1);
  }

  @Test
  default void readingDoesNotWaitForAWriter() throws InterruptedException {
    CountDownLatch written = new CountDownLatch(1);
    CountDownLatch hasRead = new CountDownLatch(1);
    Thread writer =
        Thread.ofVirtual()
            .start(() ->
                write(books -> {
                  audit(books);
                  written.countDown();
                  return await(hasRead);
                }));

    await(written);
    int seen = read(books -> books.audit().latest(10).size());
    hasRead.countDown();
    writer.join();

    assertThat(seen).isZero();
    assertThat(reading(books -> books.audit().latest(10)).result()).hasSize(1);
  }

  @Test
  default void writesOfManyThreadsAllCount() {
    Race.of(16, i -> write(books -> audit(books) && audit(books)));

    assertThat(reading(books -> books.audit().counts()).result()).containsEntry("a.b", 32L);
  }

  private static boolean audit(Books books) {
    books.audit().add(new AuditLog.Entry(T0, "ana", "a.b", new TicketId(1), "d"));
    return true;
  }

  private static boolean await(CountDownLatch latch) {
    try {
      assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
      return true;
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
