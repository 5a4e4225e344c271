package no.grenselos.chat.shown;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import no.grenselos.chat.Form.Field;
import no.grenselos.expert.Handle;
import org.junit.jupiter.api.Test;

class InitialTest {
  private static final List<Field.Option> OPTIONS =
      List.of(new Field.Option("a", "A"), new Field.Option("b", "B"), new Field.Option("c", "C"));

  @Test
  void textIsNoLongerThanItsInputTakes() {
    assertThat(first(Field.Text.line("x", "X", "", 4).with("\u200Babcdef"))).isEqualTo("abc…");
    assertThat(Initial.longest(Field.Text.line("x", "X", "", 0))).isEqualTo(1);
    assertThat(Initial.longest(Field.Text.line("x", "X", "", 9_000))).isEqualTo(3_000);
  }

  @Test
  void onlyWhatIsOfferedIsChosen() {
    assertThat(first(new Field.OneOf("x", "X", OPTIONS, "b", false))).isEqualTo("b");
    assertThat(first(new Field.OneOf("x", "X", OPTIONS, "z", false))).isEmpty();
    assertThat(first(new Field.OneOf("x", "X", OPTIONS))).isEmpty();
    assertThat(first(new Field.ManyOf("x", "X", OPTIONS, Set.of("c", "a", "z"), true)))
        .isEqualTo("a,c");
  }

  @Test
  void onlyMembersOfTheHouseAreChosen() {
    Field ben = new Field.Person("x", "X", true, new Handle("slack", "U0BEN"));

    assertThat(Initial.of(ben, "slack")).isEqualTo("U0BEN");
    assertThat(Initial.of(ben, "teams")).isEmpty();
    assertThat(first(new Field.Person("x", "X", true))).isEmpty();
  }

  @Test
  void dayAndTimeStandAsTheyComeBack() {
    assertThat(first(new Field.Day("x", "X", LocalDate.of(2026, 12, 24), true)))
        .isEqualTo("2026-12-24");
    assertThat(first(new Field.Time("x", "X", LocalTime.of(8, 30, 15), true))).isEqualTo("08:30");
    assertThat(first(new Field.Day("x", "X", null, true))).isEmpty();
    assertThat(first(new Field.Time("x", "X", null, true))).isEmpty();
  }

  private static String first(Field field) {
    return Initial.of(field, "slack");
  }
}
