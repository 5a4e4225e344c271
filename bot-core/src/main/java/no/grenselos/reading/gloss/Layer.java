package no.grenselos.reading.gloss;

import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import no.grenselos.reading.gloss.Found.Origin;
import no.grenselos.reading.gloss.Found.Rule;
import org.jspecify.annotations.Nullable;

/**
 * The single words of one origin, and how an inflected form of them is found. Filled by one thread,
 * then read by many.
 */
final class Layer {
  private static final int SHORTEST_STEM = 2;
  private static final String SINGLE_BEFORE_ENDING = "lrn";
  private static final String VOWELS = "aeiouyæøå";

  private final Origin origin;
  private final Map<String, Found> forms = new HashMap<>();
  private final Map<String, Map<WordClass, String>> headwords = new HashMap<>();
  private final Sieve sieve;

  /** Takes single words; of two alike the first stays. */
  Layer(Origin origin, Collection<Entry> entries) {
    this.origin = origin;
    this.sieve = new Sieve(entries.size());
    entries.forEach(this::add);
  }

  private void add(Entry entry) {
    headwords
        .computeIfAbsent(entry.headword(), word -> new EnumMap<>(WordClass.class))
        .putIfAbsent(entry.kind(), entry.english());
    sieve.put(entry.headword());
    for (String form : entry.forms()) {
      forms.putIfAbsent(form, new Found(entry.english(), Rule.FORM, entry.headword(), origin));
    }
  }

  void spelling(String form, String standard, String english) {
    forms.putIfAbsent(form, new Found(english, Rule.SPELLING, standard, origin));
  }

  int size() {
    return headwords.size();
  }

  /** Whether the word itself is a headword, a form or a spelling. */
  boolean known(String word) {
    return forms.containsKey(word) || headwords.containsKey(word);
  }

  /** Whether it is a headword that is inflected. */
  boolean inflects(String word) {
    Map<WordClass, String> senses = headwords.get(word);
    return senses != null && !senses.keySet().equals(Set.of(WordClass.UNINFLECTED));
  }

  /** Whether a word with this hash may be a headword; never wrong when it says no. */
  boolean mayKnow(int hash) {
    return sieve.passes(hash);
  }

  /** A lower-case word in any form, but not a compound of others. */
  @Nullable Found find(String word) {
    Found form = forms.get(word);
    if (form != null) return form;
    Map<WordClass, String> senses = headwords.get(word);
    if (senses != null) {
      return new Found(senses.values().iterator().next(), Rule.HEADWORD, word, origin);
    }
    Found inflected = inflected(word);
    return inflected != null ? inflected : imperative(word);
  }

  private @Nullable Found imperative(String word) {
    if (!sieve.passes(Sieve.extend(word.hashCode(), 'e'))) return null;
    return sense(word + "e", WordClass.VERB, Rule.IMPERATIVE);
  }

  private @Nullable Found inflected(String word) {
    int[] hashes = hashes(word);
    for (WordClass kind : WordClass.ALL) {
      for (String ending : kind.endings()) {
        int length = word.length() - ending.length();
        if (length < SHORTEST_STEM || !word.endsWith(ending)) continue;
        Found found = stem(word, length, hashes, kind);
        if (found != null) return found;
      }
    }
    return null;
  }

  /** At n the hash of the first n letters. */
  private static int[] hashes(String word) {
    int[] hashes = new int[word.length() + 1];
    for (int i = 0; i < word.length(); i++) hashes[i + 1] = Sieve.extend(hashes[i], word.charAt(i));
    return hashes;
  }

  /**
   * What may have been there before an ending was put on: as it is, lamp(a) of lampe, sikr(e) of
   * sikker, artikl(er) of artikkel, strømm(en) of strøm, kommersiel(t) of kommersiell.
   */
  private @Nullable Found stem(String word, int length, int[] hashes, WordClass kind) {
    Found found = stem(word, length, hashes, "", kind);
    if (found == null) found = stem(word, length, hashes, "e", kind);
    if (found == null) found = stem(word, length, hashes, "a", kind);
    if (found != null || length < 3) return found;
    char last = word.charAt(length - 1);
    char before = word.charAt(length - 2);
    if (last == before) found = stem(word, length - 1, hashes, "", kind);
    else found = stem(word, length, hashes, String.valueOf(last), kind);
    boolean fallen = SINGLE_BEFORE_ENDING.indexOf(last) >= 0 && VOWELS.indexOf(before) < 0;
    if (found != null || !fallen) return found;
    found = stem(word, length - 1, hashes, "e" + last, kind);
    return found != null ? found : stem(word, length - 1, hashes, before + "e" + last, kind);
  }

  private @Nullable Found stem(
      String word, int length, int[] hashes, String added, WordClass kind) {
    int hash = hashes[length];
    for (int i = 0; i < added.length(); i++) hash = Sieve.extend(hash, added.charAt(i));
    if (!sieve.passes(hash)) return null;
    return sense(word.substring(0, length) + added, kind, Rule.ENDING);
  }

  private @Nullable Found sense(String headword, WordClass kind, Rule rule) {
    Map<WordClass, String> senses = headwords.get(headword);
    String english = senses == null ? null : senses.get(kind);
    return english == null ? null : new Found(english, rule, headword, origin);
  }
}
