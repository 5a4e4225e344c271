package no.grenselos.memory;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import no.grenselos.reading.Word;
import no.grenselos.reading.Words;
import no.grenselos.reading.meaning.Meanings;
import no.grenselos.reading.meaning.Meant;
import no.grenselos.reading.topic.CommonWords;

/**
 * How close kept texts are to a post, 0 to 1: by what they mean where there is an encoder, and by
 * the words they share, as they stand and by their gloss in English, so that a Norwegian post finds
 * an English answer. Rare words, as counted among the candidates, count more.
 */
final class Closeness {
  /** As many texts as if seen before the first, lest its every word pass for a frequent one. */
  private static final double BEFORE = 50;

  /** bge-small puts unrelated English posts at a cosine of .55, not at 0. */
  private static final double UNRELATED = 0.55;

  private static final double BY_MEANING = 0.7;

  // on the invented house of the tests all 18 answers are found by meaning, 17 by words, and of 16
  // posts that nothing answers one is given something: what belongs together begins at .35 and .50
  private static final double ENOUGH = 0.34;
  private static final double ENOUGH_BY_WORDS = 0.5;

  private final Meanings meanings;
  private final Map<String, Said> said;
  private final Map<String, Integer> with = new HashMap<>();
  private int texts;

  /** A text in the forms in which texts are compared. */
  private record Said(Map<String, Double> standing, Map<String, Double> english, Meant meant) {
    float[] vector() {
      return meant.vector();
    }
  }

  private Closeness(Meanings meanings, Map<String, Said> said) {
    this.meanings = meanings;
    this.said = said;
  }

  static Closeness among(Meanings meanings, List<Suggestions.Candidate> candidates) {
    Map<String, List<String>> texts = new LinkedHashMap<>();
    for (Suggestions.Candidate one : candidates) {
      texts.put(one.kept().text(), passages(one.kept()));
      if (!one.asked().isBlank()) texts.putIfAbsent(one.asked(), List.of(one.asked()));
    }
    List<String> all = texts.values().stream().flatMap(List::stream).distinct().toList();
    // all at once: an encoder is faster with many
    List<Meant> meant = meanings.of(all);
    Map<String, Said> said = new LinkedHashMap<>();
    for (int i = 0; i < all.size(); i++) said.put(all.get(i), said(all.get(i), meant.get(i)));
    Closeness closeness = new Closeness(meanings, said);
    texts.values().forEach(closeness::count);
    return closeness;
  }

  /** Each word once a text, in however many of its passages it stands: they overlap. */
  private void count(List<String> passages) {
    texts++;
    Set<String> words = new LinkedHashSet<>();
    for (String passage : passages) {
      Said one = said.get(passage);
      if (one == null) continue;
      one.standing().keySet().forEach(word -> words.add("s:" + word));
      one.english().keySet().forEach(word -> words.add("e:" + word));
    }
    words.forEach(word -> with.merge(word, 1, Integer::sum));
  }

  private static List<String> passages(Kept kept) {
    return Passages.of(kept.text(), kept.language());
  }

  private static Said said(String text, Meant meant) {
    return new Said(counts(text, Word::norwegian), counts(meant.english(), Word::english), meant);
  }

  private static Map<String, Double> counts(String text, Function<Word, String> form) {
    Map<String, Double> counts = new LinkedHashMap<>();
    for (Word word : Words.of(Words.withoutLinksAndHandles(text))) {
      if (!CommonWords.has(word)) counts.merge(form.apply(word), 1.0, Double::sum);
    }
    return counts;
  }

  Probe to(String post) {
    return new Probe(said(post, meanings.of(post)));
  }

  /** A post to which candidates are compared. */
  final class Probe {
    private final Said post;

    private Probe(Said post) {
      this.post = post;
    }

    /** From here on a candidate is worth a person's look. */
    double threshold() {
      return post.vector().length > 0 ? ENOUGH : ENOUGH_BY_WORDS;
    }

    /** The likelier of two ways: it says what the post asks, or it answered who asked the same. */
    double of(Suggestions.Candidate candidate) {
      double said = passages(candidate.kept()).stream().mapToDouble(this::to).max().orElse(0);
      return Math.max(said, to(candidate.asked()));
    }

    /** The passage that is likest to the post; the earlier one of two that are equally so. */
    String likest(Kept kept) {
      List<String> passages = passages(kept);
      return passages.reversed().stream()
          .max(Comparator.comparingDouble(this::to))
          .orElseGet(kept::text);
    }

    private double to(String text) {
      Said other = said.get(text);
      if (other == null) return 0;
      double words =
          Math.sqrt(
              Math.max(
                  cosine("s:", post.standing(), other.standing()),
                  cosine("e:", post.english(), other.english())));
      if (post.vector().length == 0 || post.vector().length != other.vector().length) return words;
      double cosine = Meant.cosine(post.vector(), other.vector());
      double meaning = Math.max(0, (cosine - UNRELATED) / (1 - UNRELATED));
      return BY_MEANING * meaning + (1 - BY_MEANING) * words;
    }

    private double cosine(String form, Map<String, Double> a, Map<String, Double> b) {
      double product = 0;
      for (Map.Entry<String, Double> word : a.entrySet()) {
        Double other = b.get(word.getKey());
        if (other == null) continue;
        double rarity = rarity(form + word.getKey());
        product += weight(word.getValue()) * weight(other) * rarity * rarity;
      }
      double lengths = length(form, a) * length(form, b);
      return lengths == 0 ? 0 : Math.min(1, product / lengths);
    }

    private double length(String form, Map<String, Double> words) {
      double squares = 0;
      for (Map.Entry<String, Double> word : words.entrySet()) {
        double weight = weight(word.getValue()) * rarity(form + word.getKey());
        squares += weight * weight;
      }
      return Math.sqrt(squares);
    }
  }

  private static double weight(double count) {
    return 1 + Math.log(count);
  }

  private double rarity(String word) {
    return Math.log((BEFORE + texts) / (0.5 + with.getOrDefault(word, 0)));
  }
}
