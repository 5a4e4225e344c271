package no.grenselos.reading.copy;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/**
 * The words of one text as 32-bit numbers, without all that a repost adds: links, @handles, {@code
 * RT}, {@code via}, case, punctuation, emoji, invisible characters, the hashtags after the text and
 * the word that an ellipsis cut. The lowest three bits of a number say how long the word is, see
 * {@link WordWeights}; so nothing of the text itself is kept. Not thread safe, used for one text.
 */
final class PlainWords {
  /**
   * Words kept of a text, its first ones: longer than any post of 280 characters is in practice.
   */
  static final int MOST = 45;

  /** Fewer words than this are never a copy of anything. */
  static final int FEWEST = 5;

  private static final Set<UnicodeScript> UNSPACED =
      EnumSet.of(
          UnicodeScript.HAN,
          UnicodeScript.HIRAGANA,
          UnicodeScript.KATAKANA,
          UnicodeScript.THAI,
          UnicodeScript.LAO,
          UnicodeScript.KHMER,
          UnicodeScript.MYANMAR);
  private static final int ENOUGH_TEXT = 2_000;

  private final String text;
  private final int[] words = new int[MOST];
  private int count;
  private int beforeHashtags;
  private boolean cut;

  private PlainWords(String text) {
    this.text = text;
  }

  /** The numbers of the words, in order; 0 to {@value #MOST} of them. */
  static int[] of(String text) {
    String start = text.substring(0, Math.min(ENOUGH_TEXT, text.length()));
    return new PlainWords(Normalizer.normalize(start, Normalizer.Form.NFKC)).read();
  }

  private int[] read() {
    int at = 0;
    while (at < text.length() && count < MOST) {
      int end = at;
      while (end < text.length() && !Character.isWhitespace(text.charAt(end))) end++;
      if (end > at) chunk(at, end);
      at = end + 1;
    }
    int kept = count < MOST && beforeHashtags >= FEWEST ? beforeHashtags : count;
    if (cut && kept == count && kept > FEWEST) kept--;
    return Arrays.copyOf(words, kept);
  }

  private void chunk(int start, int end) {
    if (isLink(start, end) || isRepostMark(start, end)) return;
    boolean hashtag = text.charAt(start) == '#';
    int before = count;
    int at = start;
    while (at < end && count < MOST) at = word(at, end);
    if (count == before) return;
    if (!hashtag) beforeHashtags = count;
    cut = endsInEllipsis(start, end);
  }

  /** Reads what stands at {@code at} and answers where to go on. */
  private int word(int at, int end) {
    int first = text.codePointAt(at);
    if (first == '@') return afterHandle(at + 1, end);
    if (!isOfWord(first)) return at + Character.charCount(first);
    if (unspaced(first)) {
      add(first, 4, false);
      return at + Character.charCount(first);
    }
    return spaced(at, end);
  }

  private int spaced(int start, int end) {
    int at = start;
    int hash = 0;
    int letters = 0;
    boolean digit = false;
    while (at < end) {
      int letter = text.codePointAt(at);
      if (!isOfWord(letter) && !isSilent(letter)) break;
      at += Character.charCount(letter);
      if (isSilent(letter)) continue;
      hash = hash * 31 + Character.toLowerCase(letter);
      letters++;
      digit |= Character.isDigit(letter);
    }
    add(hash, letters, digit);
    return at;
  }

  private void add(int hash, int letters, boolean digit) {
    words[count++] = (mixed(hash) & ~7) | WordWeights.kind(letters, digit);
  }

  private int afterHandle(int at, int end) {
    while (at < end && (isOfWord(text.codePointAt(at)) || "_.-@".indexOf(text.charAt(at)) >= 0)) {
      at += Character.charCount(text.codePointAt(at));
    }
    return at;
  }

  private boolean isLink(int start, int end) {
    String chunk = text.substring(start, end);
    if (chunk.contains("://") || chunk.regionMatches(true, 0, "www.", 0, 4)) return true;
    int dot = chunk.indexOf('.');
    return dot > 0 && chunk.indexOf('/', dot) > dot + 2;
  }

  // "RT", "RT:", "via @kari"
  private boolean isRepostMark(int start, int end) {
    String chunk = text.substring(start, end);
    if (chunk.equals("RT") || chunk.equals("RT:") || chunk.equals("MT")) return true;
    if (count == 0 && chunk.toLowerCase(Locale.ROOT).equals("rt")) return true;
    return chunk.equalsIgnoreCase("via") && end + 1 < text.length() && text.charAt(end + 1) == '@';
  }

  private boolean endsInEllipsis(int start, int end) {
    return end - start > 1 && (text.charAt(end - 1) == '…' || text.startsWith("...", end - 3));
  }

  private static boolean isOfWord(int letter) {
    return Character.isLetterOrDigit(letter);
  }

  // don't and dont are one word, and so are å written as one and as two characters
  private static boolean isSilent(int letter) {
    if (letter == '\'' || letter == '’') return true;
    int type = Character.getType(letter);
    return type == Character.FORMAT || type == Character.NON_SPACING_MARK;
  }

  // scripts that put no space between words: each character counts as a word
  private static boolean unspaced(int letter) {
    if (letter < 0x0E00) return false;
    return UNSPACED.contains(UnicodeScript.of(letter));
  }

  /** The last step of MurmurHash3 (Appleby, public domain): every bit depends on all others. */
  static int mixed(int hash) {
    int mixed = (hash ^ (hash >>> 16)) * 0x85EBCA6B;
    mixed = (mixed ^ (mixed >>> 13)) * 0xC2B2AE35;
    return mixed ^ (mixed >>> 16);
  }
}
