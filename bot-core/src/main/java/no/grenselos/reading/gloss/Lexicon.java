package no.grenselos.reading.gloss;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import no.grenselos.reading.Resource;
import org.jspecify.annotations.Nullable;

/**
 * Norwegian words in English: bokmål, nynorsk, common dialect forms and chat spellings. Finds an
 * inflected form by the rules of its class, and a compound by its parts. Immutable; safe for many
 * threads; a look-up takes some microseconds.
 */
public final class Lexicon {
  private static final int SHORTEST_STEM = 2;
  private static final String SINGLE_BEFORE_ENDING = "lrn";
  private static final String VOWELS = "aeiouyæøå";
  // those that translate no Norwegian headword
  private static final Set<String> ENGLISH =
      Set.of(
          "the", "is", "are", "am", "was", "were", "been", "does", "did", "has", "had", "an", "its",
          "it's", "i'm", "don't", "doesn't", "didn't", "isn't", "can't", "won't", "i've", "i'd",
          "whats", "im", "dont", "cant", "pls", "your", "their", "our", "them", "they", "him", "us",
          "me", "these", "those", "any", "of");
  private static final List<String> ENGLISH_ENDINGS = List.of("'s", "s", "ed", "ing", "ly", "es");
  private static final Set<String> FIRST_PARTS =
      Set.of(
          "over", "under", "inne", "ute", "opp", "ned", "inn", "fram", "frem", "etter", "før",
          "for", "mot", "med", "mellom", "selv", "sjølv", "sam", "hoved", "hovud", "ny", "vår",
          "høst", "mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag", "tre",
          "fire", "fem");

  private final Map<String, String> forms = new HashMap<>();
  private final Map<String, Map<WordClass, String>> headwords = new HashMap<>();
  private final Map<String, List<Expression>> expressions = new HashMap<>();
  private final Map<String, String> openings = new HashMap<>();
  private final Set<String> english = new HashSet<>(ENGLISH);

  /** Several words that mean something else together. */
  record Expression(List<String> words, String english) {}

  private Lexicon(Collection<Entry> entries) {
    entries.forEach(this::add);
  }

  /** The lexicon that comes with Grenselos. */
  public static Lexicon ours() {
    return with(List.of());
  }

  /** Ours, with these entries before it: a company's glossary first, then what was imported. */
  public static Lexicon with(List<Entry> before) {
    List<Entry> entries = new ArrayList<>(before);
    for (String part : List.of("expressions.tsv", "words.tsv")) {
      Resource.lines(Lexicon.class, part).forEach(line -> entries.add(Entry.parse(line)));
    }
    Lexicon lexicon = new Lexicon(entries);
    for (String line : Resource.lines(Lexicon.class, "dialect.tsv")) {
      String[] columns = line.split("\t", 2);
      lexicon.spelling(columns[0], columns[1]);
    }
    return lexicon;
  }

  // what came first stays: nearer entries are added before more general ones
  private void add(Entry entry) {
    english.addAll(List.of(entry.english().split(" ", -1)));
    String[] words = entry.headword().split(" ", -1);
    if (words.length > 1) {
      expressions
          .computeIfAbsent(words[0], first -> new ArrayList<>())
          .add(new Expression(List.of(words), entry.english()));
      return;
    }
    if (entry.kind() == WordClass.OPENING) {
      openings.putIfAbsent(entry.headword(), entry.english());
      return;
    }
    headwords
        .computeIfAbsent(entry.headword(), word -> new EnumMap<>(WordClass.class))
        .putIfAbsent(entry.kind(), entry.english());
    entry.forms().forEach(form -> forms.putIfAbsent(form, entry.english()));
  }

  private void spelling(String form, String standard) {
    if (known(form)) return;
    List<String> english = new ArrayList<>();
    for (String word : List.of(standard.split(" ", -1))) english.add(find(word).orElse(word));
    forms.putIfAbsent(form, String.join(" ", english));
  }

  /** Whether it is an English word: one that stands in a translation, or a common short one. */
  boolean english(String word) {
    if (english.contains(word)) return true;
    for (String ending : ENGLISH_ENDINGS) {
      if (!word.endsWith(ending) || word.length() - ending.length() < SHORTEST_STEM) continue;
      String rest = word.substring(0, word.length() - ending.length());
      if (english.contains(rest) || english.contains(rest + "e")) return true;
    }
    return false;
  }

  /** How many headwords there are. */
  public int size() {
    return headwords.size();
  }

  /** Whether the word itself is a headword or an irregular form. */
  boolean known(String word) {
    return forms.containsKey(word) || headwords.containsKey(word);
  }

  /** Whether a compound may begin with it: what is inflected, and prepositions such as over. */
  boolean joins(String word) {
    if (FIRST_PARTS.contains(word)) return true;
    Map<WordClass, String> senses = headwords.get(word);
    return senses != null && !senses.keySet().equals(Set.of(WordClass.UNINFLECTED));
  }

  /** Expressions that begin with this word. */
  List<Expression> expressions(String first) {
    return expressions.getOrDefault(first, List.of());
  }

  /** English for a lower-case word as the first of a sentence; empty when it is the usual one. */
  Optional<String> opening(String word) {
    return Optional.ofNullable(openings.get(word));
  }

  /** English for a lower-case word in any form, but not for a compound of others. */
  Optional<String> find(String word) {
    String form = forms.get(word);
    if (form != null) return Optional.of(form);
    Map<WordClass, String> senses = headwords.get(word);
    if (senses != null) return senses.values().stream().findFirst();
    for (WordClass kind : WordClass.values()) {
      for (String ending : kind.endings()) {
        if (!word.endsWith(ending) || word.length() - ending.length() < SHORTEST_STEM) continue;
        String english = stem(word.substring(0, word.length() - ending.length()), kind);
        if (english != null) return Optional.of(english);
      }
    }
    return imperative(word);
  }

  private Optional<String> imperative(String word) {
    return Optional.ofNullable(headwords.get(word + "e")).map(s -> s.get(WordClass.VERB));
  }

  private @Nullable String stem(String rest, WordClass kind) {
    for (String headword : headwords(rest)) {
      Map<WordClass, String> senses = headwords.get(headword);
      String english = senses == null ? null : senses.get(kind);
      if (english != null) return english;
    }
    return null;
  }

  /** What may have been there before an ending was put on: sikr(e) of sikker, artikl(er). */
  private static Set<String> headwords(String rest) {
    Set<String> headwords = new LinkedHashSet<>(List.of(rest, rest + "e", rest + "a"));
    int last = rest.length() - 1;
    if (last < 2) return headwords;
    String before = rest.substring(0, last);
    // strømm(en) of strøm, kommersiel(t) of kommersiell
    if (rest.charAt(last) == rest.charAt(last - 1)) headwords.add(before);
    else headwords.add(rest + rest.charAt(last));
    boolean fallen =
        SINGLE_BEFORE_ENDING.indexOf(rest.charAt(last)) >= 0
            && VOWELS.indexOf(rest.charAt(last - 1)) < 0;
    if (fallen) {
      headwords.add(before + "e" + rest.charAt(last));
      headwords.add(before + rest.charAt(last - 1) + "e" + rest.charAt(last));
    }
    return headwords;
  }
}
