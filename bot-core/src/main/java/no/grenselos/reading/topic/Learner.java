package no.grenselos.reading.topic;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import no.grenselos.reading.Topic;
import no.grenselos.reading.meaning.Meanings;

/** Makes a topic model of topics and what was taught. Used once. */
final class Learner {
  private static final int FOLDS = 2;

  private final List<Topic> topics;
  private final Teaching teaching;
  private final Meanings meanings;
  private final Map<String, Seen> seen = new HashMap<>();

  Learner(List<Topic> topics, Teaching teaching, Meanings meanings) {
    this.topics = topics.stream().map(teaching::taught).toList();
    this.teaching = teaching;
    this.meanings = meanings;
  }

  TopicModel learned() {
    if (topics.isEmpty())
      return new TopicModel(topics, meanings, Optional.empty(), Gate.untaught());
    List<LabelledText> examples = examples();
    see(examples);
    Background background = background();
    Lens lens = lens(examples, background);
    Gate gate = Gate.of(outcomes(lens, examples, background));
    return new TopicModel(topics, meanings, Optional.of(lens), gate);
  }

  /** The lens with what was taught among its neighbours. */
  Lens among(Lens lens) {
    List<LabelledText> examples = examples();
    see(examples);
    return lens.among(samples(examples), samples(against()), background());
  }

  /** Each text once for a topic: those of the topics themselves, then those that were taught. */
  private List<LabelledText> examples() {
    Map<String, LabelledText> examples = new LinkedHashMap<>();
    Stream.concat(
            teaching.examples().stream(),
            topics.stream().flatMap(topic -> Teaching.of(topic).stream()))
        .forEach(one -> examples.putIfAbsent(one.topics() + one.text(), one));
    return List.copyOf(examples.values());
  }

  private List<LabelledText> against() {
    return topics.stream()
        .flatMap(topic ->
            topic.counterexamples().stream()
                .map(text -> LabelledText.of(text, List.of(topic.id()))))
        .toList();
  }

  /** All texts at once: an encoder is faster with many. */
  private void see(List<LabelledText> examples) {
    Set<String> texts = new LinkedHashSet<>();
    examples.forEach(one -> texts.add(one.text()));
    teaching.outcomes().forEach(one -> texts.add(one.text()));
    topics.forEach(topic -> texts.addAll(topic.counterexamples()));
    Seen.of(List.copyOf(texts), meanings).forEach(one -> seen.put(one.text(), one));
  }

  private Seen seen(String text) {
    return Objects.requireNonNull(seen.get(text));
  }

  private Lens lens(List<LabelledText> examples, Background background) {
    return Lens.of(topics, samples(examples), samples(against()), background);
  }

  private List<Lens.Sample> samples(List<LabelledText> labels) {
    return labels.stream().map(one -> new Lens.Sample(one, seen(one.text()))).toList();
  }

  /** Outcomes that were nobody's come first, in their order; see {@link #outcomes}. */
  private Background background() {
    List<float[]> vectors = new ArrayList<>();
    if (!meanings.encodes()) return new Background(vectors);
    Stream.concat(nobodys().stream(), against().stream())
        .forEach(one -> vectors.add(seen(one.text()).meant().vector()));
    return new Background(vectors);
  }

  private List<LabelledText> nobodys() {
    return teaching.outcomes().stream().filter(one -> one.topics().isEmpty()).toList();
  }

  private List<Gate.Outcome> outcomes(
      Lens lens, List<LabelledText> examples, Background background) {
    List<Gate.Outcome> outcomes = new ArrayList<>();
    List<LabelledText> nobodys = nobodys();
    for (int i = 0; i < nobodys.size(); i++) outcomes.add(outcome(lens, nobodys.get(i), i));
    Set<String> own = new LinkedHashSet<>();
    examples.forEach(one -> own.add(one.text()));
    List<LabelledText> somebodys =
        teaching.outcomes().stream().filter(one -> !one.topics().isEmpty()).toList();
    somebodys.stream()
        .filter(one -> !own.contains(one.text()))
        .forEach(one -> outcomes.add(outcome(lens, one, -1)));
    List<LabelledText> both = somebodys.stream().filter(one -> own.contains(one.text())).toList();
    outcomes.addAll(crossed(both, examples, background));
    return outcomes;
  }

  /** Texts that are examples too are looked at through a lens that has not learned them. */
  private List<Gate.Outcome> crossed(
      List<LabelledText> both, List<LabelledText> examples, Background background) {
    List<Gate.Outcome> outcomes = new ArrayList<>();
    if (both.isEmpty()) return outcomes;
    for (int fold = 0; fold < FOLDS; fold++) {
      List<LabelledText> held = new ArrayList<>();
      for (int i = fold; i < both.size(); i += FOLDS) held.add(both.get(i));
      Set<String> hidden = new LinkedHashSet<>();
      held.forEach(one -> hidden.add(one.text()));
      Lens lens =
          lens(examples.stream().filter(one -> !hidden.contains(one.text())).toList(), background);
      held.forEach(one -> outcomes.add(outcome(lens, one, -1)));
    }
    return outcomes;
  }

  private Gate.Outcome outcome(Lens lens, LabelledText label, int ordinary) {
    Look look = lens.at(seen(label.text()), ordinary);
    int best = look.best();
    boolean right = label.topics().contains(lens.topics().get(best));
    return new Gate.Outcome(look.signs(best), right, label.weight());
  }
}
