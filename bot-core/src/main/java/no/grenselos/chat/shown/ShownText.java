package no.grenselos.chat.shown;

import java.text.BreakIterator;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Makes text of unknown origin fit to be shown: without characters nobody sees, right-to-left runs
 * kept to themselves, cut between what a reader takes for characters. What a house reads as markup
 * is the affair of its adapter, which breaks it in what is {@link #visible} before, or in what is
 * shown after.
 */
public final class ShownText {
  private static final int ZERO_WIDTH_JOINER = 0x200D;
  private static final char FIRST_STRONG_ISOLATE = '\u2068';
  private static final char POP_ISOLATE = '\u2069';

  /** More marks than any script stacks on one letter; the rest only paints over other lines. */
  private static final int MAX_STACKED_MARKS = 4;

  private static final Pattern LINE_BREAKS = Pattern.compile("\r\n?|[\u000B\f\u0085\u2028\u2029]");
  private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");
  private static final Pattern EMPTY_LINES = Pattern.compile("\n\\h*(?:\n\\h*)+");
  private static final Pattern ADDRESS =
      Pattern.compile("://|[\\p{L}\\p{N}-][.\u3002]\\p{L}{2}", Pattern.UNICODE_CHARACTER_CLASS);

  private ShownText() {}

  /** On one line; never blank, as houses refuse or hide empty texts. */
  public static String line(String text, int max) {
    String words = SPACES.matcher(visible(text)).replaceAll(" ").strip();
    return isolated(words.isEmpty() ? "–" : words, max);
  }

  /** As {@link #line}, with spaces kept at both ends: a stretch between two others. */
  public static String stretch(String text, int max) {
    return isolated(SPACES.matcher(visible(text)).replaceAll(" "), max);
  }

  /** With its line breaks, but never more than one empty line at a time. */
  public static String paragraphs(String text, int max) {
    String words = EMPTY_LINES.matcher(visible(text)).replaceAll("\n\n").strip();
    return isolated(SPACES.matcher(words).replaceAll("").isEmpty() ? "–" : words, max);
  }

  /** What stands in an input at first: as it is, without what nobody sees; may be empty. */
  public static String editable(String text, int max) {
    return cut(visible(text), max);
  }

  /** Whether a reader may take the text for an address, and so for where a link leads. */
  public static boolean looksLikeAddress(String text) {
    return ADDRESS.matcher(text).find();
  }

  /** At most so many UTF-16 units, ending in "…" when something was left out. */
  public static String cut(String text, int max) {
    if (text.length() <= max) return text;
    if (max <= 0) return "";
    BreakIterator characters = BreakIterator.getCharacterInstance(Locale.ROOT);
    characters.setText(text);
    int end = characters.preceding(max);
    return text.substring(0, Math.max(end, 0)).stripTrailing() + "…";
  }

  private static String isolated(String text, int max) {
    long runs = text.lines().filter(ShownText::hasRightToLeft).count();
    if (runs == 0) return cut(text, max);
    int room = (int) Math.max(1, max - 2 * runs);
    return cut(text, room).lines().map(ShownText::isolatedLine).collect(Collectors.joining("\n"));
  }

  private static String isolatedLine(String line) {
    return hasRightToLeft(line) ? FIRST_STRONG_ISOLATE + line + POP_ISOLATE : line;
  }

  private static boolean hasRightToLeft(String line) {
    return line.codePoints()
        .map(Character::getDirectionality)
        .anyMatch(direction ->
            direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC);
  }

  /**
   * Without characters nobody sees, with plain line breaks and few marks on each letter. What is
   * visible already stays as it is.
   */
  public static String visible(String text) {
    int[] points = LINE_BREAKS.matcher(text).replaceAll("\n").codePoints().toArray();
    StringBuilder shown = new StringBuilder(text.length());
    int marks = 0;
    int before = 0;
    for (int i = 0; i < points.length; i++) {
      int point = points[i];
      int after = i + 1 < points.length ? points[i + 1] : 0;
      if (point == ZERO_WIDTH_JOINER ? !joinsEmoji(before, after) : isHidden(point)) continue;
      marks = isMark(point) ? marks + 1 : 0;
      if (marks > MAX_STACKED_MARKS) continue;
      before = isLoneSurrogate(point) ? 0xFFFD : point;
      shown.appendCodePoint(before);
    }
    return shown.toString();
  }

  /** A family or a profession is several emoji, joined; elsewhere the joiner only hides. */
  private static boolean joinsEmoji(int before, int after) {
    boolean emojiBefore =
        Character.isExtendedPictographic(before)
            || Character.isEmojiModifier(before)
            || before == 0xFE0F;
    return emojiBefore && Character.isExtendedPictographic(after);
  }

  private static boolean isHidden(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL -> point != '\n' && point != '\t';
      case Character.FORMAT -> true;
      default ->
          switch (point) {
            // joiners, fillers and a blank braille cell: letters and symbols without ink
            case 0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x2800, 0x3164, 0xFFA0 -> true;
            default -> point >= 0xE0000 && point <= 0xE0FFF;
          };
    };
  }

  private static boolean isMark(int point) {
    int type = Character.getType(point);
    return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK;
  }

  private static boolean isLoneSurrogate(int point) {
    return Character.getType(point) == Character.SURROGATE;
  }
}
