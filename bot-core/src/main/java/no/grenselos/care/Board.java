package no.grenselos.care;

import java.time.Instant;
import no.grenselos.chat.Card;
import no.grenselos.chat.Placement;
import no.grenselos.chat.Subject;
import no.grenselos.expert.Team;
import no.grenselos.store.Errand;
import no.grenselos.store.Timers;
import no.grenselos.work.Showing;
import no.grenselos.work.Work;

/**
 * One card a team channel that tells how its queue is: pinned once, and edited in place, at most
 * once every {@value #PAUSE_SECONDS} seconds however much happens.
 */
final class Board {
  static final String KIND = "board";

  /** Slack lets a channel's message be edited about once a second; people read slower than that. */
  static final int PAUSE_SECONDS = 5;

  /** Something changed in the channel's queue: the board follows within the pause. */
  void changed(Work work, String channel) {
    work.book().teamOf(channel).ifPresent(team -> soon(work, team));
  }

  /** A timer for each pause, so that steady changes cannot put it off for ever. */
  private static void soon(Work work, Team team) {
    long next = Math.floorDiv(work.now().getEpochSecond(), PAUSE_SECONDS) + 1;
    Instant due = Instant.ofEpochSecond(next * PAUSE_SECONDS);
    work.wakeAt(KIND, team.id() + "@" + next, due);
  }

  void wake(Work work, Timers.Timer timer) {
    String id = timer.id().substring(0, timer.id().lastIndexOf('@'));
    work.book()
        .team(id)
        .ifPresent(team -> work.place(new Subject.Thing(KIND, id), work.channel(team.channel())));
  }

  /** The board as shown; pinned when it stands for the first time. */
  record Stands(Card content, boolean idle) implements Showing {
    /** An empty queue needs no board before it had something in it. */
    @Override
    public boolean overtaken() {
      return idle;
    }

    @Override
    public void placed(Work work, Placement card) {
      work.put(new Errand.Pin(card.id()), "pin:" + card.place().house());
      work.note(Work.GRENSELOS, "board.delivered", null, card.place().toString());
    }
  }
}
