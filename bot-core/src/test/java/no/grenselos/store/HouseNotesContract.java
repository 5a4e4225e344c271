package no.grenselos.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What {@link HouseNotes} promise. */
public interface HouseNotesContract extends StoreUnderTest {
  String NOTE = "{\"name\":\"Kåre \\u0000 😀 '; drop table house_note; --\"}";

  @Test
  default void aNoteIsKeptPerHouseAndReplaced() {
    notes(notes -> notes.keep("teams", "person:1", "one", null));
    notes(notes -> notes.keep("slack", "person:1", "another", null));
    notes(notes -> notes.keep("teams", "person:1", NOTE, null));

    assertThat(note("teams", "person:1")).contains(NOTE);
    assertThat(note("slack", "person:1")).contains("another");
    assertThat(note("teams", "person:2")).isEmpty();
  }

  @Test
  default void notesAreFoundByHowTheirKeysBegin() {
    notes(notes -> {
      notes.keep("teams", "channel:b%", "2", null);
      notes.keep("teams", "channel:a_", "1", null);
      notes.keep("teams", "channels", "no", null);
      notes.keep("slack", "channel:c", "no", null);
    });

    assertThat(reading(books -> books.houseNotes().startingWith("teams", "channel:")).result())
        .containsExactly(entry("channel:a_", "1"), entry("channel:b%", "2"));
  }

  @Test
  default void whatIsKeptUntilThenIsSweptAwayThen() {
    notes(notes -> {
      notes.keep("teams", "short", "1", Samples.T0);
      notes.keep("teams", "long", "2", Samples.T0.plus(Duration.ofDays(1)));
      notes.keep("teams", "ever", "3", null);
    });

    notes(notes -> notes.sweep(Samples.T0));

    assertThat(note("teams", "short")).isEmpty();
    assertThat(note("teams", "long")).contains("2");
    assertThat(note("teams", "ever")).contains("3");
  }

  @Test
  default void aForgottenNoteIsGone() {
    notes(notes -> notes.keep("teams", "person:1", "one", null));

    notes(notes -> notes.forget("teams", "person:1"));

    assertThat(note("teams", "person:1")).isEmpty();
  }

  @Test
  default void oneOf16ThreadsKeepsTheFirst() {
    assertThat(
            Race.of(16, i -> write(books -> books.houseNotes().keepFirst("teams", "key", "k" + i))))
        .containsOnlyOnce(true);
    boolean again = write(books -> books.houseNotes().keepFirst("teams", "key", "later"));
    assertThat(again).isFalse();
    assertThat(note("teams", "key")).isPresent().isNotEqualTo(Optional.of("later"));
  }

  private Optional<String> note(String house, String key) {
    return reading(books -> books.houseNotes().find(house, key)).result();
  }

  private void notes(Consumer<HouseNotes> job) {
    write(books -> {
      job.accept(books.houseNotes());
      return true;
    });
  }
}
