package no.grenselos.flow;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executor;
import no.grenselos.chat.ChatEvent;
import no.grenselos.chat.ChatPort;
import no.grenselos.store.Books;
import no.grenselos.store.Inbox;
import no.grenselos.work.Asking;
import no.grenselos.work.Workroom;

/** One round of each flow: takes what is due, works on it, and says how long to rest. */
final class Rounds {
  /** Other nodes' work is noticed after this long; our own at once. */
  static final Duration POLL = Duration.ofMillis(500);

  /** The reason that stands with what a node leaves to others. */
  static final String LEFT = "handed over by a node that stopped";

  private static final int ACTIONS = 32;

  private final Desk desk;
  private final Watch watch;
  private final PostRounds posts;
  private final Entries<ChatEvent> presses;
  private final ErrandRounds errands;

  /**
   * @param workers runs the errands of different places side by side, and what may be done ahead
   */
  Rounds(Desk desk, List<ChatPort> houses, Executor workers) {
    Workroom room = desk.room();
    Asking asking = new Asking();
    this.desk = desk;
    this.watch = new Watch(room, asking);
    this.posts = new PostRounds(room, new Intake(room, asking), workers);
    this.presses = new Entries<>(room, Books::chatInbox);
    this.errands = new ErrandRounds(room, new Courier(room, houses, workers), workers);
  }

  /** Leaves to others the errands that could not be ended. */
  void handOver() {
    errands.handOver();
  }

  /** Leaves to others at once what was taken ahead; after the last round. */
  void letGo() {
    posts.letGo();
  }

  /** Takes nothing new from now on; what is taken and not begun goes back at once. */
  void leave() {
    posts.leave();
    presses.leave();
    errands.leave();
  }

  Duration mentions() {
    return posts.round();
  }

  Duration actions() {
    List<Inbox.Entry<ChatEvent>> entries = presses.lease(ACTIONS);
    presses.work(entries, desk::handle);
    return entries.isEmpty() ? POLL : Duration.ZERO;
  }

  Duration timers() {
    return watch.tick() == 0 ? POLL : Duration.ZERO;
  }

  Duration errands() throws InterruptedException {
    return errands.round();
  }
}
