package no.grenselos.feed.http;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import no.grenselos.feed.Allowance;
import no.grenselos.feed.Cursor;
import no.grenselos.feed.Feed;
import no.grenselos.feed.Fetch;
import no.grenselos.mention.Network;
import no.grenselos.time.OnwardClock;
import org.jspecify.annotations.Nullable;

/**
 * A feed that keeps a connection open and is told what happens. A fetch opens the connection where
 * there is none, asks for what was missed meanwhile, and hands on what has come in. The cursor says
 * up to where everything was handed on; a connection whose last page was not kept is given up, and
 * what it brought is read again.
 */
public final class LiveFeed implements Feed {
  private static final int MOST_FRAMES = 20_000;

  /** What ends sooner counts as a failure to connect. */
  private static final Duration LIVED = Duration.ofSeconds(30);

  private static final Duration TRY_AGAIN = Duration.ofMinutes(15);

  /** A server without a stream gets one with its next version at the earliest. */
  private static final Duration LOOK_AGAIN = Duration.ofHours(1);

  private final String name;
  private final Network network;
  private final Line line;
  private final LiveSource source;
  private final Habits habits;
  private final Climb climb;
  private final Gap gap;
  volatile @Nullable LiveConnection connection;
  private final AtomicInteger releases = new AtomicInteger();
  private volatile boolean closed;
  private Cursor expected = Cursor.START;
  private Instant openedAt = Instant.MIN;
  private boolean polls;

  /**
   * @param client of this feed alone: it is closed with it
   */
  public record Line(FeedClient client, Pace pace, Clock clock) {
    public Line {
      clock = new OnwardClock(clock);
    }
  }

  /**
   * How a network is listened to.
   *
   * @param patience how long a fetch waits for something to hand on
   * @param settles when to ask again for what was missed, shortest first: an answer may not tell of
   *     what happens now
   * @param sweep how often to ask for what may have been missed although we listened
   * @param mayPoll whether to go on by asking where listening does not work
   */
  public record Habits(
      Ladder ladder,
      Duration patience,
      List<Duration> settles,
      Optional<Duration> sweep,
      boolean mayPoll) {
    /** Of every fetch, unless a test is in a hurry. */
    public static final Duration PATIENCE = Duration.ofSeconds(2);
  }

  public LiveFeed(String name, Network network, Line line, LiveSource source, Habits habits) {
    this.name = name;
    this.network = network;
    this.line = line;
    this.source = source;
    this.habits = habits;
    this.climb = new Climb(habits.ladder());
    this.gap = new Gap(habits.settles(), habits.sweep());
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Network network() {
    return network;
  }

  /** No rest while we listen: a fetch waits by itself. */
  @Override
  public Duration poll() {
    return connection == null ? line.pace().poll() : Duration.ZERO;
  }

  @Override
  public Optional<Allowance> allowance() {
    return line.client().allowance();
  }

  @Override
  public int mostPosts() {
    return 1000;
  }

  @Override
  public Fetch fetch(Cursor cursor) {
    if (closed) return new Fetch.Failed("closed");
    if (!cursor.equals(expected)) {
      hangUp();
      source.setBack();
    }
    Fetch fetch = listened(cursor);
    expected = fetch instanceof Fetch.Page page ? page.next() : cursor;
    return fetch;
  }

  private Fetch listened(Cursor cursor) {
    LiveConnection open = connection;
    if (open != null) return news(open, cursor);
    Instant now = now();
    if (climb.rests(now)) {
      return polls ? polled(cursor) : new Fetch.Wait(climb.left(now), climb.why());
    }
    int before = releases.get();
    return switch (source.open(cursor)) {
      case LiveSource.Opened.Yes yes -> {
        begin(yes.connection(), now);
        if (before == releases.get() && !closed) yield news(yes.connection(), cursor);
        hangUp();
        yield new Fetch.Failed("closed");
      }
      case LiveSource.Opened.No no -> notOpened(no.why(), cursor);
      case LiveSource.Opened.Later later -> later.fetch();
    };
  }

  private void begin(LiveConnection open, Instant now) {
    connection = open;
    openedAt = now;
    polls = false;
    gap.open(now);
  }

  private Fetch notOpened(Opening.Not not, Cursor cursor) {
    Optional<String> without = not.withoutStream();
    if (habits.mayPoll() && without.isPresent()) {
      return pollsFrom(cursor, LOOK_AGAIN, without.get());
    }
    return switch (not.trouble()) {
      case Answer.Wait wait -> fallen(not.fall(), wait.time(), wait.reason(), cursor);
      case Answer.Failed failed -> fallen(not.fall(), Duration.ZERO, failed.reason(), cursor);
      case Answer.Denied denied ->
          fallen(not.fall(), Duration.ZERO, "denied (" + denied.status() + ")", cursor);
      case Answer.NotAllowed no -> new Fetch.Refused(no.reason(), no.whatToDo());
    };
  }

  private Fetch fallen(Ladder.Fall fall, Duration atLeast, String reason, Cursor cursor) {
    Duration rest = climb.fall(fall, atLeast);
    if (climb.lasts() && habits.mayPoll()) return pollsFrom(cursor, TRY_AGAIN, reason);
    climb.rest(now(), rest, reason);
    return climb.lasts() ? new Fetch.Failed(reason) : new Fetch.Wait(rest, reason);
  }

  private Fetch pollsFrom(Cursor cursor, Duration until, String reason) {
    climb.rest(now(), until, reason);
    polls = true;
    String told = reason + "; asked every " + line.pace().poll().toSeconds() + " s instead";
    return StreamNote.on(polled(cursor), told);
  }

  private Fetch polled(Cursor cursor) {
    return source.missed(cursor).orElseGet(() -> new Fetch.Failed(climb.why()));
  }

  private Fetch news(LiveConnection open, Cursor cursor) {
    Instant now = now();
    if (!gap.isTimeToAsk(now)) return heard(open, cursor);
    if (source.asksAnew(cursor)) gap.asks(now);
    Optional<Fetch> missed = source.missed(cursor);
    if (missed.isPresent() && !(missed.get() instanceof Fetch.Page)) {
      // what comes in must not wait for what does not
      gap.putOff(now);
      return StreamNote.on(
          heard(open, cursor), "what was missed is not told: " + StreamNote.reason(missed.get()));
    }
    if (!(missed.orElse(null) instanceof Fetch.Page page)) {
      gap.close(now);
      return heard(open, cursor);
    }
    if (!page.more()) gap.told(now);
    boolean quiet = page.events().isEmpty() && page.skipped().isEmpty() && !page.more();
    return quiet
        ? heard(open, page.next())
        : new Fetch.Page(page.events(), page.next(), true, page.skipped());
  }

  private Fetch heard(LiveConnection open, Cursor cursor) {
    LiveSource.Reading reading = source.reading(cursor, gap.isOpen());
    Gathering gathering = new Gathering();
    try {
      int taken =
          open.take(
              MOST_FRAMES,
              habits.patience(),
              frame -> {
                reading.take(frame, gathering).ifPresent(open::leave);
                return gathering.isEmpty();
              });
      Optional<String> ended = taken == 0 ? open.ended() : Optional.empty();
      if (ended.isPresent()) return lost(ended.get(), cursor);
      reading.finish(gathering);
      return gathering.page(reading.cursor(), !open.isEmpty());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      hangUp(); // what was taken is told again
      return new Fetch.Failed("interrupted");
    }
  }

  private Fetch lost(String reason, Cursor cursor) {
    hangUp();
    if (closed) return new Fetch.Failed("closed");
    boolean lived = Duration.between(openedAt, now()).compareTo(LIVED) >= 0;
    if (!lived) return fallen(Ladder.Fall.NETWORK, Duration.ZERO, reason, cursor);
    climb.up();
    return new Fetch.Wait(Duration.ZERO, reason);
  }

  private Instant now() {
    return line.clock().instant();
  }

  private void hangUp() {
    LiveConnection open = connection;
    connection = null;
    if (open != null) open.close();
  }

  @Override
  public void release() {
    releases.incrementAndGet();
    hangUp();
    line.client().hangUp();
  }

  @Override
  public void close() {
    closed = true;
    hangUp();
    line.client().close();
  }
}
