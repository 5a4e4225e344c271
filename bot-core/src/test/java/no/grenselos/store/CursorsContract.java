package no.grenselos.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import no.grenselos.feed.Cursor;
import org.junit.jupiter.api.Test;

/** What {@link Cursors} and {@link RuleBooks} promise: one of many moves on. */
public interface CursorsContract extends StoreUnderTest {
  @Test
  default void aFeedNeverReadIsAtTheStart() {
    assertThat(reading(books -> books.cursors().of("feed")).result()).isEqualTo(Cursor.START);
  }

  @Test
  default void aCursorMovesFromWhereItIs() {
    assertThat(move(Cursor.START, new Cursor("1"))).isTrue();
    assertThat(move(new Cursor("1"), new Cursor("2"))).isTrue();
    assertThat(move(new Cursor("2"), new Cursor("2"))).as("to itself").isTrue();

    assertThat(reading(books -> books.cursors().of("feed")).result()).isEqualTo(new Cursor("2"));
    assertThat(reading(books -> books.cursors().of("other")).result()).isEqualTo(Cursor.START);
  }

  @Test
  default void aCursorThatAnotherMovedIsNotMoved() {
    move(Cursor.START, new Cursor("1"));

    assertThat(move(Cursor.START, new Cursor("9"))).isFalse();
    assertThat(move(new Cursor("0"), new Cursor("9"))).isFalse();
    assertThat(reading(books -> books.cursors().of("feed")).result()).isEqualTo(new Cursor("1"));
  }

  @Test
  default void aCursorMayGoBackToTheStartAndOn() {
    move(Cursor.START, new Cursor("1"));

    assertThat(move(new Cursor("1"), Cursor.START)).isTrue();
    assertThat(move(Cursor.START, new Cursor("2"))).isTrue();
  }

  @Test
  default void oneOf16ThreadsMovesACursor() {
    assertThat(Race.of(16, i -> move(Cursor.START, new Cursor("a" + i)))).containsOnlyOnce(true);
    Cursor first = read(books -> books.cursors().of("feed"));

    assertThat(Race.of(16, i -> move(first, new Cursor("b" + i)))).containsOnlyOnce(true);
  }

  @Test
  default void rulesAreNumberedWithoutGaps() {
    assertThat(reading(books -> books.ruleBooks().latest()).result()).isEmpty();
    assertThat(add(2)).isFalse();
    assertThat(add(1)).isTrue();
    assertThat(add(1)).isFalse();
    assertThat(add(2)).isTrue();

    assertThat(reading(books -> books.ruleBooks().latest()).result()).contains(source(2));
  }

  @Test
  default void earlierRulesAreFoundByNumber() {
    assertThat(reading(books -> books.ruleBooks().newest()).result()).isZero();
    add(1);
    add(2);
    add(3);

    assertThat(reading(books -> books.ruleBooks().newest()).result()).isEqualTo(3);
    assertThat(reading(books -> books.ruleBooks().find(2)).result()).contains(source(2));
    assertThat(reading(books -> books.ruleBooks().find(4)).result()).isEmpty();
    assertThat(reading(books -> books.ruleBooks().before(3, 1)).result())
        .containsExactly(source(2));
    assertThat(reading(books -> books.ruleBooks().before(4, 9)).result())
        .containsExactly(source(3), source(2), source(1));
  }

  @Test
  default void oneOf16ThreadsMakesTheNextRevision() {
    assertThat(Race.of(16, i -> add(1))).containsOnlyOnce(true);
  }

  private boolean move(Cursor before, Cursor after) {
    return write(books -> books.cursors().move("feed", before, after));
  }

  private boolean add(int revision) {
    return write(books -> books.ruleBooks().add(source(revision)));
  }

  private static RuleBooks.Source source(int revision) {
    Map<String, String> files = Map.of("routes.yml", "routes: []\n# " + Samples.HOSTILE);
    return new RuleBooks.Source(revision, Samples.T0, "ana", "because", files);
  }
}
