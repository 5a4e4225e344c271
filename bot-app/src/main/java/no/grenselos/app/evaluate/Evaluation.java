package no.grenselos.app.evaluate;

import java.util.Optional;
import no.grenselos.reading.TextEncoder;
import no.grenselos.reading.meaning.Meanings;

/**
 * Tries the product's own models on a pack.
 *
 * @param encoder empty for words only
 */
public record Evaluation(Meanings meanings, Optional<? extends TextEncoder> encoder) {
  /**
   * @param shots for topics: at most so many examples a topic; empty for all
   * @param seed of the draw
   * @throws PackException with all that is wrong with the pack
   */
  public Result of(Pack pack, Mode mode, Optional<Integer> shots, long seed) {
    return switch (mode) {
      case TOPICS ->
          new TopicsEvaluation(TopicsPack.read(pack, new Shots(shots, seed)), meanings).run();
      case COMPLAINTS -> ComplaintsEvaluation.run(pack, encoder);
      case LANGUAGE -> LanguagesEvaluation.run(pack);
      case EXPERTS -> ExpertsPack.run(pack, encoder);
      case NEARDUP -> NearDuplicatesEvaluation.run(pack);
    };
  }
}
