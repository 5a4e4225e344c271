package no.grenselos.flow;

import java.time.Duration;
import no.grenselos.feed.Cursor;
import no.grenselos.feed.Feed;
import no.grenselos.feed.Fetch;
import no.grenselos.work.Backoff;
import no.grenselos.work.Workroom;

/** Reads one feed page after page, and says how long to rest before the next. */
final class FeedReading {
  private static final Backoff BACKOFF = new Backoff(Duration.ofSeconds(2), Duration.ofMinutes(5));

  /** A refusal needs a person; looked at again rarely, so that a mended token is noticed. */
  private static final Duration REFUSED = Duration.ofMinutes(5);

  private final Feed feed;
  private final Workroom room;
  private final Intake intake;
  private int failures;

  FeedReading(Feed feed, Workroom room, Intake intake) {
    this.feed = feed;
    this.room = room;
    this.intake = intake;
  }

  String name() {
    return feed.name();
  }

  /** One page. Returns how long to rest. */
  Duration read() {
    Cursor cursor = room.read(books -> books.cursors().of(feed.name()));
    return switch (feed.fetch(cursor)) {
      case Fetch.Page page -> {
        failures = 0;
        intake.take(feed.name(), cursor, page);
        yield page.more() ? Duration.ZERO : feed.poll();
      }
      case Fetch.Wait wait -> {
        room.tell("feed.waits", feed.name() + " " + wait.time() + ": " + wait.reason());
        yield wait.time();
      }
      case Fetch.Failed failed -> {
        Duration rest = BACKOFF.after(++failures);
        room.tell("feed.failed", feed.name() + " " + rest + ": " + failed.reason());
        yield rest;
      }
      case Fetch.Refused refused -> {
        room.tell(
            "feed.refused", feed.name() + ": " + refused.reason() + "; " + refused.whatToDo());
        yield REFUSED;
      }
    };
  }

  void close() {
    feed.close();
  }
}
