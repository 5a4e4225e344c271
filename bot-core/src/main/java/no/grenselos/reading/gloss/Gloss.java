package no.grenselos.reading.gloss;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import no.grenselos.reading.Word;
import no.grenselos.reading.Words;

/**
 * Puts a Norwegian text into English, word by word: enough for a sentence encoder that knows only
 * English to tell what it is about, not for a person to read. Words not found stay as they are.
 * Safe for many threads.
 */
public final class Gloss {
  private static final int KEPT_WORDS = 20_000;
  private static final int LONGEST_WORD = 60;
  private static final double ENOUGH_NORWEGIAN = 0.3;

  private final Lexicon lexicon;
  private final Compounds compounds;
  private final Cache<String, Optional<Found>> found =
      Caffeine.newBuilder().maximumSize(KEPT_WORDS).build();

  public Gloss(Lexicon lexicon) {
    this.lexicon = lexicon;
    this.compounds = new Compounds(lexicon);
  }

  /**
   * A text and what became of it.
   *
   * @param words how many words it has
   * @param found how many of them the lexicon knows
   */
  public record Glossed(String english, int words, int found) {
    /** 0 to 1; 0 for a text without words. */
    public double coverage() {
      return words == 0 ? 0 : (double) found / words;
    }
  }

  public Glossed of(String text) {
    StringBuilder english = new StringBuilder(text.length() + 16);
    int copied = 0;
    int words = 0;
    int known = 0;
    for (Step step : steps(text)) {
      words += step.words();
      if (step.found().isEmpty()) continue;
      known += step.words();
      english.append(text, copied, step.start()).append(step.found().get().english());
      copied = step.end();
    }
    return new Glossed(english.append(text, copied, text.length()).toString(), words, known);
  }

  /** What each word was found to be, in the text's order. */
  public List<Step> steps(String text) {
    List<Word> words = outermost(Words.standing(text));
    List<Step> steps = new ArrayList<>(words.size());
    int next = 0;
    while (next < words.size()) {
      Step step = expression(words, next).orElse(null);
      if (step == null) step = word(text, words, next);
      steps.add(step);
      next += step.words();
    }
    return steps;
  }

  /**
   * Whether the text is Norwegian, by its words alone: more of them are only in the lexicon than
   * only in English, and three of ten at least. Danish and much of Swedish is read as Norwegian
   * too.
   */
  public boolean readsNorwegian(String text) {
    int norwegian = 0;
    int english = 0;
    List<Word> words = outermost(Words.standing(text));
    for (Word word : words) {
      // Swedish letters count, but what is written so is most often a name: no gloss of it
      boolean ours = word(word.plain().replace('ä', 'æ').replace('ö', 'ø')).isPresent();
      boolean theirs = lexicon.english(word.plain());
      if (ours && !theirs) norwegian++;
      if (theirs && !ours) english++;
    }
    return norwegian > english && norwegian >= ENOUGH_NORWEGIAN * words.size();
  }

  /** One word as it stands in a text; empty when the lexicon knows no part of it. */
  public Optional<Found> word(String written) {
    if (written.length() > LONGEST_WORD) return Optional.empty();
    return found.get(
        written.toLowerCase(Locale.ROOT), word -> lexicon.find(word).or(() -> compounds.of(word)));
  }

  private Step word(String text, List<Word> words, int place) {
    Word word = words.get(place);
    String plain = word.plain();
    if (place == 0 || opensSentence(text, words.get(place - 1).end(), word.start())) {
      return step(word, false, lexicon.opening(plain).or(() -> word(plain)));
    }
    // inside a sentence only names begin with a capital: Ola is no holiday, Grant no tree
    String written = text.substring(word.start(), word.end());
    boolean name =
        Character.isUpperCase(written.codePointAt(0))
            && !written.equals(written.toUpperCase(Locale.ROOT));
    if (!name) return step(word, false, word(plain));
    return step(word, true, lexicon.known(plain) ? lexicon.find(plain) : Optional.empty());
  }

  private static Step step(Word word, boolean name, Optional<Found> found) {
    return new Step(word.start(), word.end(), 1, name, found);
  }

  private static boolean opensSentence(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      if (".!?:\n#\"«“(-–".indexOf(text.charAt(i)) >= 0) return true;
    }
    return false;
  }

  // a hashtag in humps is one word and its parts; the parts say more
  private static List<Word> outermost(List<Word> words) {
    List<Word> flat = new ArrayList<>(words.size());
    for (int i = 0; i < words.size(); i++) {
      boolean hasParts = i + 1 < words.size() && words.get(i + 1).start() < words.get(i).end();
      if (!hasParts) flat.add(words.get(i));
    }
    return flat;
  }

  /** The longest expression that begins here, the nearest of those alike. */
  private Optional<Step> expression(List<Word> words, int place) {
    Lexicon.Expression best = null;
    for (Lexicon.Expression one : lexicon.expressions(words.get(place).plain())) {
      if (best != null && one.words().size() <= best.words().size()) continue;
      if (stands(one.words(), words, place)) best = one;
    }
    if (best == null) return Optional.empty();
    int count = best.words().size();
    int end = words.get(place + count - 1).end();
    return Optional.of(
        new Step(words.get(place).start(), end, count, false, Optional.of(best.found())));
  }

  private static boolean stands(List<String> expression, List<Word> words, int place) {
    if (place + expression.size() > words.size()) return false;
    for (int i = 0; i < expression.size(); i++) {
      if (!words.get(place + i).plain().equals(expression.get(i))) return false;
    }
    return true;
  }
}
