package no.grenselos.reading.whole;

import java.util.List;
import java.util.Optional;
import no.grenselos.reading.Topic;
import no.grenselos.reading.gloss.Gloss;
import no.grenselos.reading.gloss.Lexicon;
import no.grenselos.reading.meaning.Meanings;
import no.grenselos.reading.topic.Teaching;
import no.grenselos.reading.topic.TopicModel;

/** Readers for tests. */
public final class Readers {
  private static final Meanings WITHOUT_ENCODER =
      new Meanings(new Gloss(Lexicon.ours()), Optional.empty());

  private Readers() {}

  /** One that knows these topics and has no encoder. */
  public static WholeReader byWords(List<Topic> topics) {
    return new WholeReader(TopicModel.of(topics, Teaching.NONE, WITHOUT_ENCODER));
  }
}
