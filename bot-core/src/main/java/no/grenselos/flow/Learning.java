package no.grenselos.flow;

import java.time.Duration;
import java.util.List;
import no.grenselos.lesson.Pupil;
import no.grenselos.lesson.Taught;
import no.grenselos.work.Workroom;

/**
 * Takes the lessons of all nodes to this node's pupil, from the first one on, in order. Only as far
 * as the pupil came is remembered, and only in memory: what it learned is gone with it, too.
 */
final class Learning {
  /** Other nodes' lessons are noticed after this long; our own at once. */
  static final Duration POLL = Duration.ofSeconds(2);

  private static final int PAGE = 500;

  private final Workroom room;
  private final Pupil pupil;
  private long last;

  Learning(Workroom room) {
    this.room = room;
    this.pupil = room.pupil();
  }

  /**
   * One page. When the pupil throws, the same lessons come again the next time. Called by one
   * thread at a time.
   *
   * @return how long to rest
   */
  Duration round() {
    List<Taught> fresh = room.read(books -> books.lessons().after(last, PAGE));
    if (fresh.isEmpty()) return POLL;
    pupil.learn(fresh);
    last = fresh.getLast().number();
    return fresh.size() < PAGE ? POLL : Duration.ZERO;
  }
}
