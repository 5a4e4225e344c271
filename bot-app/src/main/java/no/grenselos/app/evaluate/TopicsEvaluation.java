package no.grenselos.app.evaluate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import no.grenselos.reading.Evidence;
import no.grenselos.reading.TopicId;
import no.grenselos.reading.TopicScore;
import no.grenselos.reading.meaning.Meanings;
import no.grenselos.reading.topic.Judgement;
import no.grenselos.reading.topic.LabelledText;
import no.grenselos.reading.topic.Teaching;
import no.grenselos.reading.topic.TopicModel;

/**
 * How well topics are told, and how well it is told that a text is nobody's, by the product's own
 * model. The train part gives examples; texts of it that are nobody's, and the valid part, teach
 * when to be silent, as what became of earlier posts does in the product. Nothing is learned from
 * the test part.
 */
final class TopicsEvaluation {
  private static final int AT_ONCE = 256;
  // of what is nobody's; the point at which CLINC150's figures are compared
  private static final double PUBLISHED_RECALL = 0.87;

  private final TopicsPack pack;
  private final TopicModel model;

  TopicsEvaluation(TopicsPack pack, Meanings meanings) {
    this.pack = pack;
    this.model = TopicModel.of(pack.topics(), teaching(pack), meanings);
  }

  private static Teaching teaching(TopicsPack pack) {
    List<LabelledText> examples =
        pack.train().stream()
            .filter(t -> !t.topics().isEmpty())
            .map(TopicsEvaluation::label)
            .toList();
    List<LabelledText> outcomes =
        Stream.concat(
                pack.train().stream().filter(t -> t.topics().isEmpty()), pack.valid().stream())
            .map(TopicsEvaluation::label)
            .toList();
    return new Teaching(examples, outcomes, List.of());
  }

  private static LabelledText label(TopicsPack.Text text) {
    List<TopicId> topics =
        text.topics().stream().sorted(Comparator.comparing(TopicId::id)).toList();
    return LabelledText.of(text.text(), topics);
  }

  Result run() {
    List<Judged> judged = new ArrayList<>();
    List<TopicsPack.Text> test = pack.test();
    for (int from = 0; from < test.size(); from += AT_ONCE) {
      List<TopicsPack.Text> some = test.subList(from, Math.min(from + AT_ONCE, test.size()));
      List<Judgement> found = model.judge(some.stream().map(TopicsPack.Text::text).toList());
      for (int i = 0; i < some.size(); i++) judged.add(new Judged(some.get(i), found.get(i)));
    }
    return new Result(figures(judged), judged.stream().map(this::prediction).toList());
  }

  private record Judged(TopicsPack.Text text, Judgement judgement) {
    Optional<TopicScore> best() {
      return judgement.best();
    }

    boolean owned() {
      return !text.topics().isEmpty();
    }

    /** Whether its best topic is one of its own. */
    boolean right() {
      return best().filter(score -> text.topics().contains(score.topic())).isPresent();
    }

    boolean nudged() {
      return best().filter(score -> score.score() >= judgement.line()).isPresent();
    }

    double score() {
      return best().map(TopicScore::score).orElse(0.0);
    }
  }

  private static Figures figures(List<Judged> all) {
    double owned = count(all.stream().filter(Judged::owned));
    double nobodys = all.size() - owned;
    double nudged = count(all.stream().filter(Judged::nudged));
    double hits = count(all.stream().filter(one -> one.nudged() && one.right()));
    double falseNudges = count(all.stream().filter(one -> one.nudged() && !one.owned()));
    List<Separation.Scored> scores =
        all.stream().map(one -> new Separation.Scored(one.score(), one.owned())).toList();
    Separation separation = Separation.of(scores);
    double strict = Separation.line(scores, PUBLISHED_RECALL);
    double atStrict = count(all.stream().filter(one -> one.right() && one.score() > strict));
    return new Figures()
        .count("n", all.size())
        .share("accuracy", Figures.ratio(count(all.stream().filter(Judged::right)), owned))
        .share("nudge_precision", Figures.ratio(hits, nudged))
        .share("nudge_recall", Figures.ratio(hits, owned))
        .share("nudge_f1", Figures.f1(hits, nudged, owned))
        .share("false_nudge_rate", Figures.ratio(falseNudges, nobodys))
        .share("auroc", separation.auroc())
        .share("fpr95", separation.fpr95())
        .share("in_scope_accuracy", Figures.ratio(hits, owned))
        .share("oos_recall", Figures.ratio(nobodys - falseNudges, nobodys))
        .share("in_scope_at_oos_87", nobodys == 0 ? Double.NaN : Figures.ratio(atStrict, owned))
        .share("threshold", all.isEmpty() ? Double.NaN : all.getFirst().judgement().line());
  }

  private static double count(Stream<Judged> some) {
    return some.count();
  }

  private Prediction prediction(Judged one) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("text", one.text().text());
    values.put("expected", labels(one.text().topics()));
    values.put("topic", one.best().map(score -> label(score.topic())).orElse(""));
    values.put("score", Figures.rounded(one.score()));
    values.put("nudge", one.nudged());
    values.put("right", one.nudged() ? one.right() : !one.owned());
    values.put("threshold", Figures.rounded(one.judgement().line()));
    values.put(
        "topics", one.judgement().topics().stream().map(score -> label(score.topic())).toList());
    values.put(
        "because",
        one.best().map(TopicScore::evidence).orElse(List.of()).stream()
            .map(TopicsEvaluation::said)
            .toList());
    return new Prediction(values);
  }

  private List<String> labels(Set<TopicId> topics) {
    return topics.stream().map(this::label).sorted().toList();
  }

  private String label(TopicId topic) {
    return pack.labels().getOrDefault(topic, topic.id());
  }

  private static Map<String, Object> said(Evidence evidence) {
    Map<String, Object> said = new LinkedHashMap<>();
    said.put("start", evidence.start());
    said.put("end", evidence.end());
    said.put("words", evidence.words());
    said.put("speaks_for", evidence.speaksFor());
    return said;
  }
}
