package no.grenselos.feed.bluesky;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The words that an admin wants to hear of, whatever their case. A word is meant whole unless a
 * {@code *} says that it may go on: {@code varmepumpe*}, {@code *pumpe*}. Several words are meant
 * in that order. {@code #strøm} is the hashtag only.
 */
record Words(List<String> words) {
  static final int LONGEST = 60;
  static final int MOST = 300;

  private static final String LETTER = "[\\p{L}\\p{M}\\p{N}_]";

  Words {
    words = List.copyOf(words);
  }

  /** Whether it says anything to look for. */
  static boolean isOne(String word) {
    return word.length() <= LONGEST && bare(word).codePoints().anyMatch(Character::isLetterOrDigit);
  }

  /** Matches texts that hold one of them. */
  Pattern pattern() {
    String any = words.stream().map(Words::pattern).collect(Collectors.joining("|"));
    return Pattern.compile(any, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }

  private static String pattern(String word) {
    String composed = composed(word);
    String begin = composed.startsWith("*") ? "" : "(?<!" + LETTER + ")";
    String end = composed.endsWith("*") ? "" : "(?!" + LETTER + ")";
    String parts =
        Arrays.stream(composed.replaceAll("^\\*+|\\*+$", "").strip().split("\\s+", -1))
            .map(Pattern::quote)
            .collect(Collectors.joining("\\s+"));
    return begin + parts + end;
  }

  /** As a text must be before it is matched: å may be written as a with a ring behind it. */
  static String composed(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFC);
  }

  /** Of each word what no text without it can hold, in every way it may be written. */
  Stream<String> signs() {
    return words.stream()
        .map(word ->
            Arrays.stream(bare(word).split("\\s+", -1))
                .max(Comparator.comparingInt(String::length))
                .orElseThrow())
        .flatMap(part -> Stream.of(composed(part), Normalizer.normalize(part, Normalizer.Form.NFD)))
        .distinct();
  }

  /** A hashtag's sign is not written where the network lists a post's tags. */
  private static String bare(String word) {
    return word.replaceAll("^[*#]+|\\*+$", "").strip();
  }
}
