package no.grenselos.reading.whole;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.util.Optional;
import no.grenselos.mention.Mention;
import no.grenselos.mention.MentionId;
import no.grenselos.reading.copy.CopyIndex;

/**
 * The posts of the last two days on this node, by which a copy is known, and the words of those
 * that others are copies of. One for all revisions of the rules. Safe for many threads.
 */
public final class Copies {
  // some 2 MB: of 10,000 short posts, or of 400 as long as a page
  private static final int LETTERS = 2_000_000;
  private static final int LETTERS_OF_AN_ID = 100;
  // a copy with a long comment of its own is read for itself
  private static final double OWN_WORDS = 1.5;

  private final CopyIndex index = new CopyIndex();
  private final Clock clock;
  private final Cache<MentionId, String> texts =
      Caffeine.newBuilder()
          .maximumWeight(LETTERS)
          .weigher((MentionId id, String text) -> LETTERS_OF_AN_ID + text.length())
          .build();

  public Copies(Clock clock) {
    this.clock = clock;
  }

  /** What a post is a copy of: its leader, and the leader's words. */
  record Original(MentionId leader, String text) {
    /** Whether the copy says hardly more than its leader. */
    boolean saysItAll(String copy) {
      return copy.length() <= OWN_WORDS * text.length() + 20;
    }
  }

  /** Takes the post in. Empty when it is no copy, or of a post whose words are gone. */
  Optional<Original> take(Mention mention) {
    Optional<MentionId> leader =
        index
            .add(mention.id(), mention.text(), clock.instant())
            .filter(id -> !id.equals(mention.id()));
    if (leader.isEmpty()) texts.put(mention.id(), mention.text());
    return leader.map(id -> new Original(id, known(id, mention.text())));
  }

  private String known(MentionId leader, String otherwise) {
    String text = texts.getIfPresent(leader);
    return text != null ? text : otherwise;
  }

  /** Forgets a post that was erased. */
  public void forget(MentionId mention) {
    index.forget(mention);
    texts.invalidate(mention);
  }
}
