package no.grenselos.store;

import static no.grenselos.store.Samples.T0;
import static no.grenselos.store.Samples.after;
import static org.assertj.core.api.Assertions.assertThat;

import no.grenselos.expert.ExpertId;
import org.junit.jupiter.api.Test;

/** What {@link Calendars} promise. */
public interface CalendarsContract extends StoreUnderTest {
  ExpertId READ = new ExpertId("ana");

  @Test
  default void aCalendarIsTakenOnceUntilItIsDueAgain() {
    assertThat(reading(books -> books.calendars().due(READ, T0)).result()).isTrue();
    assertThat(writing(books -> books.calendars().take(READ, T0, after(60))).result()).isTrue();
    assertThat(reading(books -> books.calendars().due(READ, after(59))).result()).isFalse();
    assertThat(reading(books -> books.calendars().due(READ, after(60))).result()).isTrue();
    assertThat(writing(books -> books.calendars().take(READ, after(59), after(119))).result())
        .isFalse();
    assertThat(
            writing(books -> books.calendars().take(new ExpertId("ben"), T0, after(60))).result())
        .isTrue();
    assertThat(writing(books -> books.calendars().take(READ, after(60), after(120))).result())
        .isTrue();
    assertThat(reading(books -> books.calendars().last(READ)).result()).isEmpty();
  }

  @Test
  default void whatCameOfAReadingIsKeptAndSaysWhenTheNextIsDue() {
    String problem = "line 3 'is' no \"calendar\"; -- æøå";
    change(books -> books.calendars().take(READ, T0, after(60)));
    change(books -> books.calendars().done(READ, new Calendars.Reading(T0, after(10), problem)));

    assertThat(reading(books -> books.calendars().last(READ)).result())
        .contains(new Calendars.Reading(T0, after(10), problem));
    assertThat(writing(books -> books.calendars().take(READ, after(9), after(60))).result())
        .isFalse();
    assertThat(writing(books -> books.calendars().take(READ, after(10), after(60))).result())
        .isTrue();
    assertThat(reading(books -> books.calendars().last(READ)).result())
        .contains(new Calendars.Reading(T0, after(60), problem));
  }

  @Test
  default void oneOf16NodesReadsACalendar() {
    assertThat(Race.of(16, i -> write(books -> books.calendars().take(READ, T0, after(60)))))
        .containsOnlyOnce(true);
  }
}
