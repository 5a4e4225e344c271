package no.grenselos.memory;

import java.text.BreakIterator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import no.grenselos.reading.Resource;

/**
 * Where the sentences of a text end. In doubt two sentences are one: a text may be cut between
 * sentences, never within one, nor within a link or a number.
 */
final class Sentences {
  private static final Set<String> ABBREVIATIONS =
      Resource.lines(Sentences.class, "abbreviations.txt").stream()
          .flatMap(Pattern.compile("\\s+")::splitAsStream)
          .collect(Collectors.toUnmodifiableSet());

  // each ends at white space at the latest, and no part can give back: linear in the text
  private static final Pattern UNCUT =
      Pattern.compile(
          "(?i)(?:https?://|www\\.)\\S++|\\d++(?:[ \\u00a0\\u202f.,:/–-]\\d++)*+"
              + "|(?<![\\p{L}\\d._%+-])[\\p{L}\\d._%+-]++@[\\p{L}\\d.-]++");
  private static final Pattern NEW_PARAGRAPH =
      Pattern.compile("\\R[ \\t]*+\\R\\s*+|(?<=[.!?…:;])[ \\t]*+\\R|\\R(?=[ \\t]*+[-*•–][ \\t])");
  private static final Pattern LAST_WORD = Pattern.compile("[^\\s(\"«“]*+\\z");
  private static final Pattern ORDINAL = Pattern.compile("\\d{1,2}\\.");
  private static final Pattern INITIAL = Pattern.compile("\\p{Lu}\\.");
  private static final int LONGEST_WORD = 40;

  private Sentences() {}

  /**
   * One past the last character of each sentence, white space behind it included; the last is the
   * text's length.
   *
   * @param text not blank
   */
  static List<Integer> ends(String text, Locale language) {
    TreeSet<Integer> ends = new TreeSet<>();
    BreakIterator sentences = BreakIterator.getSentenceInstance(language);
    sentences.setText(text);
    for (int end = sentences.next(); end != BreakIterator.DONE; end = sentences.next()) {
      if (!belongsOn(text, end)) ends.add(end);
    }
    Matcher paragraph = NEW_PARAGRAPH.matcher(text);
    while (paragraph.find()) ends.add(paragraph.end());
    Matcher uncut = UNCUT.matcher(text);
    while (uncut.find()) ends.subSet(uncut.start(), false, uncut.end(), false).clear();
    ends.add(text.length());
    ends.remove(0);
    return List.copyOf(ends);
  }

  /** Whether what stands before is an abbreviation or a number that says "go on". */
  private static boolean belongsOn(String text, int end) {
    String before = text.substring(Math.max(0, end - LONGEST_WORD), end).stripTrailing();
    // a line break alone is how mails are wrapped, and ends nothing
    if (before.isEmpty()
        || Character.isLetterOrDigit(before.codePointBefore(before.length()))
        || before.endsWith(",")) {
      return true;
    }
    Matcher last = LAST_WORD.matcher(before);
    String word = last.find() ? last.group() : "";
    return ABBREVIATIONS.contains(word.toLowerCase(Locale.ROOT))
        || ORDINAL.matcher(word).matches()
        || INITIAL.matcher(word).matches();
  }
}
