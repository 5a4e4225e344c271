package no.grenselos.reading.topic;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import no.grenselos.mention.Mention;
import no.grenselos.reading.Evidence;
import no.grenselos.reading.Reader;
import no.grenselos.reading.Reading;
import no.grenselos.reading.Topic;
import no.grenselos.reading.TopicId;
import no.grenselos.reading.TopicScore;
import no.grenselos.reading.Word;
import no.grenselos.reading.Words;
import no.grenselos.reading.intent.IntentModel;
import no.grenselos.reading.language.LanguageGuess;
import no.grenselos.reading.topic.Likeness.Nearest;

/**
 * Reads by the words alone: topics by keywords, phrases and likeness to examples, intent by cue
 * words, language by character statistics. Says nothing about a topic below {@value #THRESHOLD}:
 * silence is the default. Immutable; safe for many threads; fails on no text.
 */
public final class LexicalReader implements Reader {
  /** Below this score a post is nobody's topic. */
  static final double THRESHOLD = 0.5;

  private static final Pattern HASHTAG = Pattern.compile("#[\\p{L}\\d_]+");
  private static final double PHRASE = 0.8;
  private static final double KEYWORD = 0.6;
  private static final double LIKE = 0.8;
  private static final int MAX_EVIDENCE = 6;
  private static final int MAX_QUOTE = 60;

  private final Map<TopicId, List<TopicCue>> cues = new LinkedHashMap<>();
  private final Likeness likeness;
  private final IntentModel intents = IntentModel.shipped();
  private final LanguageGuess languages = new LanguageGuess();

  private LexicalReader(List<Topic> topics) {
    topics.forEach(topic -> cues.put(topic.id(), TopicCue.of(topic)));
    likeness = new Likeness(topics);
  }

  public static LexicalReader of(List<Topic> topics) {
    return new LexicalReader(topics);
  }

  @Override
  public Reading read(Mention mention) {
    String text = Words.withoutLinksAndHandles(mention.text());
    List<Word> words = Words.of(text);
    boolean outlet = mention.network().name().equals("rss");
    IntentModel.Result intent = intents.of(mention.text(), words, outlet);
    return new Reading(
        languages.of(prose(text), words.size(), mention.language()),
        intent.intent(),
        intent.score(),
        intent.severity(),
        intent.evidence(),
        topics(mention.text(), words));
  }

  // names in hashtags have no language, and are repeated in every post
  private static String prose(String text) {
    return HASHTAG.matcher(text).replaceAll(" ");
  }

  private List<TopicScore> topics(String text, List<Word> words) {
    Map<String, Double> vector = likeness.vector(words);
    List<TopicScore> scores = new ArrayList<>();
    cues.forEach((topic, cuesOfTopic) -> {
      TopicScore score = score(topic, cuesOfTopic, text, words, vector);
      if (score.score() >= THRESHOLD) scores.add(score);
    });
    scores.sort(Comparator.comparingDouble(TopicScore::score).reversed());
    return scores;
  }

  private TopicScore score(
      TopicId topic,
      List<TopicCue> cuesOfTopic,
      String text,
      List<Word> words,
      Map<String, Double> vector) {
    Nearest nearest = likeness.nearest(topic, words, vector);
    List<Found> found = found(cuesOfTopic, text, words);
    double doubt = 1;
    for (Found one : found) doubt *= 1 - one.strength();
    double like = like(nearest);
    doubt *= 1 - LIKE * like;
    // what is nearer to "sounds like it and is not" than to the topic loses most of its points
    double against = Math.clamp((nearest.against() - nearest.score() - 0.05) * 4, 0, 1);
    return new TopicScore(topic, (1 - doubt) * (1 - 0.8 * against), evidence(found, nearest, like));
  }

  // one word in common is chance; it supports a keyword but says nothing alone
  private static double like(Nearest nearest) {
    double near = Math.clamp((nearest.score() - 0.16) / 0.3, 0, 1);
    return nearest.shared().size() < 2 ? 0.4 * near : near;
  }

  private record Found(double strength, Evidence evidence) {}

  /** Keywords and phrases found, each word form counted once, strongest first. */
  private static List<Found> found(List<TopicCue> cues, String text, List<Word> words) {
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

  private static List<Evidence> evidence(List<Found> found, Nearest nearest, double like) {
    List<Evidence> evidence = new ArrayList<>();
    found.stream().limit(MAX_EVIDENCE).map(Found::evidence).forEach(evidence::add);
    if (like > 0 && !nearest.shared().isEmpty()) {
      List<String> shared = nearest.shared().subList(0, Math.min(4, nearest.shared().size()));
      evidence.add(
          new Evidence(
              -1, -1, String.join(", ", shared), "like \"" + cut(nearest.example()) + "\""));
    }
    return evidence;
  }

  private static String cut(String text) {
    String line = text.replace('\n', ' ').strip();
    if (line.codePointCount(0, line.length()) <= MAX_QUOTE) return line;
    return line.substring(0, line.offsetByCodePoints(0, MAX_QUOTE - 1)) + "…";
  }
}
