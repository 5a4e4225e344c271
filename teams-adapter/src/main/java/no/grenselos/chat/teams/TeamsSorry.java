package no.grenselos.chat.teams;

import no.grenselos.chat.ChatPort;
import no.grenselos.chat.Delivery;
import no.grenselos.chat.HouseWork;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells somebody alone, behind the answer, what became of something they did. Best effort. */
final class TeamsSorry {
  private static final Logger LOG = LoggerFactory.getLogger(TeamsSorry.class);

  private final ChatPort port;
  private final HouseWork work;

  TeamsSorry(ChatPort port, HouseWork work) {
    this.port = port;
    this.work = work;
  }

  /** Returns at once. */
  void say(TeamsCall call, String text) {
    work.later(
        "a line to " + call.handle(),
        () -> {
          Delivery delivery = port.whisper(call.who(), null, text);
          LOG.debug("teams line {}", delivery);
        });
  }
}
