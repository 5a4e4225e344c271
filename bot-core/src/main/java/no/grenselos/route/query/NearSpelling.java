package no.grenselos.route.query;

import org.apache.lucene.index.Term;
import org.apache.lucene.search.AutomatonQuery;
import org.apache.lucene.util.automaton.Automaton;
import org.apache.lucene.util.automaton.LevenshteinAutomata;

/**
 * A word of the text, or one with a letter or two more, fewer, changed or swapped; the first letter
 * must stand. Lucene's own builds its automaton anew for every post; this builds it once.
 */
public final class NearSpelling extends AutomatonQuery {
  private final String beginning;

  /**
   * @param edits 1 or 2
   */
  NearSpelling(String word, int edits) {
    super(new Term(QueryField.TEXT.word(), word), automaton(word, edits));
    this.beginning = word.substring(0, first(word));
  }

  private static Automaton automaton(String word, int edits) {
    int first = first(word);
    return new LevenshteinAutomata(word.substring(first), true)
        .toAutomaton(edits, word.substring(0, first));
  }

  private static int first(String word) {
    return word.offsetByCodePoints(0, 1);
  }

  /** The first letter. */
  public String beginning() {
    return beginning;
  }

  /** Field and word as written. */
  public Term word() {
    return term;
  }
}
