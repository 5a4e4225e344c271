package no.grenselos.reading.topic;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import no.grenselos.reading.Topic;
import no.grenselos.reading.TopicId;
import no.grenselos.reading.meaning.Meanings;

/** Makes a topic model of topics and what was taught. Used once, by one thread. */
final class Learner {
  private static final int FOLDS = 2;

  private final List<Topic> topics;
  private final Meanings meanings;
  private final Material material;
  private final Map<String, Seen> seen = new HashMap<>();
  private Background background = new Background(List.of());

  Learner(List<Topic> topics, Meanings meanings, Material material) {
    this.topics = topics;
    this.meanings = meanings;
    this.material = material;
  }

  TopicModel learned() {
    if (topics.isEmpty()) {
      return new TopicModel(topics, meanings, Optional.empty(), Gate.untaught(), material.meant());
    }
    // most of it is for one core only: it is done beside what the others cannot share
    CompletableFuture<FirstGuess> guessing =
        CompletableFuture.supplyAsync(() -> new FirstGuess(material.topics()));
    see();
    background = material.background();
    Scorer scorer = scorer(material);
    FirstGuess firstGuess = guessing.join();
    Lens lens = new Lens(ids(), firstGuess, scorer, background);
    Gate gate = Gate.of(outcomes(lens, firstGuess));
    return new TopicModel(topics, meanings, Optional.of(lens), gate, material.meant());
  }

  /** All texts at once, on all cores. */
  private void see() {
    Stream.of(material.examples(), material.nobodys(), material.somebodys())
        .flatMap(List::stream)
        .map(LabelledText::text)
        .distinct()
        .toList()
        .parallelStream()
        .map(text -> Seen.of(text, material.meant(text)))
        .toList()
        .forEach(one -> seen.put(one.text(), one));
  }

  private Seen seen(String text) {
    return Objects.requireNonNull(seen.get(text));
  }

  private Scorer scorer(Material of) {
    Optional<Neighbours> neighbours =
        material.encoded() ? Optional.of(of.neighbours()) : Optional.empty();
    return Scorer.of(rows(of.examples()), topics.size(), neighbours);
  }

  private List<TopicId> ids() {
    return topics.stream().map(Topic::id).toList();
  }

  private List<Scorer.Example> rows(List<LabelledText> examples) {
    List<TopicId> ids = ids();
    List<Scorer.Example> rows = new ArrayList<>();
    for (LabelledText label : examples) {
      float weight = (float) (label.weight() / Math.max(1, label.topics().size()));
      for (TopicId topic : label.topics()) {
        int number = ids.indexOf(topic);
        if (number >= 0) rows.add(new Scorer.Example(seen(label.text()), number, weight));
      }
    }
    return rows;
  }

  private List<Gate.Outcome> outcomes(Lens lens, FirstGuess firstGuess) {
    Set<String> learned = new HashSet<>();
    material.examples().forEach(one -> learned.add(one.text()));
    material.against().forEach(one -> learned.add(one.text()));
    List<Gate.Outcome> outcomes = new ArrayList<>();
    List<Past> both = new ArrayList<>();
    for (Past one : pasts()) {
      if (learned.contains(one.label().text())) both.add(one);
      else outcomes.add(one.through(lens, seen(one.label().text())));
    }
    outcomes.addAll(crossed(both, firstGuess));
    return outcomes;
  }

  private List<Past> pasts() {
    List<Past> pasts = new ArrayList<>();
    for (LabelledText one : material.nobodys()) pasts.add(new Past(one, pasts.size()));
    material.somebodys().forEach(one -> pasts.add(new Past(one, -1)));
    return pasts;
  }

  /** Texts that were learned too are looked at through a lens that has not learned them. */
  private List<Gate.Outcome> crossed(List<Past> both, FirstGuess firstGuess) {
    List<Gate.Outcome> outcomes = new ArrayList<>();
    for (int fold = 0; fold < Math.min(FOLDS, both.size()); fold++) {
      List<Past> held = new ArrayList<>();
      for (int i = fold; i < both.size(); i += FOLDS) held.add(both.get(i));
      Set<String> hidden = new HashSet<>();
      held.forEach(one -> hidden.add(one.label().text()));
      Material rest = material.without(hidden);
      Lens lens = new Lens(ids(), firstGuess.among(rest.topics()), scorer(rest), background);
      held.forEach(one -> outcomes.add(one.through(lens, seen(one.label().text()))));
    }
    return outcomes;
  }

  /**
   * What became of a text.
   *
   * @param ordinary its number in the background, -1 when it is not there
   */
  private record Past(LabelledText label, int ordinary) {
    Gate.Outcome through(Lens lens, Seen seen) {
      Look look = lens.at(seen, ordinary);
      int best = look.best();
      boolean right = label.topics().contains(lens.topics().get(best));
      return new Gate.Outcome(look.signs(best), right, label.weight());
    }
  }
}
