package no.grenselos.reading.gloss;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
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

  private final Map<String, String> forms = new HashMap<>();
  private final Map<String, Map<WordClass, String>> headwords = new HashMap<>();
  private final Map<String, List<Expression>> expressions = new HashMap<>();

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
    for (String part : List.of("expressions.tsv", "words.tsv", "domains.tsv")) {
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
    String[] words = entry.headword().split(" ");
    if (words.length > 1) {
      expressions
          .computeIfAbsent(words[0], first -> new ArrayList<>())
          .add(new Expression(List.of(words), entry.english()));
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
    for (String word : standard.split(" ")) english.add(find(word).orElse(word));
    forms.putIfAbsent(form, String.join(" ", english));
  }

  /** How many headwords there are. */
  public int size() {
    return headwords.size();
  }

  /** Whether the word itself is a headword or an irregular form. */
  boolean known(String word) {
    return forms.containsKey(word) || headwords.containsKey(word);
  }

  /** Expressions that begin with this word. */
  List<Expression> expressions(String first) {
    return expressions.getOrDefault(first, List.of());
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
    return Optional.empty();
  }

  private @Nullable String stem(String rest, WordClass kind) {
    for (String headword : headwords(rest)) {
      Map<WordClass, String> senses = headwords.get(headword);
      String english = senses == null ? null : senses.get(kind);
      if (english != null) return english;
    }
    return null;
  }

  /** What may have been there before an ending was put on: strømm(en), sikr(e), artikl(er). */
  private static Set<String> headwords(String rest) {
    Set<String> headwords = new LinkedHashSet<>(List.of(rest, rest + "e", rest + "a"));
    int last = rest.length() - 1;
    if (last < 2) return headwords;
    String before = rest.substring(0, last);
    if (rest.charAt(last) == rest.charAt(last - 1)) headwords.add(before);
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
