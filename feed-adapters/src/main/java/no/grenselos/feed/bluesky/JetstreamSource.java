package no.grenselos.feed.bluesky;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.grenselos.feed.Cursor;
import no.grenselos.feed.Fetch;
import no.grenselos.feed.http.Answer;
import no.grenselos.feed.http.FeedClient;
import no.grenselos.feed.http.Ladder;
import no.grenselos.feed.http.LiveSource;
import no.grenselos.feed.http.Liveness;
import no.grenselos.feed.http.Opening;
import no.grenselos.feed.http.Wire;
import org.jspecify.annotations.Nullable;

/**
 * Jetstream, the stream of everything on Bluesky (bluesky-social/jetstream). It goes on from a
 * moment by itself, about a day back, so nothing has to be asked for besides. A connection that
 * ends is followed by one to the next server.
 */
final class JetstreamSource implements LiveSource {
  /** Nowhere written; gentle, since the servers are free of charge. */
  static final Ladder LADDER =
      new Ladder(
          Ladder.Rungs.doubling(Duration.ofSeconds(1), Duration.ofMinutes(1)),
          Ladder.Rungs.doubling(Duration.ofSeconds(5), Duration.ofMinutes(5)),
          Ladder.Rungs.doubling(Duration.ofMinutes(1), Duration.ofHours(1)));

  /** What the older servers keep at least (bluesky-social/jetstream-legacy, issue 58). */
  private static final Duration KEPT = Duration.ofHours(24);

  /** Its oldest is forgotten while we ask for it. */
  private static final Duration MARGIN = Duration.ofMinutes(5);

  /** All of Bluesky is never silent so long; a small network's server is asked meanwhile. */
  private static final Duration LONGEST_SILENCE = Duration.ofMinutes(1);

  private final FeedClient client;
  private final JetstreamSettings settings;
  private final OurAccount account;
  private final PostReader reader;
  private final Optional<ShownPosts> shown;
  private final Optional<Duration> since;
  private final Clock clock;
  private String did = "";
  private int next = -1;
  private boolean atOldest;
  private boolean atNewest;
  private @Nullable JetstreamSieve sieve;
  private StreamStart start = new StreamStart(0);

  /**
   * @param shown empty without the account's password
   */
  JetstreamSource(
      FeedClient client,
      JetstreamSettings settings,
      OurAccount account,
      Optional<ShownPosts> shown,
      Optional<Duration> since,
      Clock clock) {
    this.client = client;
    this.settings = settings;
    this.account = account;
    this.reader = new PostReader(shown.isPresent());
    this.shown = shown;
    this.since = since;
    this.clock = clock;
  }

  @Override
  public Opened open(Cursor cursor) {
    StreamPlace place = StreamPlace.of(cursor);
    Optional<Fetch> unknown = named(place);
    if (unknown.isPresent()) return new Opened.Later(unknown.get());
    JetstreamHost host = host(place);
    long from = from(wanted(place, host));
    Opening opening =
        client.open(
            host.posts(from),
            Map.of(),
            Wire.webSocket(host.newer() ? "xrpc.v1.json" : ""),
            Liveness.of(LONGEST_SILENCE));
    if (opening instanceof Opening.Not not) return notOpened(not, host);
    atOldest = false;
    atNewest = false;
    start = new StreamStart(wanted(place, host));
    sieve = JetstreamSieve.of(reader, shown, host.place(), did, settings.words());
    return Opened.of(opening);
  }

  /** Learns our DID; why that did not work. */
  private Optional<Fetch> named(StreamPlace place) {
    if (did.isEmpty() && place.handle().equals(account.handle())) did = place.did();
    if (OurAccount.isDid(did)) return Optional.empty();
    return switch (account.did()) {
      case OurAccount.Named.Nobody nobody -> Optional.of(nobody.refusal());
      case OurAccount.Named.Not not -> Optional.of(not.fetch());
      case OurAccount.Named.Did named -> {
        did = named.did();
        yield Optional.empty();
      }
    };
  }

  /** At first the server that the cursor is of, so that little is read twice; then each in turn. */
  private JetstreamHost host(StreamPlace place) {
    List<JetstreamHost> hosts = settings.hosts();
    if (next < 0) {
      List<String> places = hosts.stream().map(JetstreamHost::place).toList();
      next = Math.max(0, places.indexOf(place.host()));
    }
    return hosts.get(next++ % hosts.size());
  }

  private long wanted(StreamPlace place, JetstreamHost host) {
    if (place.micros() > 0) return place.from(host);
    return since.map(back -> back.compareTo(KEPT) < 0 ? back : KEPT).map(this::ago).orElse(0L);
  }

  /** Where to begin with what a server still has. */
  private long from(long wanted) {
    if (atNewest || wanted == 0) return 0;
    return atOldest ? Math.max(wanted, ago(KEPT.minus(MARGIN))) : wanted;
  }

  private long ago(Duration back) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, clock.instant().minus(back));
  }

  private Opened notOpened(Opening.Not not, JetstreamHost host) {
    if (!(not.trouble() instanceof Answer.Denied denied)) return new Opened.No(not);
    if (denied.status() == 400 && BlueskyApi.error(denied).equals("CursorTooOld")) {
      atNewest = atOldest;
      atOldest = true;
      return new Opened.Later(
          new Fetch.Wait(
              Duration.ofSeconds(1), host.address().host() + " does not go back far enough"));
    }
    if (settings.hosts().size() > 1) return new Opened.No(not);
    return new Opened.Later(
        new Fetch.Refused(
            host.address().host() + " offers no such stream (" + denied.status() + ")",
            "Check `jetstream.hosts`: each must be the address of a Jetstream server."));
  }

  @Override
  public Optional<Fetch> missed(Cursor from) {
    return Optional.empty();
  }

  @Override
  public Reading reading(Cursor from, boolean gap) {
    if (sieve == null) throw new IllegalStateException("nothing was opened yet");
    StreamPlace before = StreamPlace.of(from);
    StreamPlace place =
        new StreamPlace(before.micros(), before.host(), account.handle(), did, before.posts());
    return new JetstreamReading(from, place, sieve, start);
  }
}
