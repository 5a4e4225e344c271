package no.grenselos.store.postgres;

import static no.grenselos.store.Samples.T0;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import no.grenselos.lesson.Lesson;
import no.grenselos.lesson.Taught;
import no.grenselos.store.Samples;
import no.grenselos.store.Store;
import org.junit.jupiter.api.Test;

/** Two connections write lessons at once, and a third polls. */
class LessonOrderTest {
  @Test
  void aLessonThatBeganEarlierButEndsLaterIsNotOvertaken() throws Exception {
    String url = PostgresServer.newDatabase("lessons");
    try (Store one = openAt(url);
        Store other = openAt(url);
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      CountDownLatch written = new CountDownLatch(1);
      CountDownLatch mayEnd = new CountDownLatch(1);
      Future<Boolean> slow =
          threads.submit(() ->
              one.write(books -> {
                boolean added = books.lessons().add(lesson("slow"));
                written.countDown();
                return added && await(mayEnd);
              }));
      await(written);
      Future<Boolean> quick =
          threads.submit(() -> other.write(books -> books.lessons().add(lesson("quick"))));

      untilSomebodyWaits(url);
      assertThat(polled(other)).as("the quick one has not overtaken").isEmpty();
      mayEnd.countDown();

      assertThat(slow.get() && quick.get()).isTrue();
      assertThat(polled(other)).containsExactly("slow", "quick");
    }
  }

  private static List<String> polled(Store store) {
    List<Taught> fresh = store.read(books -> books.lessons().after(0, 10));
    return fresh.stream().map(taught -> taught.lesson().cause()).toList();
  }

  private static Lesson lesson(String cause) {
    return new Lesson(
        Lesson.Kind.CLAIMED,
        Samples.id("1"),
        Samples.HEAT_PUMPS,
        null,
        null,
        "ana",
        "",
        cause,
        null,
        T0);
  }

  private static void untilSomebodyWaits(String url) throws Exception {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    try (Connection connection = PostgresServer.connect(url);
        Statement statement = connection.createStatement()) {
      while (true) {
        try (ResultSet row =
            statement.executeQuery(
                """
                select count(*) from pg_stat_activity
                where datname = current_database() and wait_event_type = 'Lock'
                """)) {
          row.next();
          if (row.getInt(1) > 0) return;
        }
        assertThat(System.nanoTime()).as("nobody waited in time").isLessThan(end);
      }
    }
  }

  private static boolean await(CountDownLatch latch) {
    try {
      return latch.await(20, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static Store openAt(String url) {
    return PostgresServer.open(url, 4);
  }
}
