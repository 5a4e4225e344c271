package no.grenselos.reading.gloss;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import no.grenselos.reading.Resource;
import no.grenselos.reading.gloss.Found.Origin;
import no.grenselos.reading.gloss.Found.Rule;
import org.jspecify.annotations.Nullable;

/**
 * Norwegian words in English: bokmål, nynorsk, common dialect forms and chat spellings. Three
 * layers, the nearest first: a company's glossary, ours, what was imported. Immutable; safe for
 * many threads; a look-up takes some microseconds.
 */
public final class Lexicon {
  private static final int SHORTEST_STEM = 2;
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

  private final List<Layer> layers = new ArrayList<>();
  private final Map<String, List<Expression>> expressions = new HashMap<>();
  private final Map<String, Found> openings = new HashMap<>();
  private final Set<String> english = new HashSet<>(ENGLISH);
  private final Sieve firstParts = new Sieve(FIRST_PARTS.size());

  /** Several words that mean something else together. */
  record Expression(List<String> words, Found found) {}

  private Lexicon(Collection<Entry> glossary, Collection<Entry> imported) {
    FIRST_PARTS.forEach(firstParts::put);
    add(Origin.GLOSSARY, glossary);
    Layer ours = add(Origin.OURS, entries());
    add(Origin.IMPORTED, imported);
    for (String line : Resource.lines(Lexicon.class, "dialect.tsv")) {
      String[] columns = line.split("\t", 2);
      spelling(ours, columns[0], columns[1]);
    }
  }

  /** The lexicon that comes with Grenselos. */
  public static Lexicon ours() {
    return with(List.of(), List.of());
  }

  /**
   * Ours between two others.
   *
   * @param glossary goes before ours, whatever class or form ours has a word in; of two expressions
   *     the longer one wins all the same
   * @param imported is asked for what ours does not have, in any form
   */
  public static Lexicon with(Collection<Entry> glossary, Collection<Entry> imported) {
    return new Lexicon(glossary, imported);
  }

  private static List<Entry> entries() {
    List<Entry> entries = new ArrayList<>(16_000);
    for (String part : List.of("expressions.tsv", "words.tsv")) {
      Resource.lines(Lexicon.class, part).forEach(line -> entries.add(Entry.parse(line)));
    }
    return entries;
  }

  // what came first stays: nearer entries are added before more general ones
  private Layer add(Origin origin, Collection<Entry> entries) {
    List<Entry> words = new ArrayList<>(entries.size());
    for (Entry entry : entries) {
      if (origin != Origin.IMPORTED) english.addAll(List.of(entry.english().split(" ", -1)));
      if (entry.headword().indexOf(' ') >= 0) expression(entry, origin);
      else if (entry.kind() == WordClass.OPENING) opening(entry, origin);
      else words.add(entry);
    }
    Layer layer = new Layer(origin, words);
    if (!words.isEmpty()) layers.add(layer);
    return layer;
  }

  private void expression(Entry entry, Origin origin) {
    List<String> words = List.of(entry.headword().split(" ", -1));
    expressions
        .computeIfAbsent(words.getFirst(), first -> new ArrayList<>(2))
        .add(
            new Expression(
                words, new Found(entry.english(), Rule.EXPRESSION, entry.headword(), origin)));
  }

  private void opening(Entry entry, Origin origin) {
    boolean nearer = layers.stream().anyMatch(layer -> layer.known(entry.headword()));
    if (nearer) return;
    openings.putIfAbsent(
        entry.headword(), new Found(entry.english(), Rule.OPENING, entry.headword(), origin));
  }

  private void spelling(Layer ours, String form, String standard) {
    if (ours.known(form)) return;
    List<String> english = new ArrayList<>();
    for (String word : List.of(standard.split(" ", -1))) {
      english.add(find(word).map(Found::english).orElse(word));
    }
    ours.spelling(form, standard, String.join(" ", english));
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
    return layers.stream().mapToInt(Layer::size).sum();
  }

  /** Whether the word itself is a headword or an irregular form. */
  boolean known(String word) {
    for (Layer layer : layers) if (layer.known(word)) return true;
    return false;
  }

  /** Whether a compound may begin with it: what is inflected, and prepositions such as over. */
  boolean joins(String word) {
    if (FIRST_PARTS.contains(word)) return true;
    for (Layer layer : layers) if (layer.inflects(word)) return true;
    return false;
  }

  /** Whether a word with this hash may join; never wrong when it says no. */
  boolean mayJoin(int hash) {
    if (firstParts.passes(hash)) return true;
    for (Layer layer : layers) if (layer.mayKnow(hash)) return true;
    return false;
  }

  /** Expressions that begin with this word. */
  List<Expression> expressions(String first) {
    return expressions.getOrDefault(first, List.of());
  }

  /** A lower-case word as the first of a sentence; empty when it is the usual one. */
  Optional<Found> opening(String word) {
    return Optional.ofNullable(openings.get(word));
  }

  /** A lower-case word in any form, but not a compound of others. */
  Optional<Found> find(String word) {
    for (Layer layer : layers) {
      @Nullable Found found = layer.find(word);
      if (found != null) return Optional.of(found);
    }
    return Optional.empty();
  }
}
