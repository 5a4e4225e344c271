package no.grenselos.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShortNamesTest {
  @ParameterizedTest
  @CsvSource({
    "Kari Østby, kari-ostby",
    "Åse Lægreid-Næss, ase-laegreid-naess",
    "Zoë O'Brien, zoe-o-brien",
    "Łukasz Müller-Weiß, lukasz-muller-weiss",
    "Đorđe Þór, dorde-thor",
    "王伟, person",
    "=cmd|' /C calc'!A0, cmd-c-calc-a0",
    "../../etc, etc"
  })
  void aNameBecomesTheLettersAnIdMayHave(String name, String id) {
    assertThat(ShortNames.of(name, Set.of())).isEqualTo(id);
  }

  @Test
  void secondOfANameGetsANumber() {
    assertThat(ShortNames.of("Kari Berg", Set.of("kari-berg", "kari-berg-2")))
        .isEqualTo("kari-berg-3");
  }

  @Property(tries = 300)
  void anyNameGivesAnIdThatConfigTakesAndNobodyElseHas(@ForAll String name) {
    Set<String> taken = new HashSet<>();
    for (int i = 0; i < 12; i++) {
      String id = ShortNames.of(name, taken);
      assertThat(ShortNames.SHAPE.matcher(id).matches()).as(id).isTrue();
      assertThat(taken.add(id)).isTrue();
    }
  }
}
