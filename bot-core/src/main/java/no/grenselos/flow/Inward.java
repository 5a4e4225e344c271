package no.grenselos.flow;

import java.time.Duration;
import no.grenselos.feed.FeedLabel;
import no.grenselos.feed.Inlet;
import no.grenselos.feed.Inlet.Told;
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

  public Inward(Inlet inlet, Desk desk) {
    this.inlet = inlet;
    this.room = desk.room();
  }

  public String name() {
    return inlet.name();
  }

  @Override
  public HttpAnswer receive(HttpCall call) {
    return switch (inlet.receive(call)) {
      case Told.Answered answered -> answered.answer();
      case Told.Posts posts -> posts.answer().apply(keep(posts));
    };
  }

  private int keep(Told.Posts told) {
    int fresh = room.writeAhead(work -> Intake.keepTold(work, FeedLabel.of(inlet), told));
    if (fresh > 0) room.signals().mentions().raise();
    return fresh;
  }

  /** Looks whether it is silent for longer than usual. Returns how long to rest. */
  Duration watch() {
    boolean unused =
        room.write(work -> {
          FeedAlarms.judge(work, inlet.name(), Intake.state(work, inlet.name()));
          return true;
        });
    return WATCH;
  }
}
