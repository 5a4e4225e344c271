package no.grenselos.feed;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
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

    /** When its new and changed posts were written. */
    public Stream<Instant> written() {
      return events.stream()
          .flatMap(event ->
              switch (event) {
                case MentionEvent.Posted posted -> Stream.of(posted.mention().publishedAt());
                case MentionEvent.Edited edited -> Stream.of(edited.mention().publishedAt());
                case MentionEvent.Liked liked -> Stream.<Instant>empty();
                case MentionEvent.Deleted deleted -> Stream.<Instant>empty();
              });
    }
  }

  /** The network asks us to wait (429, a reset time); not an error. */
  record Wait(Duration time, String reason) implements Fetch {}

  /** It did not work this time (5xx, time-out, garbage); the caller backs off. */
  record Failed(String reason) implements Fetch {}

  /** It will not work until somebody changes something (token, permission, address). */
  record Refused(String reason, String whatToDo) implements Fetch {}
}
