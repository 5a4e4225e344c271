package no.grenselos.reading.intent;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import no.grenselos.reading.Word;

/** The words of a text with where its clauses begin and what is negated. Not shared. */
final class Clauses {
  /** A long post says what it wants early; and hostile ones shall cost no more than long ones. */
  static final int MAX_WORDS = 400;

  private static final int REACH_OF_NEGATION = 3;
  // data sets write <user>, <url> where a handle or a link was
  private static final Set<String> PLACEHOLDERS = Set.of("user", "url");
  private static final Set<String> ENGLISH =
      Set.of("the", "my", "to", "and", "is", "was", "it", "have", "this", "of", "a", "you", "am");

  private final String text;
  private final List<Word> words = new ArrayList<>();
  private final List<List<Group>> found = new ArrayList<>();
  private final BitSet opens = new BitSet();
  private final BitSet negators = new BitSet();
  private final boolean english;
  private int placeholders;

  Clauses(String text, List<Word> all, WordGroups groups) {
    this.text = text;
    for (Word word : all) {
      if (words.size() == MAX_WORDS) break;
      if (placeholder(word)) placeholders++;
      else if (!emptyAtom(word)) words.add(word);
    }
    for (int i = 0; i < words.size(); i++) {
      if (i == 0 || broken(words.get(i - 1).end(), words.get(i).start())) opens.set(i);
      found.add(groups.of(plain(i)));
      if (found.get(i).stream().anyMatch(group -> group.name().equals(Group.NEGATION))) {
        negators.set(i);
      }
    }
    english = words.stream().anyMatch(word -> ENGLISH.contains(word.plain()));
  }

  List<Word> words() {
    return words;
  }

  int size() {
    return words.size();
  }

  String plain(int place) {
    return words.get(place).plain();
  }

  /** Handles and links written as {@code <user>}. */
  int placeholders() {
    return placeholders;
  }

  boolean opensClause(int place) {
    return opens.get(place);
  }

  /** Whether a negator stands up to three words before, in the same clause. */
  boolean negated(int place) {
    for (int i = place; i > 0 && i > place - REACH_OF_NEGATION && !opens.get(i); i--) {
      if (negators.get(i - 1)) return true;
    }
    return false;
  }

  /** Groups of a word; none for the Norwegian "i", which in English is the writer. */
  List<Group> groups(int place) {
    Word word = words.get(place);
    boolean inside = word.plain().equals("i") && text.charAt(word.start()) == 'i' && !english;
    return inside ? List.of() : found.get(place);
  }

  private boolean broken(int from, int to) {
    for (int i = from; i < to; i++) {
      if (".!?,:;\n…–".indexOf(text.charAt(i)) >= 0) return true;
    }
    return false;
  }

  private boolean placeholder(Word word) {
    return PLACEHOLDERS.contains(word.plain())
        && word.start() > 0
        && text.charAt(word.start() - 1) == '<';
  }

  // Words keeps what is made of invisible letters alone
  private static boolean emptyAtom(Word word) {
    return word.plain().isBlank();
  }
}
