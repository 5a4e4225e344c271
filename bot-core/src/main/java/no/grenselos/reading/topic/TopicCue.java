package no.grenselos.reading.topic;

import java.util.ArrayList;
import java.util.List;
import no.grenselos.reading.Topic;
import no.grenselos.reading.Word;
import no.grenselos.reading.Words;

/**
 * A keyword or phrase of a topic, and where it stands in a text. A keyword also matches its
 * inflected forms, and the compounds that begin or end with it: {@code varmepumpe} is in {@code
 * varmepumpestøy} and in {@code luftvarmepumpa}.
 */
record TopicCue(String written, List<Word> words, boolean phrase) {
  private static final int LONG_ENOUGH_FOR_FORMS = 4;
  private static final int LONG_ENOUGH_TO_KEEP_ITS_MEANING = 9;
  private static final int LONG_ENOUGH_FOR_COMPOUNDS = 6;

  static List<TopicCue> of(Topic topic) {
    List<TopicCue> cues = new ArrayList<>();
    topic.phrases().forEach(text -> cues.add(new TopicCue(text, Words.of(text), true)));
    topic.keywords().forEach(text -> cues.add(new TopicCue(text, Words.of(text), false)));
    cues.removeIf(cue -> cue.words().isEmpty());
    return List.copyOf(cues);
  }

  /**
   * How much it speaks for the topic at this place: 0 when it does not stand there, 1 as written or
   * inflected, less in a compound.
   */
  double at(List<Word> text, int place) {
    if (place + words.size() > text.size()) return 0;
    if (words.size() == 1) return strength(words.getFirst(), text.get(place));
    for (int i = 0; i < words.size(); i++) {
      if (!words.get(i).isFormOf(text.get(place + i))) return 0;
    }
    return 1;
  }

  private double strength(Word word, Word found) {
    // short stems are shared by unlike words: lade (to charge), lader (charger), lad (a cargo bed)
    if (word.norwegian().length() < LONG_ENOUGH_FOR_FORMS) {
      return word.plain().equals(found.plain()) ? 1 : 0;
    }
    if (word.isFormOf(found)) return 1;
    if (phrase || word.norwegian().length() < LONG_ENOUGH_FOR_COMPOUNDS) return 0;
    if (found.plain().length() < word.plain().length() + 3) return 0;
    if (found.plain().startsWith(word.norwegian())) return 0.9;
    if (!found.norwegian().endsWith(word.norwegian())) return 0;
    // a long keyword is a compound itself and keeps its meaning (luftvarmepumpe); a short one gets
    // another (regning in tannlegeregning), so that it supports the topic but does not decide
    return word.plain().length() >= LONG_ENOUGH_TO_KEEP_ITS_MEANING ? 0.85 : 0.7;
  }
}
