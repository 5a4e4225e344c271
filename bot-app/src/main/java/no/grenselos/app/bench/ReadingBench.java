package no.grenselos.app.bench;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import no.grenselos.mention.Mention;
import no.grenselos.reading.Reader;
import no.grenselos.reading.Topic;
import no.grenselos.reading.meaning.Meanings;
import no.grenselos.reading.topic.LabelledText;
import no.grenselos.reading.topic.Teaching;
import no.grenselos.reading.topic.TopicModel;
import no.grenselos.reading.whole.Copies;
import no.grenselos.reading.whole.WholeReader;

/**
 * Measures reading and learning with a hundred topics of twenty examples each, through the classes
 * that the service uses. Texts are made from a seed; none stands twice, so that nothing is
 * remembered.
 */
public final class ReadingBench {
  private static final long SEED = 20261124;
  private static final int TOPICS = 100;
  private static final int EXAMPLES = 20;
  private static final int READINGS = 400;
  private static final int LESSONS = 15;
  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

  private final TopicMix texts = new TopicMix(SEED);
  private final Random random = new Random(SEED);
  private final Meanings meanings;

  /**
   * Figures of one run.
   *
   * @param readingP50Millis from a post's arrival to its reading, posts arriving evenly at half the
   *     rate that one thread can read
   * @param learnMillis one action, until posts like it are read otherwise; median
   * @param retrainMillis all topics and examples from nothing, their vectors known
   */
  public record Figures(
      double readingP50Millis, double readingP99Millis, double learnMillis, double retrainMillis) {}

  private ReadingBench(Meanings meanings) {
    this.meanings = meanings;
  }

  /** Runs on the calling thread, for about a minute. */
  public static Figures run(Meanings meanings) {
    return new ReadingBench(meanings).figures();
  }

  private Figures figures() {
    List<Topic> topics = texts.topics(TOPICS, EXAMPLES);
    TopicModel model = TopicModel.of(topics, Teaching.NONE, meanings);
    long start = System.nanoTime();
    TopicModel again = TopicModel.of(topics, Teaching.NONE, meanings);
    double retrain = (System.nanoTime() - start) / 1e6;
    Copies copies = new Copies(Clock.fixed(NOON, ZoneOffset.UTC));
    double[] readings = readings(WholeReader.among(copies, again));
    double learn = learned(model, topics);
    return new Figures(readings[READINGS / 2], readings[READINGS * 99 / 100], learn, retrain);
  }

  /** Milliseconds from arrival to reading, sorted. */
  private double[] readings(Reader reader) {
    for (int i = 0; i < READINGS / 2; i++) reader.read(texts.mention());
    long start = System.nanoTime();
    for (int i = 0; i < READINGS / 4; i++) reader.read(texts.mention());
    long each = (System.nanoTime() - start) / (READINGS / 4);
    double[] millis = new double[READINGS];
    long arrival = System.nanoTime();
    for (int i = 0; i < READINGS; i++) {
      Mention post = texts.mention();
      arrival += 2 * each;
      while (System.nanoTime() < arrival) LockSupport.parkNanos(arrival - System.nanoTime());
      reader.read(post);
      millis[i] = (System.nanoTime() - arrival) / 1e6;
    }
    Arrays.sort(millis);
    return millis;
  }

  private double learned(TopicModel model, List<Topic> topics) {
    List<LabelledText> taught = new ArrayList<>();
    double[] millis = new double[LESSONS];
    for (int i = 0; i < LESSONS; i++) {
      LabelledText fresh =
          LabelledText.of(texts.text(List.of()), List.of(topics.get(random.nextInt(TOPICS)).id()));
      meanings.of(fresh.text()); // known since the post was read
      taught.add(fresh);
      long start = System.nanoTime();
      model.quickly(new Teaching(taught, taught, List.of()));
      millis[i] = (System.nanoTime() - start) / 1e6;
    }
    Arrays.sort(millis);
    return millis[LESSONS / 2];
  }
}
