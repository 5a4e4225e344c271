package no.grenselos.app.wiring;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import no.grenselos.config.Finding;
import no.grenselos.expert.Affinity;
import no.grenselos.expert.Did;
import no.grenselos.expert.ExpertId;
import no.grenselos.expert.Gist;
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
import no.grenselos.reading.topic.TopicModel;
import no.grenselos.reading.whole.Copies;
import no.grenselos.reading.whole.WholeReader;
import org.jspecify.annotations.Nullable;

/**
 * What this node has learned: makes readers of it, and knows who knows what. A lesson counts at
 * once where it can be counted quickly, by likeness to its post; the models are made anew right
 * after. Safe for many threads.
 */
public final class Schooling implements Pupil, Knowledge {
  private static final int PAGE = 500;

  private final Meanings meanings;
  private final Copies copies;
  private final Ledger ledger = new Ledger();
  private final Affinity affinity = new Affinity();
  private final Map<Long, Did> deeds = new HashMap<>();
  private List<Topic> topics = List.of();
  private @Nullable TopicModel model;
  private String mark = "";
  private Listener listener = (about, reader) -> {};

  /** Is told of a reader that knows more than the one before. */
  interface Listener {
    /**
     * @param about the topics it was made for
     */
    void better(List<Topic> about, Reader reader);
  }

  public Schooling(Meanings meanings, Clock clock) {
    this.meanings = meanings;
    this.copies = new Copies(clock);
  }

  synchronized void tell(Listener who) {
    listener = who;
  }

  /** A reader for these topics, with all that was learned so far. Takes a second or two. */
  synchronized Reader reader(List<Topic> about) {
    topics = List.copyOf(about);
    return modelled();
  }

  private Reader modelled() {
    TopicModel made = TopicModel.of(topics, ledger.teaching(ids()), meanings);
    model = made;
    mark = "";
    return WholeReader.among(copies, made);
  }

  private Set<TopicId> ids() {
    return topics.stream().map(Topic::id).collect(Collectors.toSet());
  }

  @Override
  public synchronized void learn(List<Taught> fresh) {
    ledger.take(fresh);
    fresh.forEach(this::learn);
    boolean more = fresh.size() == PAGE;
    if (more || model == null) return;
    listener.better(topics, WholeReader.among(copies, model.quickly(ledger.teaching(ids()))));
    listener.better(topics, modelled());
  }

  private void learn(Taught taught) {
    Lesson lesson = taught.lesson();
    switch (lesson.kind()) {
      case CLAIMED -> did(taught, lesson.expert(), Did.Kind.CLAIMED);
      case ANSWERED -> did(taught, lesson.expert(), Did.Kind.ANSWERED);
      case PASSED -> did(taught, lesson.expert(), Did.Kind.PASSED);
      case LAPSED -> did(taught, lesson.expert(), Did.Kind.LAPSED);
      case NAMED -> did(taught, lesson.named(), Did.Kind.NAMED_BY_OTHER);
      case TAKEN_BACK -> {
        Did undone = deeds.remove(lesson.undoes());
        if (undone != null) affinity.unlearn(undone);
      }
      case FORGOTTEN -> {
        affinity.forget(lesson.mention());
        deeds.values().removeIf(did -> did.post().equals(lesson.mention()));
        copies.forget(lesson.mention());
      }
      case WRONG_TOPIC, MORE_LIKE_THIS, LESS_LIKE_THIS, NOBODYS -> {}
    }
  }

  private void did(Taught taught, @Nullable ExpertId expert, Did.Kind kind) {
    if (expert == null || taught.text().isBlank()) return;
    Lesson lesson = taught.lesson();
    Did did =
        new Did(expert, kind, lesson.mention(), lesson.topic(), gist(taught.text()), lesson.at());
    deeds.put(taught.number(), did);
    affinity.learn(did);
  }

  private Gist gist(String text) {
    return Gist.of(text, meanings.of(text).vector());
  }

  @Override
  public Optional<Standings> of(Mention post, TopicId topic, Instant now) {
    return Optional.of(affinity.standings(post.id(), gist(post.text()), topic, now));
  }

  /** How much was learned, and a mark by which two nodes, or a rebuild, can be compared. */
  public synchronized Finding finding() {
    String text = ledger.counting().size() + " lessons count, up to " + ledger.last();
    if (mark.isEmpty() && model != null) mark = model.mark();
    if (!mark.isEmpty()) text += "; state " + mark;
    return new Finding(true, "learning", text);
  }
}
