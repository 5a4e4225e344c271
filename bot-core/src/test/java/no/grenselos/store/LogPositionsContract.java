package no.grenselos.store;

import static no.grenselos.store.Samples.T0;
import static no.grenselos.store.Samples.after;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import no.grenselos.feed.Cursor;
import no.grenselos.store.LogPositions.Row;
import no.grenselos.store.LogPositions.Step;
import org.junit.jupiter.api.Test;

/** What {@link LogPositions} promise. */
public interface LogPositionsContract extends StoreUnderTest {
  String PART = "grenselos.mentions/3";

  @Test
  default void aPartitionNeverReadBeginsAtTheStart() {
    assertThat(taken("one")).isEqualTo(Cursor.START);

    assertThat(rows())
        .containsExactly(new Row(PART, Cursor.START, "one", after(20), null, 0, 0, null));
  }

  @Test
  default void whoeverTookAPartitionMovesItOnFromWhereItStands() {
    taken("one");

    assertThat(moved("one", Cursor.START, "5")).isTrue();
    assertThat(moved("one", Cursor.START, "6")).as("from elsewhere").isFalse();
    assertThat(moved("one", new Cursor("5"), "7")).isTrue();
    assertThat(taken("other")).isEqualTo(new Cursor("7"));
  }

  @Test
  default void aNodeWhosePartitionAnotherTookMovesAndKeepsNothing() {
    taken("one");
    taken("other");

    assertThat(moved("one", Cursor.START, "5")).isFalse();
    assertThat(kept("one", 10)).isEmpty();
    assertThat(kept("one", 20)).as("the other says nothing more").contains(Cursor.START);
    assertThat(moved("one", Cursor.START, "5")).isTrue();
    assertThat(kept("other", 21)).isEmpty();
  }

  @Test
  default void aPartitionThatWasLetGoIsFreeAtOnce() {
    taken("one");
    change(books -> books.logPositions().letGo(PART, "other"));
    assertThat(kept("other", 1)).isEmpty();
    change(books -> books.logPositions().letGo(PART, "one"));
    assertThat(rows().getFirst().reader(T0)).isEmpty();

    assertThat(kept("other", 1)).contains(Cursor.START);
    assertThat(rows().getFirst().reader(after(1))).contains("other");
    assertThat(rows().getFirst().reader(after(21))).isEmpty();
  }

  @Test
  default void nobodyKeepsAPartitionThatNobodyTook() {
    assertThat(kept("one", 1)).isEmpty();
    assertThat(moved("one", Cursor.START, "1")).isFalse();
    assertThat(rows()).isEmpty();
  }

  @Test
  default void skippedMessagesAreCountedAndTheLastReasonStays() {
    taken("one");
    step("one", Cursor.START, new Step(new Cursor("9"), after(1), 4, 2, Samples.HOSTILE));
    step("one", new Cursor("9"), new Step(new Cursor("10"), after(2), 3, 0, null));
    step("one", new Cursor("10"), new Step(new Cursor("11"), after(3), 2, 1, "no JSON"));

    assertThat(rows())
        .containsExactly(
            new Row(PART, new Cursor("11"), "one", after(20), after(3), 2, 3, "no JSON"));
  }

  @Test
  default void theAdminSetsWhereItGoesOnAndTheNodeLearnsOfIt() {
    taken("one");
    moved("one", Cursor.START, "50");

    change(books -> books.logPositions().set(PART, new Cursor("7")));
    change(books -> books.logPositions().set("grenselos.mentions/10", new Cursor("8")));

    assertThat(moved("one", new Cursor("50"), "51")).isFalse();
    assertThat(kept("one", 1)).contains(new Cursor("7"));
    assertThat(rows()).extracting(Row::partition).containsExactly(PART, "grenselos.mentions/10");
  }

  @Test
  default void oneOf16ThreadsMovesAPartition() {
    taken("one");

    assertThat(Race.of(16, i -> moved("one", Cursor.START, "" + i))).containsOnlyOnce(true);
  }

  private Cursor taken(String node) {
    return write(books -> books.logPositions().take(PART, node, after(20)));
  }

  private Optional<Cursor> kept(String node, int second) {
    return write(
        books -> books.logPositions().keep(PART, node, 0, after(second), after(second + 20)));
  }

  private boolean moved(String node, Cursor before, String after) {
    return step(node, before, new Step(new Cursor(after), T0, 0, 0, null));
  }

  private boolean step(String node, Cursor before, Step step) {
    return write(books -> books.logPositions().move(PART, node, before, step));
  }

  private List<Row> rows() {
    return read(books -> books.logPositions().all());
  }
}
