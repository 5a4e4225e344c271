package no.grenselos.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import no.grenselos.trial.Mismatch;
import no.grenselos.trial.Telling;
import no.grenselos.trial.Trial;
import no.grenselos.trial.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VerdictTest {
  @ParameterizedTest
  @ValueSource(
      strings = {"expert:ana", "lane:care", "topic:heat", "channel:#press", "drop", "silent"})
  void everyFormOfExpectationIsRead(String text) {
    assertThat(Verdict.expectation(text)).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "ana", "export:ana", "drop:x", "lane"})
  void anythingElseIsRefused(String text) {
    assertThatThrownBy(() -> Verdict.expectation(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("must be expert:ID");
  }

  @Test
  void eachDifferenceIsNamed() {
    Trial.Result result = Trials.base().of("Varme i huset, hva koster varme?", "x", "kari");

    assertThat(differences("lane:expert", result)).isEmpty();
    assertThat(differences("topic:heat", result)).isEmpty();
    assertThat(differences("channel:#press", result)).isEmpty();
    assertThat(differences("expert:ana", result)).isEmpty();
    assertThat(differences("expert:ben", result)).containsExactly("expert is ana, not ben");
    assertThat(differences("lane:care", result)).containsExactly("lane is expert, not care");
    assertThat(differences("drop", result)).containsExactly("no route drops it");
    assertThat(differences("silent", result)).containsExactly("it is not left alone");
  }

  @Test
  void aDropByARouteIsNotSilence() {
    Trial.Result dropped = Trials.base().of("Bitcoin!", "x", "troll");
    Trial.Result alone = Trials.base().of("Fin dag på fjellet", "x", "kari");

    assertThat(differences("drop", dropped)).isEmpty();
    assertThat(differences("silent", dropped)).isNotEmpty();
    assertThat(differences("silent", alone)).isEmpty();
    assertThat(differences("drop", alone)).isNotEmpty();
  }

  @Test
  void whatASilenceHoldsIsLeftAlone() {
    Trial.Result held = Trials.base().of("Cup i helga, og varme i hallen", "x", "kari");

    assertThat(differences("silent", held)).isEmpty();
    assertThat(differences("drop", held)).isNotEmpty();
  }

  @Test
  void theTellingNamesEachRuleAndWhoIsAsked() {
    List<String> lines =
        Telling.of(Trials.base().of("Varme i huset, hva koster varme?", "x", "kari"));

    assertThat(lines)
        .anyMatch(line -> line.startsWith("topic    heat"))
        .anyMatch(line -> line.startsWith("  * heat: "))
        .anyMatch(line -> line.startsWith("=> ask an expert on heat"))
        .anyMatch(line -> line.contains("ana: "));
  }

  private static List<String> differences(String expected, Trial.Result result) {
    return Verdict.mismatches(Verdict.expectation(expected), result).stream()
        .map(Mismatch::toString)
        .toList();
  }
}
