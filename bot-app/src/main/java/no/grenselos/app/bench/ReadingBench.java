package no.grenselos.app.bench;

import java.lang.management.ManagementFactory;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import no.grenselos.mention.Author;
import no.grenselos.mention.Mention;
import no.grenselos.mention.MentionId;
import no.grenselos.mention.MentionKind;
import no.grenselos.mention.Network;
import no.grenselos.mention.ReplyWay;
import no.grenselos.reading.Reader;
import no.grenselos.reading.TextEncoder;
import no.grenselos.reading.Topic;
import no.grenselos.reading.TopicId;
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

  private final Vocabulary words = new Vocabulary(SEED);
  private final Random random = new Random(SEED);
  private final Meanings meanings;
  private final Optional<? extends TextEncoder> encoder;

  /**
   * Figures of one run.
   *
   * @param encoderPerS short posts a second of the calling thread's processor time; NaN without an
   *     encoder
   * @param readingP50Millis from a post's arrival to its reading, posts arriving evenly at half the
   *     rate that one thread can read
   * @param learnMillis one action, until posts like it are read otherwise; median
   * @param retrainMillis all topics and examples from nothing, their vectors known
   */
  public record Figures(
      double encoderPerS,
      double readingP50Millis,
      double readingP99Millis,
      double learnMillis,
      double retrainMillis) {}

  private ReadingBench(Meanings meanings, Optional<? extends TextEncoder> encoder) {
    this.meanings = meanings;
    this.encoder = encoder;
  }

  /** Runs on the calling thread, for about a minute. */
  public static Figures run(Meanings meanings, Optional<? extends TextEncoder> encoder) {
    return new ReadingBench(meanings, encoder).figures();
  }

  private Figures figures() {
    List<Topic> topics = topics();
    TopicModel model = TopicModel.of(topics, Teaching.NONE, meanings);
    long start = System.nanoTime();
    TopicModel again = TopicModel.of(topics, Teaching.NONE, meanings);
    double retrain = (System.nanoTime() - start) / 1e6;
    Copies copies = new Copies(Clock.fixed(NOON, ZoneOffset.UTC));
    double[] readings = readings(WholeReader.among(copies, again));
    double learn = learned(model, topics);
    return new Figures(
        encoded(), readings[READINGS / 2], readings[READINGS * 99 / 100], learn, retrain);
  }

  private List<Topic> topics() {
    List<Topic> topics = new ArrayList<>();
    for (int i = 0; i < TOPICS; i++) {
      List<String> own = List.of(words.named(), words.named(), words.named(), words.named());
      List<String> examples = new ArrayList<>();
      for (int e = 0; e < EXAMPLES; e++) examples.add(text(own));
      topics.add(
          new Topic(
              new TopicId("topic-" + i),
              Map.of("nb", own.getFirst()),
              Map.of("nb", "Om " + String.join(" og ", own)),
              own,
              List.of(),
              examples,
              List.of()));
    }
    return topics;
  }

  private String text(List<String> own) {
    List<String> text = new ArrayList<>();
    int length = 8 + random.nextInt(14);
    for (int i = 0; i < length; i++) text.add(words.spoken());
    if (!own.isEmpty()) {
      text.set(random.nextInt(length), own.get(random.nextInt(own.size())));
      text.set(random.nextInt(length), own.get(random.nextInt(own.size())));
    }
    return String.join(" ", text);
  }

  /** Milliseconds from arrival to reading, sorted. */
  private double[] readings(Reader reader) {
    for (int i = 0; i < READINGS / 2; i++) reader.read(mention());
    long start = System.nanoTime();
    for (int i = 0; i < READINGS / 4; i++) reader.read(mention());
    long each = (System.nanoTime() - start) / (READINGS / 4);
    double[] millis = new double[READINGS];
    long arrival = System.nanoTime();
    for (int i = 0; i < READINGS; i++) {
      Mention post = mention();
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
          LabelledText.of(text(List.of()), List.of(topics.get(random.nextInt(TOPICS)).id()));
      meanings.of(fresh.text()); // known since the post was read
      taught.add(fresh);
      long start = System.nanoTime();
      model.quickly(new Teaching(taught, taught, List.of()));
      millis[i] = (System.nanoTime() - start) / 1e6;
    }
    Arrays.sort(millis);
    return millis[LESSONS / 2];
  }

  private double encoded() {
    if (encoder.isEmpty()) return Double.NaN;
    List<String> posts = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) posts.add(short15());
    encoder.get().encode(posts.subList(0, 200));
    long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    encoder.get().encode(posts.subList(200, 1_000));
    return 800e9 / (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start);
  }

  // about fifteen word pieces with the marks at both ends, as a short English post has
  private String short15() {
    List<String> common =
        List.of(
            "my", "order", "has", "not", "arrived", "yet", "can", "you", "help", "me", "with",
            "the", "new", "card", "please", "why", "is", "power", "out", "again", "train", "late",
            "how");
    List<String> text = new ArrayList<>();
    for (int i = 0; i < 13; i++) text.add(common.get(random.nextInt(common.size())));
    return String.join(" ", text);
  }

  private Mention mention() {
    MentionId id = new MentionId(new Network("bench"), Long.toString(random.nextLong()));
    return new Mention(
        id,
        "",
        id.id(),
        URI.create("https://bench.invalid/"),
        Author.UNKNOWN,
        text(List.of()),
        MentionKind.POST,
        "",
        null,
        null,
        new ReplyWay.Api(),
        NOON);
  }
}
