package no.grenselos.reading.intent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import no.grenselos.reading.Resource;
import org.junit.jupiter.api.Test;

class WeightsTest {
  private static final String HEAD =
      "# sign\tcomplaint\tquestion\tpraise\tnews\tspam\tjob: log odds. Made from examples.tsv, see"
          + " WeightsTest";
  private static final Path FRESH = Path.of("target", "weights.tsv");

  /** When it differs on purpose, copy target/weights.tsv over the one in the resources. */
  @Test
  void trainingAgainGivesExactlyTheShippedWeights() throws IOException {
    List<String> lines =
        IntentWeights.trainedOn(Figures.examples("examples.tsv"), new Signs()).lines();

    List<String> file = new ArrayList<>(List.of(HEAD));
    file.addAll(lines);
    Files.write(FRESH, file);
    assertThat(lines).isEqualTo(Resource.lines(IntentWeights.class, "weights.tsv"));
  }

  @Test
  void theShippedWeightsAreReadAsWritten() {
    assertThat(IntentWeights.shipped().lines())
        .isEqualTo(Resource.lines(IntentWeights.class, "weights.tsv"));
  }
}
