package no.grenselos.feed;

import static java.util.Comparator.naturalOrder;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import no.grenselos.mention.MentionEvent;

/** What one look at the network gave. */
public sealed interface Fetch {
  /**
   * @param events oldest first
   * @param next where to go on once the events are stored
   * @param more whether another page waits right now
   */
  record Page(List<MentionEvent> events, Cursor next, boolean more, List<Skipped> skipped)
      implements Fetch {
    public Page {
      events = List.copyOf(events);
      skipped = List.copyOf(skipped);
    }

    /** Whether nothing came of a look from there, so that there is nothing to keep. */
    public boolean isNothing(Cursor from) {
      return events.isEmpty() && skipped.isEmpty() && !more && next.equals(from);
    }

    /**
     * How many posts it holds, new and changed ones; networks that bill by the post bill for these.
     */
    public int posts() {
      return (int)
          events.stream()
              .filter(e -> e instanceof MentionEvent.Posted || e instanceof MentionEvent.Edited)
              .count();
    }

    /** When the newest of its new posts was written; empty where it holds none. */
    public Optional<Instant> newest() {
      return events.stream()
          .filter(MentionEvent.Posted.class::isInstance)
          .map(event -> ((MentionEvent.Posted) event).mention().publishedAt())
          .max(naturalOrder());
    }
  }

  /** The network asks us to wait (429, a reset time); not an error. */
  record Wait(Duration time, String reason) implements Fetch, PostLookup.Found {}

  /** It did not work this time (5xx, time-out, garbage); the caller backs off. */
  record Failed(String reason) implements Fetch, PostLookup.Found {}

  /** It will not work until somebody changes something (token, permission, address). */
  record Refused(String reason, String whatToDo) implements Fetch, PostLookup.Found {}
}
