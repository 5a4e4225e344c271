package no.grenselos.chat.teams;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import no.grenselos.chat.ChatMemory;
import no.grenselos.chat.MessageRef;
import no.grenselos.chat.PlacementId;

/**
 * Our own note of which message each card is: Teams shows a bot no messages, so there is nobody
 * else to ask whether a card arrived. Safe for many threads.
 */
final class TeamsSent {
  private static final String KEY = "card:";

  /** Longer than the outbox may be in doubt. */
  private static final Duration REMEMBERED = Duration.ofDays(7);

  private final ChatMemory memory;
  private final Clock clock;

  TeamsSent(ChatMemory memory, Clock clock) {
    this.memory = memory;
    this.clock = clock;
  }

  void note(PlacementId card, MessageRef message) {
    memory.keep(KEY + card, note(message), clock.instant().plus(REMEMBERED));
  }

  Optional<MessageRef> find(PlacementId card) {
    return memory.recall(KEY + card).map(TeamsSent::read);
  }

  /** Which message it is, as a note says so. */
  static String note(MessageRef message) {
    return message.channel() + " " + message.message();
  }

  /** The message of which {@link #note} was made. */
  static MessageRef read(String note) {
    int space = note.lastIndexOf(' ');
    return TeamsCall.ref(note.substring(0, space), note.substring(space + 1));
  }
}
