package no.grenselos.app.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import no.grenselos.app.web.caller.Sources;
import no.grenselos.web.Body;
import no.grenselos.web.HttpAnswer;

/**
 * Takes in the bodies of calls, whoever sends them: at most 1 MB each, within twenty seconds, and
 * no more than 32 MB of all that are in hand, since nobody is known before their body was read.
 * Safe for many threads.
 */
final class BodyDesk {
  static final int MAX_BYTES = 1_000_000;

  /** A chat house gives up after three to fifteen seconds; a slower line is nobody's. */
  static final Duration LONGEST = Duration.ofSeconds(20);

  private static final int ROOM = 32_000_000;
  private static final int PIECE = 8192;

  private final Semaphore room = new Semaphore(ROOM);
  private final Sources sources;
  private final DoorMetrics metrics;
  private final Clock clock;

  BodyDesk(Sources sources, DoorMetrics metrics, Clock clock) {
    this.sources = sources;
    this.metrics = metrics;
    this.clock = clock;
  }

  /** What is answered to the body, or why it was not taken. */
  HttpAnswer take(HttpServletRequest request, Function<Body, HttpAnswer> then) throws IOException {
    long told = request.getContentLengthLong();
    if (told > MAX_BYTES) return refused(request, DoorMetrics.Reason.TOO_LARGE);
    int claimed = told < 0 ? MAX_BYTES : (int) told;
    if (!room.tryAcquire(claimed)) return refused(request, DoorMetrics.Reason.NO_ROOM);
    try {
      byte[] body = read(request.getInputStream());
      if (body.length > MAX_BYTES) return refused(request, DoorMetrics.Reason.TOO_LARGE);
      return then.apply(Body.of(body));
    } catch (SocketTimeoutException e) {
      return refused(request, DoorMetrics.Reason.TOO_SLOW);
    } finally {
      room.release(claimed);
    }
  }

  /** One byte more than allowed of what is too large. */
  private byte[] read(InputStream stream) throws IOException {
    Instant end = clock.instant().plus(LONGEST);
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    byte[] piece = new byte[PIECE];
    while (body.size() <= MAX_BYTES) {
      int count = stream.read(piece, 0, Math.min(PIECE, MAX_BYTES + 1 - body.size()));
      if (count < 0) break;
      body.write(piece, 0, count);
      // a sender that drips keeps within the time of each read, and would hold a thread for ever
      if (clock.instant().isAfter(end)) throw new SocketTimeoutException("the body is too slow");
    }
    return body.toByteArray();
  }

  private HttpAnswer refused(HttpServletRequest request, DoorMetrics.Reason reason) {
    metrics.refused(reason, sources.of(request));
    return switch (reason) {
      case TOO_LARGE -> HttpAnswer.text(413, "larger than 1 MB");
      case TOO_SLOW -> HttpAnswer.text(408, "the body did not come in time");
      case NO_ROOM, TOO_OFTEN, AT_ONCE -> HttpAnswer.text(503, "too much to do; send it again");
    };
  }
}
