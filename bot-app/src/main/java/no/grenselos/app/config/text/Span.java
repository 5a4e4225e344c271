package no.grenselos.app.config.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What a part of a text becomes.
 *
 * @param start of the part, a place in the text
 * @param end of the part, exclusive; the same as the start where something is only added
 */
record Span(int start, int end, String becomes) {
  /** The text with all of them changed; they must not overlap. */
  static String changed(String text, List<Span> spans) {
    List<Span> inOrder = new ArrayList<>(spans);
    inOrder.sort(Comparator.comparingInt(Span::start).thenComparingInt(Span::end));
    StringBuilder changed = new StringBuilder();
    int done = 0;
    for (Span span : inOrder) {
      changed.append(text, done, span.start()).append(span.becomes());
      done = span.end();
    }
    return changed.append(text, done, text.length()).toString();
  }
}
