package no.grenselos.reading.topic;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.grenselos.reading.Resource;
import no.grenselos.reading.Topic;
import no.grenselos.reading.TopicId;
import no.grenselos.reading.Word;
import no.grenselos.reading.Words;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.no.NorwegianAnalyzer;

/**
 * How like a topic's examples a text is: cosine of TF-IDF vectors over word stems, word pairs and
 * four-letter pieces. Words of everyday talk count for nothing. Immutable; safe for many threads.
 */
final class Likeness {
  private static final double PAIR_WEIGHT = 0.7;
  private static final double PIECE_WEIGHT = 0.25;
  private static final int PIECE = 4;

  private static final Set<String> COMMON = common();

  private final Map<String, Integer> documents;
  private final Map<TopicId, List<Example>> examples = new HashMap<>();
  private final int count;

  private record Example(String text, Map<String, Double> vector, boolean counter) {}

  /**
   * @param score 0 to 1, against the nearest example
   * @param against 0 to 1, against the nearest counterexample
   * @param example the nearest example
   * @param shared words that the text shares with it, as they stand in the text
   */
  record Nearest(double score, double against, String example, List<String> shared) {
    static final Nearest NONE = new Nearest(0, 0, "", List.of());
  }

  Likeness(List<Topic> topics) {
    Map<String, Map<String, Double>> counts = new LinkedHashMap<>();
    for (Topic topic : topics) {
      texts(topic).forEach(text -> counts.computeIfAbsent(text, t -> counts(words(t))));
    }
    documents = new HashMap<>();
    int all = 0;
    for (Topic topic : topics) {
      for (String text : texts(topic).toList()) {
        Map<String, Double> features = counts.getOrDefault(text, Map.of());
        features.keySet().forEach(feature -> documents.merge(feature, 1, Integer::sum));
        all++;
      }
    }
    count = all;
    counts.values().forEach(this::weigh);
    topics.forEach(topic -> examples.put(topic.id(), examples(topic, counts)));
  }

  private Likeness(Likeness before, List<Topic> topics) {
    documents = before.documents;
    count = before.count;
    Map<String, Map<String, Double>> vectors = new HashMap<>();
    before.examples.values().stream()
        .flatMap(List::stream)
        .forEach(one -> vectors.put(one.text(), one.vector()));
    topics.forEach(topic -> examples.put(topic.id(), examples(topic, vectors)));
  }

  /** With other examples; how telling a word is, is as it was: quick. */
  Likeness among(List<Topic> topics) {
    return new Likeness(this, topics);
  }

  private List<Example> examples(Topic topic, Map<String, Map<String, Double>> vectors) {
    List<Example> of = new ArrayList<>();
    topic.examples().forEach(text -> of.add(new Example(text, vector(text, vectors), false)));
    topic.counterexamples().forEach(text -> of.add(new Example(text, vector(text, vectors), true)));
    return List.copyOf(of);
  }

  private Map<String, Double> vector(String text, Map<String, Map<String, Double>> known) {
    Map<String, Double> vector = known.get(text);
    return vector != null ? vector : vector(words(text));
  }

  private static Stream<String> texts(Topic topic) {
    return Stream.concat(topic.examples().stream(), topic.counterexamples().stream());
  }

  private static Set<String> common() {
    Set<String> common = new HashSet<>();
    for (Object word : NorwegianAnalyzer.getDefaultStopSet()) common.add(new String((char[]) word));
    for (Object word : EnglishAnalyzer.getDefaultStopSet()) common.add(new String((char[]) word));
    for (String line : Resource.lines(Likeness.class, "common-words.txt")) {
      Words.of(line).forEach(word -> common.add(word.plain()));
    }
    return Set.copyOf(common);
  }

  /** The text's words as they are compared; made once for all topics. */
  Map<String, Double> vector(List<Word> words) {
    Map<String, Double> vector = counts(words);
    weigh(vector);
    return vector;
  }

  /** Turns counts into a vector of length 1. */
  private void weigh(Map<String, Double> vector) {
    double squares = 0;
    for (Map.Entry<String, Double> feature : vector.entrySet()) {
      double rarity = Math.log((count + 1.0) / (documents.getOrDefault(feature.getKey(), 0) + 0.5));
      double weight = (1 + Math.log(feature.getValue())) * rarity * kindWeight(feature.getKey());
      feature.setValue(weight);
      squares += weight * weight;
    }
    double length = Math.sqrt(squares);
    if (length > 0) vector.replaceAll((feature, weight) -> weight / length);
  }

  Nearest nearest(TopicId topic, List<Word> words, Map<String, Double> vector) {
    Example best = null;
    double score = 0;
    double against = 0;
    for (Example example : examples.getOrDefault(topic, List.of())) {
      double cosine = cosine(vector, example.vector());
      if (example.counter()) against = Math.max(against, cosine);
      else if (cosine > score) {
        best = example;
        score = cosine;
      }
    }
    if (best == null) return new Nearest(0, against, "", List.of());
    return new Nearest(score, against, best.text(), shared(words, best.vector()));
  }

  private List<String> shared(List<Word> words, Map<String, Double> example) {
    return words.stream()
        .filter(word -> !isCommon(word) && example.containsKey(word.norwegian()))
        .sorted(Comparator.comparingDouble(word -> -example.getOrDefault(word.norwegian(), 0.0)))
        .map(Word::plain)
        .distinct()
        .toList();
  }

  private static double cosine(Map<String, Double> a, Map<String, Double> b) {
    if (a.size() > b.size()) return cosine(b, a);
    double sum = 0;
    for (Map.Entry<String, Double> feature : a.entrySet()) {
      sum += feature.getValue() * b.getOrDefault(feature.getKey(), 0.0);
    }
    return Math.min(1, sum);
  }

  private static Map<String, Double> counts(List<Word> words) {
    Map<String, Double> counts = new HashMap<>();
    Word before = null;
    for (Word word : words) {
      boolean telling = !isCommon(word);
      if (telling) {
        counts.merge(word.norwegian(), 1.0, Double::sum);
        pieces(word.plain()).forEach(piece -> counts.merge(piece, 1.0, Double::sum));
      }
      if (before != null && (telling || !isCommon(before))) {
        counts.merge(before.plain() + " " + word.plain(), 1.0, Double::sum);
      }
      before = word;
    }
    return counts;
  }

  private static Set<String> pieces(String word) {
    if (word.length() <= PIECE) return Set.of();
    return Stream.iterate(0, i -> i + PIECE <= word.length(), i -> i + 1)
        .map(i -> "/" + word.substring(i, i + PIECE))
        .collect(Collectors.toSet());
  }

  private static double kindWeight(String feature) {
    if (feature.startsWith("/")) return PIECE_WEIGHT;
    return feature.indexOf(' ') >= 0 ? PAIR_WEIGHT : 1;
  }

  private static boolean isCommon(Word word) {
    return word.plain().length() < 2 || COMMON.contains(word.plain());
  }

  private static List<Word> words(String text) {
    return Words.of(Words.withoutLinksAndHandles(text));
  }
}
