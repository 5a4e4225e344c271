package no.grenselos.app.bench;

import java.util.List;
import java.util.Optional;
import no.grenselos.reading.Topic;
import no.grenselos.reading.gloss.Gloss;
import no.grenselos.reading.gloss.Lexicon;
import no.grenselos.reading.meaning.Meanings;
import no.grenselos.reading.topic.Judgement;
import no.grenselos.reading.topic.LabelledText;
import no.grenselos.reading.topic.Teaching;
import no.grenselos.reading.topic.TopicModel;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * A hundred topics of twenty examples. Vectors are of 384 numbers and known beforehand: what the
 * encoder takes is told by {@link EncoderSpeed}.
 */
@State(Scope.Benchmark)
public class TopicsSpeed {
  private static final int POSTS = 1 << 10;

  private final Meanings meanings =
      new Meanings(new Gloss(Lexicon.ours()), Optional.of(new HashedVectors()));
  private List<String> posts = List.of();
  private List<LabelledText> taught = List.of();
  private @Nullable TopicModel model;
  private int next;

  @Setup(Level.Trial)
  public void learn() {
    TopicMix mix = new TopicMix(20261126);
    List<Topic> topics = mix.topics(100, 20);
    model = TopicModel.of(topics, Teaching.NONE, meanings);
    posts = mix.texts(POSTS);
    meanings.of(posts);
    taught =
        posts.subList(0, 100).stream()
            .map(text -> LabelledText.of(text, List.of(topics.getFirst().id())))
            .toList();
    model = model.quickly(new Teaching(taught.subList(1, 100), taught.subList(1, 100), List.of()));
  }

  @Benchmark
  public Judgement judge() {
    return model.judge(posts.get(next++ % POSTS));
  }

  /** The hundredth lesson, until posts like it are read otherwise. */
  @Benchmark
  public TopicModel learnOneAction() {
    return model.quickly(new Teaching(taught, taught, List.of()));
  }
}
