package no.grenselos.app.lexicon;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import no.grenselos.reading.gloss.Gloss;
import no.grenselos.reading.gloss.Lexicon;
import no.grenselos.reading.gloss.Step;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How much of running Norwegian text our lexicon knows, names left out. */
@Tag("corpus")
class CoverageCorpusTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Gloss GLOSS = new Gloss(Lexicon.ours());

  @ParameterizedTest
  @CsvSource({
    "topics_nb_massive/all.jsonl, text_nb",
    "topics_sib200/nb.jsonl, text",
    "topics_sib200/nn.jsonl, text"
  })
  void ofAHundredRunningWordsEightyFiveAreKnown(String file, String field) throws IOException {
    int words = 0;
    int found = 0;
    for (String line : Files.readAllLines(Path.of(System.getProperty("shared.data"), file))) {
      for (Step step : GLOSS.steps(JSON.readTree(line).path(field).asText())) {
        if (step.name()) continue;
        words += step.words();
        if (step.found().isPresent()) found += step.words();
      }
    }

    System.out.printf(
        "coverage %s: %d of %d words, %.3f%n", file, found, words, 1.0 * found / words);
    assertThat(words).isGreaterThan(5_000);
    assertThat(1.0 * found / words).isGreaterThanOrEqualTo(0.85);
  }
}
