package no.grenselos.reading.topic;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import no.grenselos.reading.Evidence;
import no.grenselos.reading.Topic;
import no.grenselos.reading.Word;

/** The keywords and phrases of one topic, found in texts. Immutable; safe for many threads. */
final class Keywords {
  private static final double PHRASE = 0.8;
  private static final double KEYWORD = 0.6;

  private final List<TopicCue> cues;

  Keywords(Topic topic) {
    this.cues = TopicCue.of(topic);
  }

  /**
   * A keyword or phrase in a text.
   *
   * @param strength 0 to 1, how much it speaks for the topic
   */
  record Found(double strength, Evidence evidence) {}

  /** What was found, each word form counted once, strongest first. */
  List<Found> in(String text, List<Word> words) {
    List<Found> found = new ArrayList<>();
    Set<Object> counted = new HashSet<>();
    for (int i = 0; i < words.size(); i++) {
      TopicCue best = null;
      double strength = 0;
      for (TopicCue cue : cues) {
        double here = cue.at(words, i) * (cue.phrase() ? PHRASE : KEYWORD);
        if (here > strength) {
          best = cue;
          strength = here;
        }
      }
      if (best == null || !counted.add(words.get(i).norwegian())) continue;
      int start = words.get(i).start();
      int end = words.get(i + best.words().size() - 1).end();
      String kind = best.phrase() ? "phrase" : "keyword";
      found.add(new Found(strength, new Evidence(start, end, text.substring(start, end), kind)));
    }
    found.sort(Comparator.comparingDouble(Found::strength).reversed());
    return found;
  }

  /** The chance that all of them mislead, 0 to 1. */
  static double doubt(List<Found> found) {
    double doubt = 1;
    for (Found one : found) doubt *= 1 - one.strength();
    return doubt;
  }
}
