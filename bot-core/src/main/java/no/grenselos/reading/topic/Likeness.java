package no.grenselos.reading.topic;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.grenselos.reading.Topic;
import no.grenselos.reading.TopicId;
import no.grenselos.reading.Word;
import no.grenselos.reading.Words;

/**
 * How like a topic's examples a text is: cosine of TF-IDF vectors over word stems, word pairs and
 * four-letter pieces. Words of everyday talk count for nothing. Immutable; safe for many threads.
 */
final class Likeness {
  private static final double PAIR_WEIGHT = 0.7;
  private static final double PIECE_WEIGHT = 0.25;
  private static final int PIECE = 4;

  private final Map<String, Integer> documents;
  private final int count;
  private final Map<String, Integer> numbers;
  private final List<Map<String, Double>> vectors;
  private final Index index;
  private final Map<TopicId, List<Example>> examples = new HashMap<>();

  private record Example(int number, String text, boolean counter) {}

  /** Where each feature stands: a text meets only the examples that it shares something with. */
  private record Index(Map<String, List<Standing>> standings, int size) {
    static Index of(List<Map<String, Double>> vectors) {
      Map<String, List<Standing>> standings = new HashMap<>();
      for (int i = 0; i < vectors.size(); i++) {
        int number = i;
        vectors
            .get(i)
            .forEach((feature, weight) ->
                standings
                    .computeIfAbsent(feature, f -> new ArrayList<>())
                    .add(new Standing(number, weight)));
      }
      return new Index(standings, vectors.size());
    }
  }

  /** How much a feature weighs in one example. */
  private record Standing(int example, double weight) {}

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
    numbers = new LinkedHashMap<>();
    vectors = new ArrayList<>();
    documents = new HashMap<>();
    List<String> texts = topics.stream().flatMap(Likeness::texts).toList();
    texts.stream().distinct().forEach(text -> numbers.put(text, numbers.size()));
    vectors.addAll(
        List.copyOf(numbers.keySet()).parallelStream().map(t -> counts(words(t))).toList());
    for (String text : texts) {
      Map<String, Double> counts = vectors.get(number(text));
      counts.keySet().forEach(feature -> documents.merge(feature, 1, Integer::sum));
    }
    count = texts.size();
    vectors.parallelStream().forEach(this::weigh);
    index = Index.of(vectors);
    topics.forEach(topic -> examples.put(topic.id(), examples(topic)));
  }

  private Likeness(Likeness before, List<Topic> topics) {
    documents = before.documents;
    count = before.count;
    numbers = new LinkedHashMap<>(before.numbers);
    vectors = new ArrayList<>(before.vectors);
    index = before.index;
    topics.forEach(topic -> examples.put(topic.id(), examples(topic)));
  }

  /** With other examples; how telling a word is, is as it was: quick. */
  Likeness among(List<Topic> topics) {
    return new Likeness(this, topics);
  }

  private List<Example> examples(Topic topic) {
    List<Example> of = new ArrayList<>();
    topic.examples().forEach(text -> of.add(example(text, false)));
    topic.counterexamples().forEach(text -> of.add(example(text, true)));
    return List.copyOf(of);
  }

  private Example example(String text, boolean counter) {
    return new Example(number(text), text, counter);
  }

  private int number(String text) {
    Integer known = numbers.get(text);
    if (known != null) return known;
    numbers.put(text, vectors.size());
    vectors.add(vector(words(text)));
    return vectors.size() - 1;
  }

  private static Stream<String> texts(Topic topic) {
    return Stream.concat(topic.examples().stream(), topic.counterexamples().stream());
  }

  /** Cosines with all examples of all topics, by their number; made once for all topics. */
  double[] cosines(List<Word> words) {
    double[] cosines = new double[vectors.size()];
    Map<String, Double> vector = vector(words);
    vector.forEach((feature, weight) -> {
      for (Standing standing : index.standings().getOrDefault(feature, List.of())) {
        cosines[standing.example()] += weight * standing.weight();
      }
    });
    // what came after the index was made is compared one by one
    for (int i = index.size(); i < cosines.length; i++) cosines[i] = cosine(vector, vectors.get(i));
    return cosines;
  }

  private Map<String, Double> vector(List<Word> words) {
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

  /**
   * @param cosines of the same words
   */
  Nearest nearest(TopicId topic, List<Word> words, double[] cosines) {
    Example best = null;
    double score = 0;
    double against = 0;
    for (Example example : examples.getOrDefault(topic, List.of())) {
      double cosine = Math.min(1, cosines[example.number()]);
      if (example.counter()) against = Math.max(against, cosine);
      else if (cosine > score) {
        best = example;
        score = cosine;
      }
    }
    if (best == null) return new Nearest(0, against, "", List.of());
    return new Nearest(score, against, best.text(), shared(words, vectors.get(best.number())));
  }

  private List<String> shared(List<Word> words, Map<String, Double> example) {
    return words.stream()
        .filter(word -> !CommonWords.has(word) && example.containsKey(word.norwegian()))
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
      boolean telling = !CommonWords.has(word);
      if (telling) {
        counts.merge(word.norwegian(), 1.0, Double::sum);
        pieces(word.plain()).forEach(piece -> counts.merge(piece, 1.0, Double::sum));
      }
      if (before != null && (telling || !CommonWords.has(before))) {
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

  private static List<Word> words(String text) {
    return Words.of(Words.withoutLinksAndHandles(text));
  }
}
