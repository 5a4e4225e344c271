package no.grenselos.feed.trouble;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import no.grenselos.feed.ScriptedServer.Canned;
import no.grenselos.feed.http.StreamPeer;
import no.grenselos.web.Body;

/** Brings answers to whoever asked, or something else instead. */
final class Delivery {
  private static final Body PAGE = Body.of("<!doctype html><html><body><h1>Oi</h1></body></html>");
  private static final int[] ERRORS = {500, 502, 503};
  private static final int KEPT = 3;

  /**
   * With the five that a post may be late, the ten minutes that feeds leave for what comes late.
   */
  private static final Duration OLDEST_REPEATED = Duration.ofMinutes(5);

  /** What keeps a connection that is to stay from being opened. */
  private static final Set<Trouble> OF_OPENING =
      EnumSet.of(
          Trouble.CLOSED, Trouble.SERVER_ERROR, Trouble.LIMITED, Trouble.EMPTY, Trouble.HTML);

  private final StandIn network;
  private final Mischief mischief;
  private final Map<String, List<Given>> earlier = new HashMap<>();
  private int requests;

  private record Given(Canned answer, Instant at) {}

  Delivery(StandIn network, Mischief mischief) {
    this.network = network;
    this.mischief = mischief;
  }

  synchronized int requests() {
    return requests;
  }

  /** From now on no answer from before is given again. */
  synchronized void forget() {
    earlier.clear();
  }

  synchronized void serve(StreamPeer peer) {
    requests++;
    Request request = Request.of(peer);
    Trouble trouble = mischief.ofAnswer();
    Optional<Broadcast> stream =
        network.broadcast().filter(broadcast -> broadcast.isAskedFor(request));
    if (stream.isPresent() && !OF_OPENING.contains(trouble)) {
      stream.get().open(request);
      return;
    }
    Canned honest = stream.isPresent() ? Canned.status(200) : network.answer(request);
    deliver(peer, request, honest, trouble);
    peer.close();
  }

  private void deliver(StreamPeer peer, Request request, Canned honest, Trouble trouble) {
    switch (trouble) {
      case CLOSED -> {
        // nothing is sent
      }
      case BROKEN_OFF -> {
        byte[] body = honest.body().bytes();
        peer.send("HTTP/1.1 200 OK\r\nContent-Length: " + (body.length + 1) + "\r\n\r\n");
        peer.send(Arrays.copyOf(body, body.length / mischief.some(4)));
      }
      default -> peer.answer(instead(trouble, request, honest));
    }
    if (trouble != Trouble.NONE) mischief.count(trouble);
  }

  private Canned instead(Trouble trouble, Request request, Canned honest) {
    return switch (trouble) {
      case SERVER_ERROR -> html(ERRORS[mischief.some(ERRORS.length) - 1]);
      case LIMITED -> limited(mischief.some(120));
      case USED_UP ->
          honest
              .with("x-ratelimit-remaining", "0")
              .with("x-ratelimit-reset", String.valueOf(mischief.some(60)));
      case CUT -> cut(honest);
      case EMPTY -> new Canned(200, honest.headers(), Body.NONE);
      case HTML -> html(200);
      case REPEATED -> repeated(request, honest);
      default -> kept(request, honest);
    };
  }

  private static Canned html(int status) {
    return new Canned(status, Map.of("Content-Type", "text/html"), PAGE);
  }

  private Canned limited(int seconds) {
    String date =
        DateTimeFormatter.RFC_1123_DATE_TIME.format(
            network.world().now().plusSeconds(seconds).atZone(ZoneOffset.UTC));
    return switch (mischief.some(3)) {
      case 1 -> html(429).with("Retry-After", String.valueOf(seconds));
      case 2 -> html(429).with("Retry-After", date);
      default -> html(503).with("Retry-After", String.valueOf(seconds));
    };
  }

  /** Never so near the end that nothing is missing. */
  private Canned cut(Canned honest) {
    byte[] body =
        new String(honest.body().bytes(), StandardCharsets.UTF_8)
            .strip()
            .getBytes(StandardCharsets.UTF_8);
    int length = body.length < 2 ? 0 : mischief.some(body.length - 1);
    return new Canned(honest.status(), honest.headers(), Body.of(Arrays.copyOf(body, length)));
  }

  private Canned repeated(Request request, Canned honest) {
    Instant oldest = network.world().now().minus(OLDEST_REPEATED);
    Optional<Given> known =
        earlier.getOrDefault(request.peer().target(), List.of()).stream()
            .filter(given -> !given.at().isBefore(oldest))
            .findFirst();
    return known.isEmpty() || !network.mayRepeat(request)
        ? kept(request, honest)
        : known.get().answer();
  }

  private Canned kept(Request request, Canned honest) {
    List<Given> known = earlier.computeIfAbsent(request.peer().target(), same -> new ArrayList<>());
    known.add(new Given(honest, network.world().now()));
    if (known.size() > KEPT) known.removeFirst();
    return honest;
  }
}
