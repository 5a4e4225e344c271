package no.grenselos.memory;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import no.grenselos.mention.Author;
import no.grenselos.mention.Mention;
import no.grenselos.reading.Word;
import no.grenselos.reading.Words;

/**
 * What a text of ours has from a post: its words, six in a row or the whole of a post of four or
 * five, and its author's names. Made of all revisions of one post.
 */
public final class Borrowed {
  /** Stands where something was taken out. */
  public static final String GAP = "[…]";

  /** As many words in a row are no chance; fewer name a thing. A judgement. */
  private static final int RUN = 6;

  /** Fewer than these say nothing of their own: "takk for hjelpen". */
  private static final int FEWEST = 4;

  /** Shorter names are words: "Bo", "Li". */
  private static final int SHORTEST_NAME = 3;

  private final List<List<String>> posts;
  private final Set<List<String>> runs = new HashSet<>();
  private final List<Pattern> names;

  private Borrowed(List<List<String>> posts, List<Pattern> names) {
    this.posts = posts;
    this.names = names;
    posts.forEach(words -> runs.addAll(runs(words, length(words))));
  }

  /** Of all revisions of one post. */
  public static Borrowed from(List<Mention> revisions) {
    List<List<String>> posts =
        revisions.stream().map(one -> plain(Words.standing(one.text()))).distinct().toList();
    List<Pattern> names =
        revisions.stream().map(Mention::author).distinct().flatMap(Borrowed::names).toList();
    return new Borrowed(posts, names);
  }

  private static Stream<Pattern> names(Author author) {
    String handle = author.handle();
    String account = handle.contains("@") ? handle.substring(0, handle.indexOf('@')) : handle;
    Stream<String> anyCase = Stream.of(handle, account, author.name());
    // a first name alone is mostly a greeting; in small letters it may be any word
    Stream<String> asWritten = Arrays.stream(author.name().split("\\s+"));
    return Stream.concat(
        anyCase.filter(Borrowed::tells).map(name -> pattern(name, Pattern.CASE_INSENSITIVE)),
        asWritten.filter(Borrowed::tells).map(name -> pattern(name, 0)));
  }

  private static boolean tells(String name) {
    return name.strip().length() >= SHORTEST_NAME;
  }

  private static Pattern pattern(String name, int flags) {
    return Pattern.compile(
        "(?<![\\p{L}\\d_])@?" + Pattern.quote(name.strip()) + "(?![\\p{L}\\d_])",
        flags | Pattern.UNICODE_CASE);
  }

  /** Whether the text has anything of it. */
  public boolean in(String text) {
    return !quoted(text).isEmpty() || names.stream().anyMatch(name -> name.matcher(text).find());
  }

  /** Whether the text has words of it; names are no words. */
  public boolean quotedIn(String text) {
    return !quoted(text).isEmpty();
  }

  /** The text without the post's words and its author's names. */
  public String cutFrom(String text) {
    String cut = withoutQuotes(text);
    for (Pattern name : names) cut = name.matcher(cut).replaceAll(GAP);
    return cut;
  }

  /** The text without the post's words; names stay, as in what is not about the author. */
  public String withoutQuotes(String text) {
    BitSet quoted = quoted(text);
    if (quoted.isEmpty()) return text;
    StringBuilder left = new StringBuilder();
    int from = 0;
    for (int start = quoted.nextSetBit(0); start >= 0; start = quoted.nextSetBit(from)) {
      left.append(text, from, start).append(GAP);
      from = quoted.nextClearBit(start);
    }
    return left.append(text.substring(from)).toString();
  }

  /** The places in the text at which the post's words stand, from each run's first to its last. */
  private BitSet quoted(String text) {
    List<Word> words = Words.standing(text);
    List<String> plain = plain(words);
    BitSet quoted = new BitSet();
    for (int length : lengths()) {
      for (int from = 0; from + length <= plain.size(); from++) {
        if (!runs.contains(plain.subList(from, from + length))) continue;
        quoted.set(words.get(from).start(), words.get(from + length - 1).end());
      }
    }
    return quoted;
  }

  private List<Integer> lengths() {
    return runs.stream().map(List::size).distinct().toList();
  }

  /**
   * Words of which every text that quotes the post has one: those that stand six apart. Texts
   * without any of them need not be looked at. In lower case; empty when the post is too short to
   * be quoted.
   */
  public List<String> marks() {
    List<String> marks = new ArrayList<>();
    for (List<String> words : posts) {
      int run = length(words);
      if (words.size() < FEWEST) continue;
      int best =
          IntStream.range(0, run)
              .boxed()
              .max(
                  (one, other) -> Integer.compare(worth(words, run, one), worth(words, run, other)))
              .orElse(0);
      marks.addAll(every(words, run, best));
    }
    return marks.stream().distinct().toList();
  }

  /** The shortest of them tells least; one that a database may write otherwise tells nothing. */
  private static int worth(List<String> words, int run, int first) {
    return every(words, run, first).stream()
        .mapToInt(word -> word.chars().allMatch(c -> c < 128) ? word.length() : 0)
        .min()
        .orElse(0);
  }

  private static List<String> every(List<String> words, int run, int first) {
    return IntStream.iterate(first, i -> i < words.size(), i -> i + run)
        .mapToObj(words::get)
        .map(word -> word.toLowerCase(Locale.ROOT))
        .toList();
  }

  private static int length(List<String> words) {
    return Math.min(RUN, words.size());
  }

  private static List<List<String>> runs(List<String> words, int length) {
    if (words.size() < FEWEST) return List.of();
    return IntStream.rangeClosed(0, words.size() - length)
        .mapToObj(from -> List.copyOf(words.subList(from, from + length)))
        .toList();
  }

  private static List<String> plain(List<Word> words) {
    return words.stream().map(Word::plain).toList();
  }
}
