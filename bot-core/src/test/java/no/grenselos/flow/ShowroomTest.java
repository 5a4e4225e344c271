package no.grenselos.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class ShowroomTest {
  @Test
  void everyKindOfFormCardAndPressIsShown() {
    try (Showroom room = new Showroom(Locale.of("nb"), List.of("Kari", "Hei du.", "Per"))) {
      assertThat(room.exhibits()).isNotEmpty();

      assertThat(EnumSet.complementOf(EnumSet.copyOf(room.forms()))).as("forms").isEmpty();
      assertThat(EnumSet.complementOf(EnumSet.copyOf(room.presses()))).as("presses").isEmpty();
      assertThat(room.cards()).as("cards").containsAll(room.allCards());
    }
  }
}
