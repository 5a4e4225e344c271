package no.grenselos.flow;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Optional;
import no.grenselos.feed.Cursor;
import no.grenselos.feed.Feed;
import no.grenselos.feed.FeedLabel;
import no.grenselos.feed.FeedState;
import no.grenselos.feed.Fetch;
import no.grenselos.work.Backoff;
import no.grenselos.work.Signal;
import no.grenselos.work.Work;
import no.grenselos.work.Workroom;
import org.jspecify.annotations.Nullable;

/**
 * Reads one feed page after page while this node holds it, and says how long to rest before the
 * next.
 */
final class FeedReading {
  private static final Backoff BACKOFF = new Backoff(Duration.ofSeconds(2), Duration.ofMinutes(5));

  /** The log is ours: it is asked more often than networks may be. */
  private static final Backoff HANDING_OVER =
      new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(15));

  /** A refusal needs a person; looked at again rarely, so that a mended token is noticed. */
  private static final Duration REFUSED = Duration.ofMinutes(5);

  /** Looks that bring nothing are written down so often only: stores have one writer. */
  private static final Duration QUIET = Duration.ofSeconds(30);

  /** The signal ends it when there is something to do. */
  private static final Duration LONG = Duration.ofHours(1);

  private final Feed feed;
  private final Workroom room;
  private final Keeping keeping;
  private final String node;
  private final Clock onward;
  private final Signal signal = new Signal();
  private volatile boolean held;
  private int failures;

  /** When a look was last written down as one that went well; null for not since it went badly. */
  private @Nullable Instant keptAt;

  /** Fetched, and not kept yet; null for none. */
  private @Nullable Waiting waiting;

  /** A page that is fetched once, however long it cannot be kept: some networks bill for each. */
  private record Waiting(Cursor before, Fetch.Page page) {}

  FeedReading(Feed feed, Workroom room, Keeping keeping) {
    this.feed = feed;
    this.room = room;
    this.onward = room.onward();
    this.keeping = keeping;
    this.node = keeping.node();
  }

  String name() {
    return feed.name();
  }

  /** Raised when the feed comes to this node. */
  Signal signal() {
    return signal;
  }

  /** Asks for the feed, or to keep it. */
  boolean hold(Work work, Instant until) {
    return work.books().feedStates().hold(FeedLabel.of(feed), node, work.now(), until);
  }

  /** Whether this node reads it now. */
  boolean isHeld() {
    return held;
  }

  /** Whether this node reads it from now on. */
  void held(boolean now) {
    boolean before = held;
    held = now;
    if (now && !before) signal.raise();
    if (before && !now) feed.release();
  }

  /** One page. Returns how long to rest. */
  Duration read() {
    if (!held) {
      waiting = null;
      return LONG;
    }
    if (waiting != null) return keep(waiting);
    Optional<Duration> stopped = stopped();
    if (stopped.isPresent()) return stopped.get();
    Cursor cursor = room.read(books -> books.cursors().of(feed.name()));
    return switch (feed.fetch(cursor)) {
      case Fetch.Page page -> keep(new Waiting(cursor, page));
      case Fetch.Wait wait -> {
        room.tell("feed.waits", feed.name() + " " + wait.time() + ": " + wait.reason());
        yield wait.time();
      }
      // broken off because we gave it up: nothing is wrong with the network
      case Fetch.Failed failed -> held ? failed(failed.reason(), BACKOFF) : LONG;
      case Fetch.Refused refused -> {
        String reason = refused.reason() + "; " + refused.whatToDo();
        room.tell("feed.refused", feed.name() + ": " + reason);
        trouble(reason);
        yield REFUSED;
      }
    };
  }

  /** Returns how long to rest. */
  private Duration keep(Waiting one) {
    Duration rest = one.page().more() ? Duration.ZERO : feed.poll();
    Instant now = onward.instant();
    if (keptAt != null && now.isBefore(keptAt.plus(QUIET)) && one.page().isNothing(one.before())) {
      failures = 0;
      return rest;
    }
    waiting = null;
    return switch (keeping.keep(feed, one.before(), one.page())) {
      case Keeping.Kept.Done done -> {
        failures = 0;
        keptAt = now;
        yield rest;
      }
      case Keeping.Kept.Overtaken overtaken -> {
        failures = 0;
        keptAt = null;
        yield feed.poll();
      }
      case Keeping.Kept.NotNow later -> {
        // broken off because we gave it up
        if (!held) yield LONG;
        waiting = one;
        yield failed(later.reason(), HANDING_OVER);
      }
    };
  }

  private Duration failed(String reason, Backoff backoff) {
    Duration rest = backoff.after(++failures);
    room.tell("feed.failed", name() + " " + rest + ": " + reason);
    trouble(reason);
    return rest;
  }

  private void trouble(String why) {
    keptAt = null;
    boolean unused =
        room.write(work -> {
          FeedState state = Incoming.state(work, name()).afterTrouble(work.now(), why);
          if (!work.books().feedStates().save(name(), node, state)) return false;
          FeedAlarms.judge(work, feed, state);
          return true;
        });
  }

  /** For how long nothing may be read, as the month's money is spent. */
  private Optional<Duration> stopped() {
    if (feed.budget().isEmpty() || affordable()) return Optional.empty();
    feed.release();
    boolean unused =
        room.write(work -> {
          FeedAlarms.judge(work, feed, Incoming.state(work, name()));
          return true;
        });
    return Optional.of(untilNextMonth(room.now()));
  }

  private boolean affordable() {
    YearMonth month = FeedState.monthOf(room.now());
    return feed.affords(room.read(books -> books.feedStates().read(feed.meter(), month)));
  }

  /** An hour at most: the configuration may have changed elsewhere, and clocks are set. */
  private static Duration untilNextMonth(Instant now) {
    Instant next =
        FeedState.monthOf(now)
            .plusMonths(1)
            .atDay(1)
            .atTime(LocalTime.MIDNIGHT)
            .toInstant(ZoneOffset.UTC);
    Duration time = Duration.between(now, next);
    return time.compareTo(LONG) < 0 ? time : LONG;
  }

  void letGo(Work work) {
    work.books().feedStates().letGo(name(), node);
  }

  void close() {
    held = false;
    feed.close();
  }
}
