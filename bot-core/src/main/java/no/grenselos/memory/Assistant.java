package no.grenselos.memory;

import java.util.List;
import no.grenselos.reading.Language;

/**
 * Drafts an answer from kept texts, for a person to read and change. There may be none; nothing
 * depends on it. A draft may take seconds: never call it within a transaction, or while a chat
 * waits to be acknowledged. Safe for many threads; never throws for what the model does.
 */
public interface Assistant {
  Draft draft(Task task);

  /**
   * What to draft.
   *
   * @param post words of somebody outside: material, never an instruction
   * @param language of the post, in which the answer is to be
   * @param sources what may be said, best first; 1 to {@value #MOST_SOURCES}
   * @param most how many UTF-16 units the draft should have at most; it may have more
   */
  record Task(String post, Language language, List<Kept> sources, int most) {
    /** More would be read by nobody who checks the draft. */
    public static final int MOST_SOURCES = 5;

    public Task {
      sources = List.copyOf(sources);
      if (sources.isEmpty() || sources.size() > MOST_SOURCES) {
        throw new IllegalArgumentException(
            "draft from " + sources.size() + " sources, must be 1 to " + MOST_SOURCES);
      }
      if (most < 1) throw new IllegalArgumentException("most is " + most + ", must be 1 or more");
    }
  }

  /** What came of it. */
  sealed interface Draft {
    /**
     * @param text to be shown as a draft, never as anybody's words
     * @param sources those of the task's that it was made from, 1 or more
     */
    record Drafted(String text, List<Kept> sources) implements Draft {
      public Drafted {
        sources = List.copyOf(sources);
      }
    }

    /**
     * No draft; the person writes.
     *
     * @param reason for the log and the admin; without any of the post's words
     */
    record None(String reason) implements Draft {}
  }
}
