package no.grenselos.feed.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import no.grenselos.feed.Cursor;
import no.grenselos.feed.Fetch;
import no.grenselos.feed.Skipped;
import no.grenselos.mention.MentionEvent;

/** The page in the making: a bad item is listed, the others stay. Not thread safe. */
public final class Gathering {
  private final List<MentionEvent> events = new ArrayList<>();
  private final List<Skipped> skipped = new ArrayList<>();

  /**
   * @param item what identifies it to an admin
   */
  public void take(String item, Supplier<MentionEvent> reading) {
    takeIfAny(item, () -> Optional.of(reading.get()));
  }

  /** The same for a reading that may find that nothing happened. */
  public void takeIfAny(String item, Supplier<Optional<MentionEvent>> reading) {
    try {
      reading.get().ifPresent(events::add);
    } catch (UnusableItem e) {
      skip(item, e.reason());
    } catch (RuntimeException e) {
      // foreign data in a shape nobody foresaw; its message may quote the post, so it stays out
      skip(item, "could not be read (" + e.getClass().getSimpleName() + ")");
    }
  }

  public void skip(String item, String reason) {
    skipped.add(new Skipped(PlainText.line(item, 200), reason));
  }

  public List<MentionEvent> events() {
    return events;
  }

  public List<Skipped> skipped() {
    return skipped;
  }

  /** Whether nothing came so far, not even something to be listed. */
  boolean isEmpty() {
    return events.isEmpty() && skipped.isEmpty();
  }

  public Fetch.Page page(Cursor next, boolean more) {
    return new Fetch.Page(events, next, more, skipped);
  }

  /** The page of a recorded file; one without anything says so. */
  public Fetch.Page ofRecording() {
    if (isEmpty()) skip("file", "holds no posts");
    return page(Cursor.START, false);
  }
}
