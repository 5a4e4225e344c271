package no.grenselos.app.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.grenselos.app.config.ConfigFiles;
import no.grenselos.app.wiring.Encoders;
import no.grenselos.app.wiring.Setup;
import no.grenselos.app.wiring.WatchedEncoder;
import no.grenselos.memory.InventedHouse;
import no.grenselos.memory.InventedHouse.Case;
import no.grenselos.reading.meaning.Meanings;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Which kept answers are suggested with the encoder that is shipped. */
class SuggestionFiguresTest {
  private static Optional<WatchedEncoder> encoder = Optional.empty();

  @BeforeAll
  static void openEncoder() {
    encoder = Encoders.of(Setup.of(new ConfigFiles("none", Map.of()), entry -> {}));
    assertThat(encoder).isPresent();
  }

  @AfterAll
  static void closeEncoder() {
    encoder.ifPresent(WatchedEncoder::close);
  }

  @Test
  void all18PostsFindTheirAnswerAndOneOf16IsGivenAWrongOne() {
    Meanings meanings = Encoders.meanings(encoder);
    List<Case> wrong =
        InventedHouse.posts().stream()
            .filter(one -> InventedHouse.first(meanings, one.post()) != one.expected())
            .toList();

    assertThat(wrong).filteredOn(one -> one.expected() > 0).isEmpty();
    assertThat(wrong).hasSizeLessThanOrEqualTo(1);
  }
}
