package no.grenselos.feed.http;

import java.io.EOFException;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import no.grenselos.time.OnwardClock;
import okhttp3.Call;
import okhttp3.Response;

/**
 * A connection that stays. A daemon thread of its own puts what comes in a queue; when that is full
 * it stops reading, so that the server is slowed down by TCP and nothing is dropped. It ends by
 * itself when nobody took anything for five minutes. Safe for many threads, of which one takes.
 */
public final class LiveConnection implements AutoCloseable {
  private static final Duration FORGOTTEN = Duration.ofMinutes(5);
  private static final Duration LOOK = Duration.ofSeconds(30);
  private static final int AT_ONCE = 500;

  static final Answer.Failed NO_STREAM = new Answer.Failed("the server answers without a stream");

  private final Call call;
  private final Wire wire;
  private final Door door;
  private final Clock clock;
  private final Liveness liveness;
  private final FrameQueue queue = new FrameQueue();
  private final CompletableFuture<Opening> opening = new CompletableFuture<>();
  private volatile Instant heardAt;
  private volatile Instant takenAt;
  private volatile Optional<Frames> frames = Optional.empty();
  private final AtomicLong things = new AtomicLong();
  private boolean asked;

  /** What the client makes of answers and of broken connections. */
  interface Door {
    Opening.Not refusal(Response response) throws IOException;

    Opening.Not broken(IOException e);

    /** The call is over, however it went. */
    void left(Call call);
  }

  LiveConnection(Call call, Wire wire, Door door, Clock clock, Liveness liveness) {
    this.call = call;
    this.wire = wire;
    this.door = door;
    this.clock = new OnwardClock(clock);
    this.liveness = liveness;
    this.heardAt = this.clock.instant();
    this.takenAt = heardAt;
  }

  /** Begins; what came of it is known at the latest after the time-out. */
  Opening open(Duration timeout) {
    Thread unused =
        Thread.ofPlatform().daemon().name("live " + call.request().url().host()).start(this::run);
    try {
      return opening.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      return notOpened("no answer within " + timeout.toMillis() + " ms");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return notOpened("interrupted");
    } catch (ExecutionException e) {
      throw new IllegalStateException("it is never completed with an exception", e);
    }
  }

  private Opening notOpened(String reason) {
    close();
    return new Opening.Not(new Answer.Failed(reason), 0);
  }

  private void run() {
    try (Response response = call.execute()) {
      Optional<Frames> agreed = wire.frames(response);
      if (agreed.isEmpty()) {
        opening.complete(door.refusal(response));
        return;
      }
      frames = agreed;
      liveness.opened();
      heardAt = clock.instant();
      opening.complete(new Opening.Open(this));
      queue.end(heard(agreed.get()));
    } catch (EOFException e) {
      opening.complete(door.broken(e));
      queue.end("the server ended the connection");
    } catch (IOException e) {
      Opening.Not broken = door.broken(e);
      opening.complete(broken);
      queue.end(reason(broken));
    } catch (InterruptedException e) {
      // nobody interrupts this thread; if somebody does, it is to end
      Thread.currentThread().interrupt();
    } finally {
      hangUp();
      frames.ifPresent(Frames::close);
      door.left(call);
      queue.end("the connection ended");
    }
  }

  private static String reason(Opening.Not not) {
    return not.trouble() instanceof Answer.Failed failed ? failed.reason() : "not allowed";
  }

  /** Listens until the end, and says what that was. */
  private String heard(Frames from) throws IOException, InterruptedException {
    while (true) {
      Heard heard = from.next();
      heardAt = clock.instant();
      switch (heard) {
        case Heard.End end -> {
          return end.reason();
        }
        case Heard.Beat beat -> liveness.beat(heardAt);
        case Heard.Frame frame -> {
          if (!queue.put(frame.frame(), Duration.ZERO)) awaitRoom(frame.frame());
        }
        case Heard.Part part -> {
          // a sign of life is all it is so far
        }
      }
      things.incrementAndGet();
      if (forgotten()) {
        return "nobody read it for " + FORGOTTEN.toMinutes() + " minutes";
      }
    }
  }

  /** While we do not listen, the silence is ours. */
  private void awaitRoom(LiveFrame frame) throws InterruptedException {
    while (!queue.put(frame, LOOK)) if (forgotten()) break;
    heardAt = clock.instant();
  }

  private boolean forgotten() {
    return Duration.between(takenAt, clock.instant()).compareTo(FORGOTTEN) > 0;
  }

  /**
   * Gives frames one by one, waiting so long for those worth waiting for; stops a little after the
   * first of these.
   *
   * @param reading says whether none was worth it yet
   * @return how many were given
   */
  int take(int most, Duration patience, Predicate<LiveFrame> reading) throws InterruptedException {
    long until = System.nanoTime() + patience.toNanos();
    int taken = 0;
    boolean wait = true;
    while (wait && taken < most) {
      takenAt = clock.instant();
      Duration left = Duration.ofNanos(Math.max(0, until - System.nanoTime()));
      List<LiveFrame> next = queue.take(AT_ONCE, left);
      if (next.isEmpty()) break;
      taken += next.size();
      for (LiveFrame frame : next) wait = reading.test(frame);
    }
    takenAt = clock.instant();
    return taken;
  }

  /** How many things were heard so far, heartbeats and parts of messages too. */
  long heard() {
    return things.get();
  }

  /** Whether nothing follows what was heard so far. */
  boolean isOver() {
    return queue.ended().isPresent();
  }

  boolean isEmpty() {
    return queue.isEmpty();
  }

  /** Why nothing comes any more, once all is taken that came before. */
  Optional<String> ended() {
    Optional<String> ended = queue.ended().filter(reason -> queue.isEmpty());
    return ended.or(this::dead);
  }

  private Optional<String> dead() {
    Duration silence = Duration.between(heardAt, clock.instant());
    Duration longest = liveness.longestSilence();
    if (silence.compareTo(longest) >= 0 && queue.isEmpty()) {
      return Optional.of("nothing was heard for " + silence.toSeconds() + " s");
    }
    boolean doubtful = silence.compareTo(longest.dividedBy(2)) >= 0;
    if (doubtful && !asked) ask();
    asked = doubtful;
    return Optional.empty();
  }

  private void ask() {
    try {
      if (frames.isPresent()) frames.get().ask();
    } catch (IOException e) {
      queue.end("the connection broke (" + e.getClass().getSimpleName() + ")");
    }
  }

  /** Leaves it for a reason that the stream itself gave; what came before can still be taken. */
  void leave(String reason) {
    queue.end(reason);
    hangUp();
  }

  @Override
  public void close() {
    leave("closed");
  }

  private void hangUp() {
    call.cancel();
    frames.ifPresent(Frames::cancel);
  }
}
