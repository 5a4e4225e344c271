package no.grenselos.reading.topic;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.CRC32;
import no.grenselos.reading.Topic;
import no.grenselos.reading.TopicScore;
import no.grenselos.reading.meaning.Meanings;

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

  TopicModel(List<Topic> topics, Meanings meanings, Optional<Lens> lens, Gate gate) {
    this.topics = List.copyOf(topics);
    this.meanings = meanings;
    this.lens = lens;
    this.gate = gate;
  }

  /** Learns; takes a second or two for a hundred topics with twenty examples each. */
  public static TopicModel of(List<Topic> topics, Teaching teaching, Meanings meanings) {
    return new Learner(topics, teaching, meanings).learned();
  }

  /**
   * A model that counts what was taught by likeness to it, at once; its regressions have not
   * learned it yet. Takes milliseconds, where {@link #of} takes a second. As this one when there is
   * no encoder.
   */
  public TopicModel quickly(Teaching teaching) {
    return new TopicModel(
        topics, meanings, lens.map(l -> new Learner(topics, teaching, meanings).among(l)), gate);
  }

  /**
   * What this model has come to, in eight hexadecimal digits: of its judgements on the topics' own
   * texts. Two models with the same mark judge alike.
   */
  public String mark() {
    CRC32 sum = new CRC32();
    for (Topic topic : topics) {
      List<String> texts = Teaching.of(topic).stream().map(LabelledText::text).toList();
      for (Judgement judgement : judge(texts)) {
        judgement
            .ranked()
            .forEach(s ->
                sum.update(
                    String.format(Locale.ROOT, "%s %.6f", s.topic(), s.score())
                        .getBytes(StandardCharsets.UTF_8)));
        sum.update(
            String.format(Locale.ROOT, "%.6f", judgement.line()).getBytes(StandardCharsets.UTF_8));
      }
    }
    return String.format(Locale.ROOT, "%08x", sum.getValue());
  }

  public Judgement judge(String text) {
    return judge(Seen.of(text, meanings));
  }

  /** The same for many, which is faster with an encoder. */
  public List<Judgement> judge(List<String> texts) {
    return Seen.of(texts, meanings).stream().map(this::judge).toList();
  }

  private Judgement judge(Seen seen) {
    return lens.map(l -> judgement(l, l.at(seen, -1)))
        .orElseGet(() -> new Judgement(List.of(), gate.line()));
  }

  private Judgement judgement(Lens through, Look look) {
    Reasons reasons = new Reasons(through.scorer(), look);
    List<TopicScore> ranked = new ArrayList<>();
    int best = look.best();
    for (int topic = 0; topic < look.shares().length; topic++) {
      if (!look.mayBe(topic)) continue;
      double probability = gate.probability(look.signs(topic));
      TopicScore score =
          new TopicScore(through.topics().get(topic), probability, reasons.of(topic));
      if (topic == best) ranked.addFirst(score);
      else ranked.add(score);
    }
    ranked.subList(1, ranked.size()).sort(Comparator.comparingDouble(TopicScore::score).reversed());
    return new Judgement(ranked, gate.line());
  }
}
