package no.grenselos.lesson;

import java.time.Instant;
import no.grenselos.expert.ExpertId;
import no.grenselos.mention.MentionId;
import no.grenselos.reading.TopicId;
import org.jspecify.annotations.Nullable;

/**
 * What somebody's action taught about one post. It never holds the post's words: whoever reads a
 * lesson gets them from the mention log, so that erasing there leaves no copy here.
 *
 * @param topic what the post was taken for, or is said to be about; null when for nothing
 * @param expert whom it says something about; null when that is no registered expert
 * @param named the colleague said to know better; only, and always, in a {@link Kind#NAMED}
 * @param who did it: a colleague's id, or {@code grenselos}
 * @param reason in the doer's own words, at most {@value #MAX_REASON} UTF-16 units; may be empty;
 *     taken away when the post is erased, as it may quote it
 * @param cause what made it, as the chat event's id; the same cause teaches the same thing once
 * @param undoes the number of the lesson it takes back; only, and always, in a {@link
 *     Kind#TAKEN_BACK}
 */
public record Lesson(
    Kind kind,
    MentionId mention,
    @Nullable TopicId topic,
    @Nullable ExpertId expert,
    @Nullable ExpertId named,
    String who,
    String reason,
    String cause,
    @Nullable Long undoes,
    Instant at) {
  /** As long as the form lets a reason be. */
  public static final int MAX_REASON = 300;

  /** The reason of a {@link Kind#PASSED} by somebody who wants no more of the topic at all. */
  public static final String MUTED = "muted the topic";

  /** What was done. */
  public enum Kind {
    /** Took the post. */
    CLAIMED,
    /** Their answer is out. */
    ANSWERED,
    /** "Not mine." */
    PASSED,
    /** The post is not about the topic it was taken for. */
    WRONG_TOPIC,
    /** Somebody else knows this. */
    NAMED,
    /** Was asked and did not react in time. */
    LAPSED,
    /** A topic's owner wants posts like this. */
    MORE_LIKE_THIS,
    /** A topic's owner wants fewer posts like this. */
    LESS_LIKE_THIS,
    /** An ordinary post that no route asked anybody about; only a sample of these is kept. */
    NOBODYS,
    /** An earlier lesson does not count any more. */
    TAKEN_BACK,
    /** The post was erased: nothing learned from its words may stay. */
    FORGOTTEN
  }

  public Lesson {
    if (who.isBlank()) throw new IllegalArgumentException("lesson on " + mention + " has no doer");
    if (cause.isBlank())
      throw new IllegalArgumentException("lesson on " + mention + " has no cause");
    if (reason.length() > MAX_REASON) {
      throw new IllegalArgumentException(
          "reason has " + reason.length() + " characters, must be at most " + MAX_REASON);
    }
    if ((named != null) != (kind == Kind.NAMED))
      throw new IllegalArgumentException("lesson is " + kind + " and names " + named);
    if ((undoes != null) != (kind == Kind.TAKEN_BACK))
      throw new IllegalArgumentException("lesson is " + kind + " and undoes " + undoes);
  }

  /** Whether it can be taken back: it says something of its own. */
  public boolean canBeTakenBack() {
    return kind != Kind.TAKEN_BACK && kind != Kind.FORGOTTEN;
  }

  /**
   * The lesson that takes this one back.
   *
   * @param number this one's
   */
  public Lesson takenBack(long number, String by, Instant when) {
    return new Lesson(
        Kind.TAKEN_BACK, mention, topic, expert, null, by, "", "undo:" + number, number, when);
  }

  /** The lesson that all others on the mention are to be forgotten. */
  public static Lesson forgotten(MentionId mention, String by, Instant when) {
    return new Lesson(
        Kind.FORGOTTEN, mention, null, null, null, by, "", "erased:" + mention, null, when);
  }
}
