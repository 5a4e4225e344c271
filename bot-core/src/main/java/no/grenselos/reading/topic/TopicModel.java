package no.grenselos.reading.topic;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32;
import no.grenselos.reading.Topic;
import no.grenselos.reading.TopicScore;
import no.grenselos.reading.meaning.Meanings;
import no.grenselos.reading.meaning.Meant;

/**
 * Tells what a text is about, or that it is about nothing of ours. Three steps: which topic is it
 * most like ({@link Scorer}), how sure was one before anything was learned ({@link FirstGuess}),
 * and is it really about it ({@link Gate}). Learning makes a new model. Immutable; safe for many
 * threads; fails on no text.
 */
public final class TopicModel {
  private final List<Topic> topics;
  private final Meanings meanings;
  private final Optional<Lens> lens;
  private final Gate gate;
  private final Map<String, Meant> known;

  /**
   * @param topics as they stand in the rule book
   * @param known the meanings of the texts it was made of, by text
   */
  TopicModel(
      List<Topic> topics,
      Meanings meanings,
      Optional<Lens> lens,
      Gate gate,
      Map<String, Meant> known) {
    this.topics = List.copyOf(topics);
    this.meanings = meanings;
    this.lens = lens;
    this.gate = gate;
    this.known = known;
  }

  /** Learns; takes a second or two for a hundred topics with twenty examples each. */
  public static TopicModel of(List<Topic> topics, Teaching teaching, Meanings meanings) {
    return new Learner(topics, meanings, new Material(topics, teaching, meanings, Map.of()))
        .learned();
  }

  /** As {@link #of} for the same topics, without encoding anew what this model knows. */
  public TopicModel anew(Teaching teaching) {
    return new Learner(topics, meanings, new Material(topics, teaching, meanings, known)).learned();
  }

  /**
   * A model that counts what was taught by likeness to it, at once; its regressions have not
   * learned it yet. Takes milliseconds, where {@link #of} takes a second.
   *
   * @param teaching all that counts now; what this model was taught and is no part of it is not
   *     compared with any more
   */
  public TopicModel quickly(Teaching teaching) {
    Material material = new Material(topics, teaching, meanings, known);
    // while the encoder fails the meanings there are stay in use
    boolean comparable = lens.isEmpty() || !lens.get().encoded() || material.encoded();
    if (!comparable) return this;
    return new TopicModel(
        topics, meanings, lens.map(l -> l.among(material)), gate, material.meant());
  }

  /** Whether it was made for just these topics. */
  public boolean knows(List<Topic> all) {
    return topics.equals(all);
  }

  /**
   * What this model has come to, in eight hexadecimal digits: the texts it was made of, and its
   * judgements on the first text of each topic. Two models with the same mark judge alike.
   */
  public String mark() {
    CRC32 sum = new CRC32();
    known.keySet().stream().sorted().forEach(text -> add(sum, text));
    List<String> firsts =
        topics.stream().map(topic -> Teaching.of(topic).getFirst().text()).toList();
    for (Judgement judgement : judge(firsts)) {
      judgement.ranked().forEach(s -> add(sum, line(s.topic(), s.score())));
      add(sum, line("line", judgement.line()));
    }
    return String.format(Locale.ROOT, "%08x", sum.getValue());
  }

  private static String line(Object what, double number) {
    return String.format(Locale.ROOT, "%s %.6f", what, number);
  }

  private static void add(CRC32 sum, String line) {
    sum.update(line.getBytes(StandardCharsets.UTF_8));
  }

  public Judgement judge(String text) {
    return judge(Seen.of(text, meanings));
  }

  /** The same for many, on all cores: an encoder is faster with many at once. */
  public List<Judgement> judge(List<String> texts) {
    return Seen.of(texts, meanings).parallelStream().map(this::judge).toList();
  }

  private Judgement judge(Seen seen) {
    return lens.map(l -> judgement(l, l.at(seen, -1)))
        .orElseGet(() -> new Judgement(List.of(), gate.line()));
  }

  private Judgement judgement(Lens through, Look look) {
    Reasons reasons = new Reasons(through.scorer(), look);
    List<TopicScore> ranked = new ArrayList<>();
    int best = look.best();
    // a gate that knows meanings cannot judge a text without one, as while the encoder fails
    boolean whole = through.encoded() == look.encoded();
    Gate judge = whole ? gate : Gate.untaught();
    for (int topic = 0; topic < look.shares().length; topic++) {
      if (!look.mayBe(topic)) continue;
      double probability = judge.probability(look.signs(topic));
      TopicScore score =
          new TopicScore(through.topics().get(topic), probability, reasons.of(topic));
      if (topic == best) ranked.addFirst(score);
      else ranked.add(score);
    }
    ranked.subList(1, ranked.size()).sort(Comparator.comparingDouble(TopicScore::score).reversed());
    return new Judgement(ranked, judge.line());
  }
}
