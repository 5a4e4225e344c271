package no.grenselos.people;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import no.grenselos.expert.Email;
import no.grenselos.expert.Expert;
import no.grenselos.expert.Leave;
import no.grenselos.expert.Load;
import no.grenselos.expert.Workload;
import no.grenselos.reading.TopicId;
import no.grenselos.store.Calendars;

/**
 * What is known of one expert at one moment.
 *
 * @param expert as they want to be asked; their topics are those they agreed to
 * @param topics how they stand to topics
 * @param when whether they are there
 * @param load nudges against their cap
 * @param month what became of what they were asked in the last 28 days, today included
 * @param teams ids
 * @param calendar how their calendar was read last; empty when it never was
 */
public record Member(
    Expert expert,
    Topics topics,
    When when,
    Load load,
    Workload month,
    Optional<Email> email,
    List<String> teams,
    Optional<Calendars.Reading> calendar) {
  public Member {
    teams = List.copyOf(teams);
  }

  /**
   * Topics beside those they agreed to.
   *
   * @param invited proposed to them, and not answered
   * @param declined they said no to
   * @param muted they agreed to, and want nothing of now
   */
  public record Topics(Set<TopicId> invited, Set<TopicId> declined, Set<TopicId> muted) {
    public Topics {
      invited = Set.copyOf(invited);
      declined = Set.copyOf(declined);
      muted = Set.copyOf(muted);
    }
  }

  /**
   * Whether they are there.
   *
   * @param gone they are in the chat house no more
   * @param now whether they may be asked at this moment, were it for their hours and absences only
   * @param next when they may be asked next; the moment itself when it is now
   * @param pausedUntil by their own word
   * @param leaves by their calendars, those that are not over, soonest first
   */
  public record When(
      boolean gone, boolean now, Instant next, Optional<Instant> pausedUntil, List<Leave> leaves) {
    public When {
      leaves = List.copyOf(leaves);
    }
  }

  /** Whether they have as many nudges as they accept, today or this week. */
  public boolean full() {
    return expert.cap().reached(load);
  }
}
