package no.grenselos.reading.intent;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.grenselos.reading.Intent;
import no.grenselos.reading.Word;

/**
 * Finds what a text shows: its words and word pairs, groups of words, cues, and its outward shape.
 * Safe for many threads; fails on no text.
 */
final class Signs {
  private static final int WINDOW = 5;

  private final WordGroups groups = WordGroups.ours();
  private final CueBook cues = CueBook.of("cues.tsv");

  /**
   * @param words of the text without links and handles
   * @param outlet whether it comes from a news feed rather than a person
   */
  List<Sign> of(String text, List<Word> words, boolean outlet) {
    return of(text, clauses(text, words), outlet);
  }

  List<Sign> of(String text, Clauses clauses, boolean outlet) {
    List<Sign> signs = new ArrayList<>(clauses.size() * 6 + 16);
    cues(signs, clauses);
    groups(signs, clauses);
    words(signs, clauses);
    new Shape(text, clauses).addTo(signs);
    if (outlet) signs.add(new Sign("shape:news feed", 1, -1, -1));
    return signs;
  }

  Clauses clauses(String text, List<Word> words) {
    return new Clauses(text, words, groups);
  }

  /** What all signs of a name count together, in the order of the text. */
  static Map<String, Double> totals(List<Sign> signs) {
    Map<String, Double> totals = new LinkedHashMap<>();
    for (Sign sign : signs) {
      totals.merge(sign.name(), sign.value(), (a, b) -> Math.min(sign.most(), a + b));
    }
    return totals;
  }

  private void cues(List<Sign> signs, Clauses text) {
    for (CueBook.Hit hit : cues.in(text)) {
      Cue cue = hit.cue();
      if (cue.weight() == 0) continue;
      int end = text.words().get(hit.place() + cue.words().size() - 1).end();
      int start = text.words().get(hit.place()).start();
      boolean unkind = hit.negated() && cue.meaning().equals(Intent.PRAISE.word());
      String name = unkind ? "complaint" : (hit.negated() ? "not " : "") + cue.meaning();
      signs.add(new Sign("cue:" + name, cue.weight(), start, end));
    }
  }

  private void groups(List<Sign> signs, Clauses text) {
    for (int i = 0; i < text.size(); i++) {
      Word word = text.words().get(i);
      for (Group group : text.groups(i)) {
        String name = text.negated(i) ? group.denied() : group.said();
        signs.add(new Sign(name, 1, word.start(), word.end()));
        if (text.opensClause(i)) {
          signs.add(new Sign(group.first(), 1, word.start(), word.end()));
        }
        near(signs, text, i, group);
      }
    }
  }

  private void near(List<Sign> signs, Clauses text, int place, Group group) {
    Word word = text.words().get(place);
    for (int j = Math.max(0, place - WINDOW); j < place; j++) {
      for (Group before : text.groups(j)) {
        if (before.number() == group.number()) continue;
        signs.add(new Sign(groups.near(before, group), 1, word.start(), word.end()));
      }
    }
  }

  private static void words(List<Sign> signs, Clauses text) {
    for (int i = 0; i < text.size(); i++) {
      Word word = text.words().get(i);
      String not = text.negated(i) ? "not " : "";
      signs.add(new Sign("word:" + not + word.norwegian(), 1, word.start(), word.end()));
      if (!word.english().equals(word.norwegian())) {
        signs.add(new Sign("word:" + not + word.english(), 1, word.start(), word.end()));
      }
      if (i == 0 || text.opensClause(i)) continue;
      Word before = text.words().get(i - 1);
      String pair = before.plain() + "_" + word.plain();
      signs.add(new Sign("pair:" + pair, 1, before.start(), word.end()));
    }
  }
}
