package no.grenselos.store;

import static no.grenselos.store.Samples.T0;
import static no.grenselos.store.Samples.after;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import no.grenselos.store.Closures.Closure;
import no.grenselos.store.Closures.Kind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What {@link Closures} promises. */
public interface ClosuresContract extends StoreUnderTest {
  @Test
  default void whatIsClosedIsKeptWithItsFirstMoment() {
    Closure care = channel("C1", T0, null);

    assertThat(begin(care)).isTrue();
    assertThat(begin(channel("C1", after(5), null))).isFalse();

    assertThat(reading(books -> books.closures().running()).result()).containsExactly(care);
    assertThat(reading(books -> books.closures().find(Kind.CHANNEL, "slack", "C1")).result())
        .contains(care);
    assertThat(reading(books -> books.closures().find(Kind.PERSON, "slack", "C1")).result())
        .isEmpty();
  }

  @Test
  default void whatIsOverIsKeptButRunsNoMore() {
    begin(channel("C1", T0, null));

    assertThat(end("C1", after(9))).isTrue();
    assertThat(end("C1", after(10))).isFalse();
    assertThat(end("C2", after(10))).isFalse();

    assertThat(reading(books -> books.closures().running()).result()).isEmpty();
    assertThat(reading(books -> books.closures().find(Kind.CHANNEL, "slack", "C1")).result())
        .contains(channel("C1", T0, after(9)));
  }

  @Test
  default void whatIsOverMayBeginAgain() {
    begin(channel("C1", T0, null));
    end("C1", after(9));
    Closure again = channel("C1", after(20), null);

    assertThat(begin(again)).isTrue();

    assertThat(reading(books -> books.closures().running()).result()).containsExactly(again);
  }

  @Test
  default void oldestComesFirst() {
    begin(channel("C1", after(9), null));
    begin(channel("C2", T0, null));

    List<Closure> running = reading(books -> books.closures().running()).result();

    assertThat(running).extracting(Closure::id).containsExactly("C2", "C1");
  }

  @Test
  default void oneOf8ThreadsBeginsIt() {
    assertThat(Race.of(8, i -> store().write(b -> b.closures().begin(channel("C1", T0, null)))))
        .containsOnlyOnce(true);
  }

  private boolean begin(Closure closure) {
    return store().write(books -> books.closures().begin(closure));
  }

  private boolean end(String id, Instant at) {
    return store().write(books -> books.closures().end(Kind.CHANNEL, "slack", id, at));
  }

  private static Closure channel(String id, Instant since, @Nullable Instant until) {
    return new Closure(Kind.CHANNEL, "slack", id, "#kundeservice", "ARCHIVED", since, until);
  }
}
