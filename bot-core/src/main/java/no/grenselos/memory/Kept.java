package no.grenselos.memory;

import java.time.Instant;
import java.util.List;
import java.util.NavigableSet;
import java.util.regex.Pattern;
import no.grenselos.expert.Colleague;
import no.grenselos.reading.Language;
import no.grenselos.reading.TopicId;

/**
 * Words somebody inside has used before, kept to be used again; never published without a press.
 *
 * @param topics what it is about, most important first; may be empty
 * @param text as {@link #words} left it
 * @param at when it was said, or kept where that is not known
 */
public record Kept(
    KeptId id,
    Colleague by,
    List<TopicId> topics,
    Language language,
    String text,
    Source source,
    Instant at) {
  /** As much as a long letter, in UTF-16 units; a book is a source, not an answer. */
  public static final int MAX_TEXT = 20_000;

  // possessive, and a handle ends at white space: no text makes it slow
  private static final Pattern OPENING_HANDLES =
      Pattern.compile("\\A(?:\\s*+@[^\\s@]++[,:]?+)++\\s*+");

  public Kept {
    topics = List.copyOf(topics);
  }

  /**
   * A text that is to be kept.
   *
   * @param text neither blank nor longer than {@value Kept#MAX_TEXT}
   */
  public record Draft(
      Colleague by,
      List<TopicId> topics,
      Language language,
      String text,
      Source source,
      Instant at) {
    public Draft {
      topics = List.copyOf(topics);
      text = words(text);
      if (text.isEmpty()) throw new IllegalArgumentException("text to keep is empty");
      if (text.length() > MAX_TEXT) {
        throw new IllegalArgumentException(
            "text to keep has " + text.length() + " characters, must be at most " + MAX_TEXT);
      }
    }

    public Kept as(KeptId id) {
      return new Kept(id, by, topics, language, text, source, at);
    }

    /** Every form under which a search should find it; sorted. */
    public NavigableSet<String> lookupWords() {
      return LookupWord.formsOf(source.title() + "\n" + text);
    }
  }

  /**
   * A text without the handles it opens with: those belong to whom it was said to, not to what was
   * said.
   */
  public static String words(String text) {
    return OPENING_HANDLES.matcher(text).replaceFirst("").strip();
  }
}
