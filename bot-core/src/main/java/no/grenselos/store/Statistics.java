package no.grenselos.store;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import no.grenselos.lesson.Lesson;
import no.grenselos.mention.MentionId;
import no.grenselos.reading.TopicId;
import no.grenselos.route.Goal;
import no.grenselos.ticket.Effect;
import no.grenselos.ticket.OfferEnd;
import no.grenselos.ticket.Ticket;
import no.grenselos.ticket.TicketId;
import org.jspecify.annotations.Nullable;

/**
 * What is counted, of posts by the moment they came and of people's doings by the moment of each.
 * It knows nobody outside and no words, so erasing a post changes no number.
 */
public interface Statistics {
  /** A post came; nothing when it came before. */
  void came(MentionId post, Part part, Instant at);

  /** The post became a ticket, whose goal and topic it has from now on. */
  void opened(Ticket ticket);

  /** Notes the ticket's end, or that it goes on, and the promise while there is no answer. */
  void changed(Ticket ticket);

  /**
   * An answer is out; nothing when there was one before.
   *
   * @param who the colleague's id
   * @param comms whether they are the communications department's
   */
  void answered(TicketId ticket, String who, boolean comms, Instant at);

  /** There was no answer after all, and so nothing came of it. */
  void takeBack(TicketId ticket);

  /** What the answer brought about; nothing when there is none. */
  void told(TicketId ticket, Effect effect);

  /**
   * Counts the posts that came in that time, parted by goal and topic; parts without posts are left
   * out.
   *
   * @param now promises before it are broken when there is no answer
   */
  List<Count> counts(Span time, Instant now);

  /** The same of each of the times, without parting them, in their order. */
  List<Sums> course(List<Span> times, Instant now);

  /** What the answers to the posts that came in that time brought about, as far as it was told. */
  List<Came> effects(Span time);

  /** How long the posts that came in that time waited for their first answer. */
  List<Wait> waits(Span time);

  /** What came back from outside in that time. */
  List<Back> backs(Span time);

  /** How often each expert was asked in each of the times: nudges they saw, and facts. */
  List<Asked> asked(List<Span> times);

  /** How the offers made in that time ended; those that run are left out. */
  Map<OfferEnd, Long> offers(Span time);

  /** How often a nudge was declined in that time, for what, even when it was taken back later. */
  List<Declined> declined(Span time);

  /**
   * Who answered in that time, as numbers.
   *
   * @param again within which somebody returns when they answer another post
   */
  Replies replies(Span time, Duration again, Instant now);

  /** From a moment on and before another. */
  record Span(Instant from, Instant before) {
    public Span {
      if (before.isBefore(from))
        throw new IllegalArgumentException(before + " must not be before " + from);
    }

    public boolean has(Instant moment) {
      return !moment.isBefore(from) && moment.isBefore(before);
    }
  }

  /** What a post serves, and what it is about; either may be nothing. */
  record Part(@Nullable Goal goal, @Nullable TopicId topic) {}

  record Count(Part part, Sums sums) {}

  /**
   * @param worth became a ticket; not those that were joined to another
   * @param answered of those, how many have an answer
   * @param promised of those, how many had a promise that was kept or broken by now
   */
  record Sums(long posts, long worth, long answered, long promised, long kept) {}

  /**
   * @param minutes whole ones, rounded down
   * @param answers how many waited so long
   */
  record Wait(Part part, long minutes, long answers) {}

  record Back(Part part, Thanks.Kind kind, long times) {}

  record Came(Part part, Effect effect, long times) {}

  /**
   * @param time the place of its time in the list, from 0
   * @param expert by their id
   */
  record Asked(int time, String expert, long times) {}

  record Declined(Lesson.Kind kind, @Nullable TopicId topic, long times) {
    /** What counts as declining. */
    public static final List<Lesson.Kind> KINDS =
        List.of(Lesson.Kind.PASSED, Lesson.Kind.WRONG_TOPIC, Lesson.Kind.NAMED, Lesson.Kind.LAPSED);
  }

  /**
   * @param answers first answers in that time
   * @param known of those, by how many it is known whether they are the communications'
   * @param outside of those, how many are not
   * @param people who gave them
   * @param newcomers who never answered before
   * @param returned who answered another post soon after their first in that time
   * @param early for how many of the others it is too early to say
   */
  record Replies(
      long answers, long known, long outside, int people, int newcomers, int returned, int early) {}
}
