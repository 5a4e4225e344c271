package no.grenselos.reading.topic;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import no.grenselos.reading.Evidence;
import no.grenselos.reading.Word;
import no.grenselos.reading.Words;

/** What in a text speaks for a topic: keywords and phrases, telling words, the nearest example. */
final class Reasons {
  private static final int MOST = 6;
  private static final int MOST_TELLING = 3;
  private static final int LONGEST_QUOTE = 60;
  // log-odds that one word must give to be worth showing
  private static final float TELLING = 0.4f;
  private static final float NEAR = 0.75f;

  private final Scorer scorer;
  private final Look look;

  Reasons(Scorer scorer, Look look) {
    this.scorer = scorer;
    this.look = look;
  }

  /** Strongest first. */
  List<Evidence> of(int topic) {
    FirstGuess.Guess guess = look.guesses().get(topic);
    List<Evidence> evidence = new ArrayList<>();
    guess.found().stream().limit(MOST).map(Keywords.Found::evidence).forEach(evidence::add);
    if (evidence.isEmpty()) evidence.addAll(telling(topic));
    if (guess.like() > 0 && !guess.nearest().shared().isEmpty()) {
      List<String> shared = guess.nearest().shared();
      String words = String.join(", ", shared.subList(0, Math.min(4, shared.size())));
      evidence.add(new Evidence(-1, -1, words, like(guess.nearest().example())));
    } else if (!look.scores().near().isEmpty()) {
      Neighbours.Near near = look.scores().near().get(topic);
      if (near.nearest() >= NEAR) {
        evidence.add(new Evidence(-1, -1, "the meaning", like(near.example())));
      }
    }
    return evidence;
  }

  private List<Evidence> telling(int topic) {
    record Telling(Word word, float weight) {}
    String text = look.seen().text();
    Set<String> counted = new HashSet<>();
    List<Telling> telling = new ArrayList<>();
    for (Word word : Words.of(Words.withoutLinksAndHandles(text))) {
      float weight = scorer.speaksFor(word.plain(), topic);
      if (weight >= TELLING && counted.add(word.plain())) telling.add(new Telling(word, weight));
    }
    telling.sort(Comparator.comparingDouble(one -> -one.weight()));
    return telling.stream()
        .limit(MOST_TELLING)
        .map(one -> {
          int start = one.word().start();
          int end = one.word().end();
          return new Evidence(start, end, text.substring(start, end), "word");
        })
        .toList();
  }

  private static String like(String example) {
    String line = example.replace('\n', ' ').strip();
    if (line.codePointCount(0, line.length()) > LONGEST_QUOTE) {
      line = line.substring(0, line.offsetByCodePoints(0, LONGEST_QUOTE - 1)) + "…";
    }
    return "like \"" + line + "\"";
  }
}
