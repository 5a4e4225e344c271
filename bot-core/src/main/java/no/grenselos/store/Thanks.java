package no.grenselos.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import no.grenselos.expert.Colleague;
import no.grenselos.mention.MentionId;
import no.grenselos.ticket.TicketId;
import org.jspecify.annotations.Nullable;

/** Answers that are out, and what came back from outside. */
public interface Thanks {
  /** Notes an answer; a later one of the same ticket takes its place, what came back stays. */
  void answered(Answered answer);

  /** There was no answer after all. */
  void takeBack(TicketId ticket);

  /** Notes which post outside the ticket's answer is. */
  void posted(TicketId ticket, MentionId post);

  /** The ticket whose answer this post is. */
  Optional<Answered> ofPost(MentionId post);

  Optional<Answered> of(TicketId ticket);

  /**
   * Those in the thread, latest first.
   *
   * @param conversation with its network, as in {@link Answered}
   */
  List<Answered> inConversation(String conversation);

  /** The colleague's, answered from the first moment on and before the second, oldest first. */
  List<Answered> by(String colleague, Instant from, Instant before);

  /**
   * Notes that something came back.
   *
   * @return false when this was noted before
   */
  boolean came(Back back);

  /** What came back, oldest first. */
  List<Back> backs(TicketId ticket);

  /** What came back for the colleague's answers in that time, oldest first. */
  List<Back> backs(String colleague, Instant from, Instant before);

  /**
   * @param conversation the network's id of the thread, with the network in front: {@code
   *     mastodon:1234}
   */
  record Answered(TicketId ticket, Colleague by, Instant at, String conversation) {}

  /** What can come back. */
  enum Kind {
    /** The author thanked. */
    THANKS,
    /** The author asks on. */
    QUESTION,
    /** The author likes the answer. */
    AUTHOR_LIKES,
    /** Somebody else likes it. */
    OTHERS_LIKE
  }

  /**
   * @param cause what it was known by: once per ticket, kind and cause; at most 200 characters
   * @param words the post that says it; null where there are no words
   */
  record Back(TicketId ticket, Kind kind, String cause, @Nullable MentionId words, Instant at) {}
}
