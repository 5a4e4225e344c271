package no.grenselos.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import no.grenselos.config.ConfigException;
import no.grenselos.reading.meaning.Meanings;
import no.grenselos.route.Lane;
import no.grenselos.route.Route;
import no.grenselos.route.RuleBook;
import no.grenselos.work.Rules;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RulesInForceTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-23T08:00:00Z"), ZoneOffset.UTC);

  private static final Meanings MEANINGS = Encoders.meanings(Optional.empty());

  private final List<Runnable> tasks = new ArrayList<>();
  private final List<Duration> waits = new ArrayList<>();
  private final RulesInForce rules =
      new RulesInForce(
          RulesInForce.make(book(1, "text:strøm"), CLOCK, MEANINGS),
          topics -> new Schooling(MEANINGS, CLOCK).reader(topics),
          (wait, task) -> {
            waits.add(wait);
            tasks.add(task);
          });

  @AfterEach
  void close() {
    rules.close();
  }

  @Test
  void aNewRevisionIsInForceWhenTheEditsWereGathered() {
    CompletableFuture<Rules> done = rules.put(book(2, "text:varme"));

    assertThat(revision()).isEqualTo(1);
    assertThat(done).isNotDone();
    later();
    assertThat(revision()).isEqualTo(2);
    assertThat(done).isCompletedWithValue(rules.get());
  }

  @Test
  void editsThatComeTogetherAreOneChangeAndTheNewestCounts() {
    CompletableFuture<Rules> second = rules.put(book(2, "text:varme"));
    CompletableFuture<Rules> fourth = rules.put(book(4, "text:sol"));
    CompletableFuture<Rules> third = rules.put(book(3, "text:vind"));

    assertThat(waits).containsExactly(RulesInForce.GATHERED);
    later();
    assertThat(List.of(second, third, fourth))
        .allSatisfy(done -> assertThat(done.join().book().revision()).isEqualTo(4));
  }

  @Test
  void anEditAfterTheChangeIsAChangeOfItsOwn() {
    rules.put(book(2, "text:varme")).isDone();
    later();
    rules.put(book(3, "text:sol")).isDone();
    later();

    assertThat(waits).hasSize(2);
    assertThat(revision()).isEqualTo(3);
  }

  @Test
  void theSameRevisionAgainChangesNothing() {
    assertThat(rules.put(book(1, "text:sol"))).isCompletedWithValue(rules.get());
    assertThat(tasks).isEmpty();
  }

  @Test
  void aBrokenRevisionIsRefusedWholeAndWhatWaitsIsNotDisturbed() {
    CompletableFuture<Rules> good = rules.put(book(2, "text:varme"));

    assertThatThrownBy(() -> rules.put(book(3, "text:varme", "colour:blue")))
        .isInstanceOf(ConfigException.class);

    later();
    assertThat(good.join().book().revision()).isEqualTo(2);
  }

  @Test
  void theReaderStaysWhenTheTopicsStay() {
    Rules before = rules.get();
    rules.put(book(2, "text:varme")).isDone();
    later();

    assertThat(rules.get().reader()).isSameAs(before.reader());
  }

  @Test
  void whatWaitsWhenTheServiceEndsIsDropped() {
    CompletableFuture<Rules> done = rules.put(book(2, "text:varme"));

    rules.close();

    assertThat(done).isCompletedExceptionally();
    later();
    assertThat(revision()).isEqualTo(1);
    assertThatThrownBy(() -> rules.put(book(3, "text:sol")))
        .isInstanceOf(IllegalStateException.class);
  }

  private int revision() {
    return rules.get().book().revision();
  }

  private void later() {
    List<Runnable> due = List.copyOf(tasks);
    tasks.clear();
    due.forEach(Runnable::run);
  }

  private static RuleBook book(int revision, String... queries) {
    List<Route> routes = new ArrayList<>();
    for (String query : queries) {
      routes.add(
          new Route(
              query,
              query,
              null,
              Lane.CARE,
              null,
              null,
              null,
              null,
              null,
              false,
              "config/routes.yml:" + (routes.size() + 1)));
    }
    RuleBook.House house =
        new RuleBook.House(
            "Lyngheia Kraft",
            Locale.of("nb"),
            ZoneId.of("Europe/Oslo"),
            List.of(),
            "#kommunikasjon",
            Duration.ofMinutes(30));
    return new RuleBook(revision, house, routes, List.of(), List.of(), List.of(), List.of());
  }
}
