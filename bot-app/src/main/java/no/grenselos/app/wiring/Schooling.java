package no.grenselos.app.wiring;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import java.util.zip.CRC32;
import no.grenselos.config.Finding;
import no.grenselos.expert.Knowledge;
import no.grenselos.expert.Standings;
import no.grenselos.lesson.Ledger;
import no.grenselos.lesson.Lesson;
import no.grenselos.lesson.Pupil;
import no.grenselos.lesson.Taught;
import no.grenselos.mention.Mention;
import no.grenselos.reading.Reader;
import no.grenselos.reading.Topic;
import no.grenselos.reading.TopicId;
import no.grenselos.reading.meaning.Meanings;
import no.grenselos.reading.topic.Teaching;
import no.grenselos.reading.topic.TopicModel;
import no.grenselos.reading.whole.Copies;
import no.grenselos.reading.whole.WholeReader;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What this node has learned: makes readers of it, and knows who knows what. A lesson counts at
 * once where it can be counted quickly, by likeness to its post; the models are made anew {@link
 * #GATHERED} later, or when the last making is rested from, once for all lessons that came by then.
 * What it comes to depends on the log and the topics alone. Safe for many threads; nobody waits for
 * a model but who asks for a {@link #reader}.
 */
public final class Schooling implements Pupil, Knowledge {
  /** Lessons that come within this time of the first are learned in one go. */
  static final Duration GATHERED = Duration.ofMillis(500);

  private static final Logger LOG = LoggerFactory.getLogger(Schooling.class);

  private final Meanings meanings;
  private final Copies copies;
  private final Later later;
  private final Breather breather;
  private final Ledger ledger = new Ledger();
  private final Experience experience;
  private List<Topic> topics = List.of();
  private @Nullable TopicModel model;
  private boolean gathering;
  // held before RulesInForce's lock, which is held before this object's own
  private final Lock publishing = new ReentrantLock();
  private final Lock training = new ReentrantLock();
  private Listener listener = (about, reader) -> {};
  private volatile Progress progress = new Progress(0, 0, "");

  /** Is told of a reader that knows more than the one before. */
  interface Listener {
    /**
     * @param about the topics it was made for
     */
    void better(List<Topic> about, Reader reader);
  }

  /** How far learning came; without a mark while there is more to learn. */
  private record Progress(int counting, long last, String mark) {}

  /** What a model is to be made of, as it stood at one moment. */
  private record Course(List<Topic> topics, Teaching teaching, long last) {}

  public Schooling(Meanings meanings, Clock clock) {
    this(meanings, clock, Later.ON_A_THREAD, new Breather(System::nanoTime));
  }

  Schooling(Meanings meanings, Clock clock, Later later, Breather breather) {
    this.meanings = meanings;
    this.copies = new Copies(clock);
    this.experience = new Experience(meanings);
    this.later = later;
    this.breather = breather;
  }

  synchronized void tell(Listener who) {
    listener = who;
  }

  /**
   * A reader for these topics, with all that was learned so far; the topics are those to learn
   * about from now on. Takes a second or two.
   */
  Reader reader(List<Topic> about) {
    synchronized (this) {
      topics = List.copyOf(about);
      model = null;
    }
    Course course = course();
    TopicModel made = made(course);
    passed(course, made, made.mark());
    return WholeReader.among(copies, made);
  }

  /** The same for topics that are only tried: what is learned about stays as it is. */
  Reader beside(List<Topic> tried) {
    return WholeReader.among(copies, made(course(List.copyOf(tried))));
  }

  private TopicModel made(Course course) {
    return TopicModel.of(course.topics(), course.teaching(), meanings);
  }

  private synchronized Course course() {
    return course(topics);
  }

  private synchronized Course course(List<Topic> about) {
    Set<TopicId> ids = about.stream().map(Topic::id).collect(Collectors.toSet());
    return new Course(about, ledger.teaching(ids), ledger.last());
  }

  /** Keeps the model, unless the topics are others by now. Says whether it knows all lessons. */
  private synchronized boolean passed(Course course, TopicModel made, String mark) {
    if (!topics.equals(course.topics())) return true;
    model = made;
    boolean all = course.last() == ledger.last();
    progress = new Progress(ledger.counting().size(), ledger.last(), all ? mark(mark) : "");
    return all;
  }

  /** What the topics' mark and the experts' deeds come to. */
  private String mark(String ofTopics) {
    CRC32 sum = new CRC32();
    sum.update(ofTopics.getBytes(StandardCharsets.UTF_8));
    experience.addTo(sum);
    return String.format(Locale.ROOT, "%08x", sum.getValue());
  }

  /** Returns within milliseconds, but for the time that an encoder needs for the fresh texts. */
  @Override
  public void learn(List<Taught> fresh) {
    // all at once and before anybody could have to wait
    meanings.of(fresh.stream().map(Taught::text).toList());
    fresh.stream()
        .map(Taught::lesson)
        .filter(lesson -> lesson.kind() == Lesson.Kind.FORGOTTEN)
        .forEach(lesson -> copies.forget(lesson.mention()));
    boolean first;
    synchronized (this) {
      boolean changed = ledger.take(fresh);
      experience.learn(fresh);
      String mark = progress.mark();
      if (!changed && !mark.isEmpty()) {
        progress = new Progress(ledger.counting().size(), ledger.last(), mark);
        return;
      }
      progress = new Progress(ledger.counting().size(), ledger.last(), "");
      first = !gathering;
      gathering = true;
    }
    if (first) later.run(breather.after(GATHERED), this::learnAll);
    learnQuickly();
  }

  /** In turn with {@link #publish}, so that a better reader is not replaced by a quick one. */
  private void learnQuickly() {
    publishing.lock();
    try {
      TopicModel before = model();
      if (before == null) return; // one that knows more is being made
      Course course = course();
      if (before.knows(course.topics())) tell(course, before.quickly(course.teaching()));
    } finally {
      publishing.unlock();
    }
  }

  private void learnAll() {
    training.lock();
    try {
      Duration rest = breather.after(Duration.ZERO);
      if (rest.isPositive()) { // models were still being made when this was asked for
        later.run(rest, this::learnAll);
        return;
      }
      synchronized (this) {
        gathering = false;
      }
      breather.effort(this::makeAnew);
    } catch (RuntimeException e) {
      LOG.error("lessons not learned, the models stay as they are", e);
    } finally {
      training.unlock();
    }
  }

  private void makeAnew() {
    Course course = course();
    TopicModel before = model();
    TopicModel made =
        before != null && before.knows(course.topics())
            ? before.anew(course.teaching())
            : made(course);
    publish(course, made);
  }

  private void publish(Course course, TopicModel made) {
    String mark = made.mark();
    publishing.lock();
    try {
      boolean all = passed(course, made, mark);
      tell(course, made);
      // what came meanwhile was counted by likeness in the reader that was just replaced
      if (!all) learnQuickly();
    } finally {
      publishing.unlock();
    }
  }

  private void tell(Course course, TopicModel made) {
    Listener who;
    synchronized (this) {
      who = listener;
    }
    who.better(course.topics(), WholeReader.among(copies, made));
  }

  private synchronized @Nullable TopicModel model() {
    return model;
  }

  @Override
  public Optional<Standings> of(Mention post, TopicId topic, Instant now) {
    return experience.of(post, topic, now);
  }

  /** How much was learned, and a mark by which two nodes, or a rebuild, can be compared. */
  public Finding finding() {
    Progress now = progress;
    String text = now.counting() + " lessons count, up to " + now.last() + "; ";
    return new Finding(
        true, "learning", text + (now.mark().isEmpty() ? "learning them" : "state " + now.mark()));
  }
}
