package no.grenselos.reading.intent;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import no.grenselos.reading.Evidence;

/** Turns signs into evidence: what overlaps is one piece, strongest first. */
final class Spans {
  private static final double WORTH_SHOWING = 0.25;
  private static final double WORTH_SHOWING_SMALL = 0.8;
  private static final int SMALL = 3;
  private static final int MOST = 6;

  private record Span(int start, int end, double weight, String name) {}

  private Spans() {}

  /**
   * @param weight of a sign's name, for each unit of its value
   */
  static List<Evidence> evidence(
      String text, List<Sign> signs, ToDoubleFunction<String> weight, String speaksFor) {
    return merged(contributions(signs, weight)).stream()
        .filter(span -> span.weight() >= worthShowing(text, span))
        .sorted(Comparator.comparingDouble(Span::weight).reversed())
        .limit(MOST)
        .map(span -> evidence(text, span, speaksFor))
        .toList();
  }

  // "to", "og", "det" have their say but tell a reader nothing
  private static double worthShowing(String text, Span span) {
    boolean small =
        span.start() >= 0
            && span.end() - span.start() <= SMALL
            && text.substring(span.start(), span.end())
                .chars()
                .allMatch(Character::isLetterOrDigit);
    return small ? WORTH_SHOWING_SMALL : WORTH_SHOWING;
  }

  private static Evidence evidence(String text, Span span, String speaksFor) {
    String words = span.start() < 0 ? span.name() : text.substring(span.start(), span.end());
    return new Evidence(span.start(), span.end(), words, speaksFor);
  }

  private static List<Span> contributions(List<Sign> signs, ToDoubleFunction<String> weight) {
    Map<String, Double> counted = new HashMap<>();
    List<Span> spans = new ArrayList<>();
    for (Sign sign : signs) {
      double one = weight.applyAsDouble(sign.name());
      if (one == 0) continue;
      double before = counted.getOrDefault(sign.name(), 0.0);
      double value = Math.min(sign.value(), sign.most() - before);
      counted.put(sign.name(), before + value);
      if (value > 0) spans.add(new Span(sign.start(), sign.end(), one * value, kind(sign)));
    }
    spans.sort(
        Comparator.comparingInt(Span::start)
            .thenComparing(Comparator.comparingInt(Span::end).reversed()));
    return spans;
  }

  private static String kind(Sign sign) {
    return sign.name().substring(sign.name().indexOf(':') + 1);
  }

  // a pair that speaks against must not tie its words to the next ones
  private static List<Span> merged(List<Span> sorted) {
    List<Span> merged = new ArrayList<>();
    for (Span span : sorted) {
      Span last = merged.isEmpty() ? null : merged.getLast();
      boolean inside = last != null && span.start() >= 0 && span.start() < last.end();
      if (last == null || !inside) {
        merged.add(span);
        continue;
      }
      int end = span.weight() > 0 ? Math.max(last.end(), span.end()) : last.end();
      merged.set(
          merged.size() - 1,
          new Span(last.start(), end, last.weight() + span.weight(), last.name()));
    }
    return merged;
  }
}
