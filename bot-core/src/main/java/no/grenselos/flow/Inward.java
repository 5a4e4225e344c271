package no.grenselos.flow;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import no.grenselos.feed.FeedLabel;
import no.grenselos.feed.Inlet;
import no.grenselos.feed.Inlet.Told;
import no.grenselos.log.Parcel;
import no.grenselos.log.Receipt;
import no.grenselos.log.Relay;
import no.grenselos.web.HttpAnswer;
import no.grenselos.web.HttpCall;
import no.grenselos.web.Webhook;
import no.grenselos.work.Workroom;

/** The door of an inlet: what a call tells is kept before it is answered. Safe for many threads. */
public final class Inward implements Webhook {
  /** Silences are hours long. */
  static final Duration WATCH = Duration.ofMinutes(1);

  private final Inlet inlet;
  private final Workroom room;
  private final Optional<Relay> relay;

  public Inward(Inlet inlet, Desk desk) {
    this(inlet, desk, Optional.empty());
  }

  /**
   * @param relay what it tells goes through it, where there is one
   */
  public Inward(Inlet inlet, Desk desk, Optional<Relay> relay) {
    this.inlet = inlet;
    this.room = desk.room();
    this.relay = relay;
  }

  public String name() {
    return inlet.name();
  }

  @Override
  public HttpAnswer receive(HttpCall call) {
    return switch (inlet.receive(call)) {
      case Told.Answered answered -> answered.answer();
      case Told.Posts posts ->
          relay.map(log -> carry(posts, log)).orElseGet(() -> posts.answer().apply(keep(posts)));
    };
  }

  /** What is in the log and not stored yet counts as new again in the answer. */
  private HttpAnswer carry(Told.Posts told, Relay log) {
    List<Parcel> parcels = Parcels.of(room, inlet.name(), told.page().events());
    return switch (log.carry(parcels)) {
      case Receipt.NotNow later -> {
        room.tell("inlet.waits", inlet.name() + ": " + later.reason());
        yield HttpAnswer.text(503, "cannot keep it now; send it again later");
      }
      case Receipt.Kept kept -> {
        Told.Posts left =
            new Told.Posts(Parcels.without(told.page(), kept), told.key(), told.answer());
        boolean first =
            room.writeAhead(work -> Incoming.carriedTold(work, FeedLabel.of(inlet), left));
        yield told.answer().apply(first ? parcels.size() : 0);
      }
    };
  }

  private int keep(Told.Posts told) {
    int fresh = room.writeAhead(work -> Incoming.keepTold(work, FeedLabel.of(inlet), told));
    if (fresh > 0) room.signals().mentions().raise();
    return fresh;
  }

  /** Looks whether it is silent for longer than usual. Returns how long to rest. */
  Duration watch() {
    boolean unused =
        room.write(work -> {
          FeedAlarms.judge(work, inlet.name(), Incoming.state(work, inlet.name()));
          return true;
        });
    return WATCH;
  }
}
