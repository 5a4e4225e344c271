package no.grenselos.store;

import java.util.List;
import java.util.Optional;
import no.grenselos.memory.Kept;
import no.grenselos.memory.KeptId;
import no.grenselos.memory.LookupWord;
import no.grenselos.mention.MentionId;
import no.grenselos.reading.Language;
import no.grenselos.reading.TopicId;
import org.jspecify.annotations.Nullable;

/**
 * What people inside said before, kept to be said again. It belongs to them, so that erasing a post
 * outside leaves it; a text that quotes the erased post is for the caller to forget, found by
 * {@link #answersTo}.
 */
public interface Memory {
  /** Empty when the same cause kept one before, even one that was forgotten since. */
  Optional<Kept> keep(Kept.Draft draft);

  /** Leaves no copy. False when there is none. */
  boolean forget(KeptId id);

  /**
   * Puts other words in the place of its own; it is found by them from then on. False when there is
   * none.
   *
   * @param text as for {@link Kept.Draft}
   */
  boolean reword(KeptId id, String text);

  /** Forgets all that somebody said, as when they leave. Returns how many that were. */
  int forgetAllOf(String who);

  Optional<Kept> find(KeptId id);

  /**
   * Those with any of the words, the most of them first, then the newest; all when there are no
   * words.
   */
  List<Kept> search(Search search, int most);

  /** Those that answered the post, oldest first. */
  List<Kept> answersTo(MentionId post);

  /**
   * What is looked for.
   *
   * @param words may be empty
   * @param topic null for any
   * @param language null for any; both forms of Norwegian are one
   * @param who said it, as {@link no.grenselos.expert.Colleague#id}; null for anybody
   */
  record Search(
      List<LookupWord> words,
      @Nullable TopicId topic,
      @Nullable Language language,
      @Nullable String who) {
    /** More words than these find nothing better. */
    public static final int MOST_WORDS = 40;

    private static final Search ALL = new Search(List.of(), null, null, null);

    public Search {
      words = words.stream().limit(MOST_WORDS).toList();
    }

    public static Search words(String text) {
      return new Search(LookupWord.of(text, MOST_WORDS), null, null, null);
    }

    /** All that one person said. */
    public static Search of(String who) {
      return ALL.by(who);
    }

    public static Search on(TopicId topic) {
      return ALL.about(topic);
    }

    public Search about(TopicId one) {
      return new Search(words, one, language, who);
    }

    public Search in(Language one) {
      return new Search(words, topic, one, who);
    }

    public Search by(String one) {
      return new Search(words, topic, language, one);
    }
  }
}
